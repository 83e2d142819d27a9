// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.MessageOrder;
import io.breakwater.response.message.Sending;
import io.breakwater.response.message.ThreadState;
import io.breakwater.response.targets.Merging;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ThreadLedgerTest {
  private static final long NOW = 1_000_000;
  private static final long MORNING = NOW + 3_600_000;

  /** What was sent as one could be sent again as two, and no key would tell. */
  @ParameterizedTest
  @EnumSource(names = {"NOTHING", "WHAT_WAS_HELD"})
  void what_waits_for_a_slow_target_keeps_its_keys(Merging merging) {
    var ledger = ledger(merging, order("first", 0), order("second", 0));

    var sending = ledger.begin();

    assertThat(sending.getMessages()).isEqualTo(1);
    assertThat(sending.getOrder().getKey()).isEqualTo("first");
    assertThat(sending.getOrder().getText()).isEqualTo("text of first");
  }

  @Test
  void what_was_held_until_the_same_time_is_told_as_one() {
    var ledger =
        ledger(
            Merging.WHAT_WAS_HELD,
            order("first", MORNING),
            order("second", MORNING),
            order("third", 0));

    var sending = ledger.begin();

    assertThat(sending.getMessages()).isEqualTo(2);
    assertThat(sending.getOrder().getKey()).isEqualTo("second");
    assertThat(sending.getOrder().getText()).isEqualTo("text of first\ntext of second");
  }

  /** Whoever is woken by it should not wait for the morning because of what came before. */
  @ParameterizedTest
  @EnumSource(Merging.class)
  void what_may_not_wait_takes_along_what_is_held_back(Merging merging) {
    var ledger = ledger(merging, order("slight", MORNING), order("urgent", NOW));

    assertThat(ledger.due()).contains(NOW);
    assertThat(ledger.begin().getOrder().getText()).startsWith("text of slight");
  }

  @Test
  void who_only_wants_to_know_how_it_is_gets_all_as_one() {
    var ledger = ledger(Merging.EVERYTHING, order("first", MORNING), order("second", 0));

    assertThat(ledger.begin().getMessages()).isEqualTo(2);
  }

  @Test
  void what_found_no_room_is_counted_for_whoever_is_told() {
    var ledger = ledger(Merging.NOTHING);
    for (int i = 0; i < 53; i++) {
      ledger.order(order("number " + i, 0), NOW);
    }

    assertThat(ledger.begin())
        .extracting(Sending::getMessages, sending -> sending.getOrder().getText())
        .containsExactly(1, "text of number 3\nThere were 3 more changes.");
  }

  private static ThreadLedger ledger(Merging merging, MessageOrder... orders) {
    var ledger =
        ThreadLedger.of(ThreadState.getDefaultInstance(), merging, Duration.ofDays(1), () -> 0.5);
    for (var order : orders) {
      ledger.order(order, NOW);
    }
    return ledger;
  }

  private static MessageOrder order(String key, long notBefore) {
    return MessageOrder.newBuilder()
        .setKey(key)
        .setKind(MessageKind.CHANGED)
        .setText("text of " + key)
        .setNotBefore(notBefore)
        .build();
  }
}
