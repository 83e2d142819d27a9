// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.simulation.Notices;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Soon after a process began, which knows of nothing that one before it has done, a record comes to
 * the stream.
 */
final class PerhapsAskedBeforeTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Instant SOON = START.plusSeconds(30);
  private static final long NOW = SOON.toEpochMilli();

  private final Notices exposure = new Notices(Clock.fixed(SOON, ZoneOffset.UTC), "i-1");
  private final TicketLedger ledger =
      TicketLedger.blank(
          "jira",
          "bw-i-1-1",
          new Terms(
              TicketPolicy.builder().build(),
              START,
              Duration.ofMinutes(5),
              new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)),
              () -> 0.5,
              severity -> Optional.empty()));

  @Test
  void of_the_first_revision_there_can_be_no_ticket() {
    assertThat(afterNothingWasFoundFor(exposure.create(), false).step()).isEqualTo(Step.MAKE);
  }

  @Test
  void of_a_later_one_there_may_be_one_that_searches_do_not_find_yet() {
    assertThat(afterNothingWasFoundFor(exposure.anotherTrait(), false).isWait()).isTrue();
  }

  @Test
  void so_there_may_where_others_share_it() {
    assertThat(afterNothingWasFoundFor(exposure.create(), true).isWait()).isTrue();
  }

  @Test
  void the_time_to_a_ticket_begins_with_what_asked_for_it() {
    afterNothingWasFoundFor(exposure.create(), false);
    var later = NOW + Duration.ofHours(1).toMillis();
    order(exposure.anotherTrait().toBuilder().setArrivedAt(later).build(), false);
    var made = new Found("1", "SEC-1", "https://example.com/SEC-1");
    ledger.ended(ledger.begin(Step.MAKE, later), Outcome.done(made), later);

    assertThat(ledger.reports()).singleElement().extracting(Report::getTook).isEqualTo(later - NOW);
  }

  private Next afterNothingWasFoundFor(Notice notice, boolean shared) {
    order(notice, shared);
    ledger.ended(ledger.begin(Step.FIND, NOW), Outcome.done(List.<Found>of()), NOW);
    return ledger.next(NOW);
  }

  private void order(Notice notice, boolean shared) {
    ledger.order(
        TicketOrder.newBuilder().setNotice(notice).setTell(true).setShared(shared).build(), NOW);
  }
}
