// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.notice.Goal;
import io.breakwater.response.targets.Marker;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkerLineTest {
  @Property
  void what_is_compared_comes_back_as_it_was_written(
      @ForAll @BigRange(min = "0", max = "99999999999999999999999999999999999999999999999999999999")
          BigInteger position,
      @ForAll Goal goal,
      @ForAll boolean refused,
      @ForAll String revision) {
    var line = MarkerLine.of(new Marker(position.toString(), revision, goal, refused));

    var back = MarkerLine.parse(line);
    assertThat(line).hasSizeLessThanOrEqualTo(MarkerLine.MOST_CHARACTERS);
    assertThat(back.position()).isEqualTo(position.toString());
    assertThat(back.goal()).isEqualTo(goal);
    assertThat(back.isRefused()).isEqualTo(refused);
  }

  @Property
  void a_revision_comes_back_by_its_start(
      @ForAll @BigRange(min = "0", max = "999999") BigInteger position) {
    var marker = new Marker(position.toString(), "0f1e2d3c4b5a69788796", Goal.OPEN, false);

    assertThat(MarkerLine.parse(MarkerLine.of(marker)).revision()).isEqualTo("0f1e2d3c4b5a6978");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Breakwater",
        "breakwater 12",
        "breakwater 12 closed",
        "breakwater 1x open abc",
        "seen by breakwater 12 open abc",
        "breakwater 12 open abc def"
      })
  void what_somebody_else_wrote_is_none(String line) {
    assertThat(MarkerLine.parse(line)).isEqualTo(Marker.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"breakwater - open", "breakwater - open ", " breakwater - open  "})
  void nothing_is_needed_but_the_goal(String line) {
    assertThat(MarkerLine.parse(line)).isEqualTo(new Marker("", "", Goal.OPEN, false));
  }
}
