// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.response.notice.Goal;
import io.breakwater.response.targets.Marker;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkerLineTest {
  @Property
  void what_is_compared_comes_back_as_it_was_written(
      @ForAll @BigRange(min = "0", max = "99999999999999999999999999999999999999999999999999999999")
          BigInteger position,
      @ForAll Goal goal,
      @ForAll @Size(max = Marker.MOST_REMARKS) List<Integer> remarks,
      @ForAll String revision) {
    var keys = remarks.stream().map(number -> String.format("%08x", number)).toList();
    var line = MarkerLine.of(new Marker(position.toString(), revision, goal, keys));

    var back = MarkerLine.parse(line);
    assertThat(line).hasSizeLessThanOrEqualTo(MarkerLine.MOST_CHARACTERS);
    assertThat(back.position()).isEqualTo(position.toString());
    assertThat(back.goal()).isEqualTo(goal);
    assertThat(back.remarks()).isEqualTo(keys);
  }

  @Test
  void the_status_is_in_it_where_there_is_room() {
    var position = "99999999999999999999999999999999999999999999999999999999";
    var keys = Collections.nCopies(Marker.MOST_REMARKS, "9f3c01ab");
    var marker = new Marker(position, "", Goal.DONE, keys);

    assertThat(MarkerLine.parse(MarkerLine.of(marker.in("6")))).isEqualTo(marker.in("6"));
    assertThat(MarkerLine.parse(MarkerLine.of(marker.in("123456")))).isEqualTo(marker);
    assertThat(MarkerLine.parse(MarkerLine.of(marker.in("no number")))).isEqualTo(marker);
  }

  @Test
  void it_looks_like_this() {
    var position = "49590338271490256608559692538361571095921575989136588898";

    assertThat(MarkerLine.of(new Marker(position, "0f1e2d3c", Goal.OPEN, List.of("9f3c01ab"))))
        .isEqualTo("breakwater gs3rdusd6teh04lp23n4rcjangyrafx80jtu open nzwBqw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Breakwater",
        "breakwater 12",
        "breakwater 12 closed",
        "breakwater 1x open abc",
        "breakwater 1x open a",
        "breakwater 1_ open",
        "seen by breakwater 12 open abc",
        "breakwater 12 open abc def"
      })
  void what_somebody_else_wrote_is_none(String line) {
    assertThat(MarkerLine.parse(line)).isEqualTo(Marker.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"breakwater - open", "breakwater - open ", " breakwater - open  "})
  void nothing_is_needed_but_the_goal(String line) {
    assertThat(MarkerLine.parse(line)).isEqualTo(Marker.NONE);
  }
}
