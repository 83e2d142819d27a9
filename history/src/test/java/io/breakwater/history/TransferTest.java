// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class TransferTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  private final List<Duration> pauses = new ArrayList<>();
  private long nanos;

  @Test
  void what_comes_faster_than_its_rate_is_waited_for() throws InterruptedException {
    var transfer = atMost(1_000);

    transfer.brought("a", 500, UNKNOWN);
    transfer.brought("b", 2_000, UNKNOWN);

    assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(2));
  }

  @Test
  void what_comes_more_slowly_is_not_held_back_and_may_catch_up() throws InterruptedException {
    var transfer = atMost(1_000);
    nanos = Duration.ofSeconds(10).toNanos();

    transfer.brought("a", 4_000, UNKNOWN);
    transfer.brought("b", 6_000, UNKNOWN);
    assertThat(pauses).isEmpty();
    transfer.brought("c", 1_000, UNKNOWN);

    assertThat(pauses).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void the_listener_hears_of_all_bytes_since_the_beginning() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    var transfer =
        Transfer.unlimited((what, bytes, done) -> heard.add(what + " " + bytes + " " + done));

    transfer.brought("a", 10, UNKNOWN);
    transfer.brought("b", 5, OptionalDouble.of(1));

    assertThat(heard).containsExactly("a 10 OptionalDouble.empty", "b 15 OptionalDouble[1.0]");
  }

  @Test
  void a_rate_that_lets_nothing_through_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Transfer.atMost(0, Transfer.Listener.NONE))
        .withMessage("a rate must be more than zero bytes a second, was 0.0");
  }

  /** On a clock that goes on by the pauses alone. */
  private Transfer atMost(double bytesPerSecond) {
    return Transfer.atMost(
        bytesPerSecond,
        () -> nanos,
        pause -> {
          pauses.add(pause);
          nanos += pause.toNanos();
        },
        Transfer.Listener.NONE);
  }
}
