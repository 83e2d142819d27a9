// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PendingTest {
  private static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");

  @Provide
  Arbitrary<Pending> changes() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 3),
            Arbitraries.of(Withdrawal.class).injectNull(0.3),
            Arbitraries.of(true, false))
        .as((second, why, replayed) -> new Pending(TIME.plusSeconds(second), why, replayed));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void the_order_of_changes_does_not_matter(
      @ForAll("changes") Pending one, @ForAll("changes") Pending other) {
    assertThat(one.and(other)).isEqualTo(other.and(one));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void the_grouping_of_changes_does_not_matter(
      @ForAll("changes") Pending a, @ForAll("changes") Pending b, @ForAll("changes") Pending c) {
    assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void a_change_taken_in_twice_is_taken_in_once(@ForAll("changes") Pending change) {
    assertThat(change.and(change)).isEqualTo(change);
  }

  @Test
  void the_weaker_claim_counts() {
    var fixed = new Pending(TIME, Withdrawal.FIXED, false);
    var unseen = new Pending(TIME, Withdrawal.NOT_SEEN, false);

    assertThat(fixed.and(unseen).withdrawal()).contains(Withdrawal.NOT_SEEN);
  }

  @Test
  void one_live_change_makes_the_whole_live() {
    var live = new Pending(TIME, null, false);
    var replayed = new Pending(TIME, null, true);

    assertThat(live.and(replayed).replayed()).isFalse();
  }
}
