// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.notice.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RemarkKeyTest {
  @Test
  void what_others_say_is_never_taken_for_a_refusal() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(RemarkKey.of("enrich", "comment " + i)).matches("[89a-f][0-9a-f]{7}");
      assertThat(RemarkKey.ofRefusal(Goal.DONE, i)).matches("[0-7][0-9a-f]{7}");
    }
  }

  @Test
  void the_same_has_the_same_key_and_something_else_another() {
    assertThat(RemarkKey.of("enrich", "a"))
        .isEqualTo(RemarkKey.of("enrich", "a"))
        .isNotEqualTo(RemarkKey.of("enrich", "b"))
        .isNotEqualTo(RemarkKey.of("other", "a"));
    assertThat(RemarkKey.ofRefusal(Goal.DONE, 1))
        .isNotEqualTo(RemarkKey.ofRefusal(Goal.DONE, 2))
        .isNotEqualTo(RemarkKey.ofRefusal(Goal.OPEN, 1));
  }

  @Test
  void a_marker_tells_whether_the_ticket_could_not_go_where_it_should_be() {
    var refusal = RemarkKey.ofRefusal(Goal.DONE, 1);

    assertThat(marker(Goal.DONE, refusal).isRefused()).isTrue();
    assertThat(marker(Goal.OPEN, refusal).isRefused()).isFalse();
    assertThat(marker(Goal.DONE, RemarkKey.of("enrich", "a")).isRefused()).isFalse();
    assertThat(marker(Goal.DONE, "what somebody wrote").isRefused()).isFalse();
  }

  private static Marker marker(Goal goal, String key) {
    return new Marker("1", "r-1", goal, List.of(key));
  }
}
