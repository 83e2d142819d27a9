// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TroublesTest {
  private static final Map<Trouble, Double> SOME =
      Map.of(Trouble.THROTTLED, 0.2, Trouble.LOST_ANSWER, 0.1);

  @Test
  void the_same_seed_deals_the_same_troubles() {
    var one = Troubles.seeded(7, SOME);
    var other = Troubles.seeded(7, SOME);

    assertThat(draw(one, 1_000)).isEqualTo(draw(other, 1_000));
  }

  @Test
  void each_trouble_comes_in_its_share() {
    var troubles = Troubles.seeded(7, SOME);

    draw(troubles, 10_000);

    assertThat(troubles.dealt().get(Trouble.THROTTLED)).isCloseTo(2_000, within(200L));
    assertThat(troubles.dealt().get(Trouble.LOST_ANSWER)).isCloseTo(1_000, within(200L));
    assertThat(troubles.dealt().values().stream().mapToLong(count -> count).sum())
        .isEqualTo(10_000);
  }

  @Test
  void a_pause_uses_up_no_draw() {
    var paused = Troubles.seeded(7, SOME);
    paused.pause();
    assertThat(draw(paused, 100)).containsOnly(Trouble.NONE);
    paused.resume();

    assertThat(draw(paused, 100)).isEqualTo(draw(Troubles.seeded(7, SOME), 100));
  }

  @Test
  void a_script_is_played_once() {
    var troubles = Troubles.scripted(Trouble.ERROR_AFTER, Trouble.NONE, Trouble.SLOW);

    assertThat(draw(troubles, 4))
        .containsExactly(Trouble.ERROR_AFTER, Trouble.NONE, Trouble.SLOW, Trouble.NONE);
  }

  @Test
  void calls_that_are_spared_go_well() {
    var troubles =
        Troubles.scripted(Trouble.LOST_ANSWER).onlyFor(call -> call.method().equals("POST"));

    var read = troubles.next(Call.of("GET", "/", Map.of(), ""));
    var write = troubles.next(Call.of("POST", "/", Map.of(), ""));

    assertThat(List.of(read, write)).containsExactly(Trouble.NONE, Trouble.LOST_ANSWER);
  }

  @Test
  void shares_that_exceed_the_whole_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Troubles.seeded(7, Map.of(Trouble.SLOW, 0.6, Trouble.STALL_AFTER, 0.6)));
  }

  private static List<Trouble> draw(Troubles troubles, int count) {
    return Stream.generate(troubles::next).limit(count).toList();
  }
}
