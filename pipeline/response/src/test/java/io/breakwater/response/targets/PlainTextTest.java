// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class PlainTextTest {
  @Test
  void what_cannot_be_seen_is_taken_away_and_what_can_stays() {
    assertThat(PlainText.line("a\u0000\u001b[1m\u202eb\u200f\ufeff c\ud800 \ud83d\ude00", 100))
        .isEqualTo("a[1mb c \ud83d\ude00");
  }

  @Test
  void a_line_has_no_line_breaks_of_any_kind() {
    assertThat(PlainText.line("a\r\nb\u2028c\u2029d\u0085e\tf", 100)).isEqualTo("a b c d e f");
  }

  @Test
  void a_block_keeps_its_lines_but_not_gaps_of_them() {
    assertThat(PlainText.block("a  \r\nb\n\n\n\n\nc\n", 100)).isEqualTo("a\nb\n\nc");
  }

  @Test
  void joiners_that_scripts_need_stay() {
    assertThat(PlainText.line("\u0646\u200c\u0645 \ud83d\udc69\u200d\ud83d\udcbb", 100))
        .isEqualTo("\u0646\u200c\u0645 \ud83d\udc69\u200d\ud83d\udcbb");
  }

  @Test
  void no_character_is_cut_in_two() {
    assertThat(PlainText.cut("ab\ud83d\ude00cd", 4)).isEqualTo("ab…");
    assertThat(PlainText.cut("ab\ud83d\ude00cd", 5)).isEqualTo("ab\ud83d\ude00…");
    assertThat(PlainText.cut("ab\ud83d\ude00", 4)).isEqualTo("ab\ud83d\ude00");
    assertThat(PlainText.cutToBytes("ab\ud83d\ude00cd", 7, "…")).isEqualTo("ab…");
  }

  @Property
  void a_cut_is_as_long_as_it_may_be(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int most) {
    assertThat(PlainText.line(text, most)).hasSizeLessThanOrEqualTo(most);
    assertThat(PlainText.block(text, most)).hasSizeLessThanOrEqualTo(most);
  }

  @Property
  void a_cut_to_bytes_takes_no_more_of_them(
      @ForAll String text, @ForAll @IntRange(min = 3, max = 40) int most) {
    var cut = PlainText.cutToBytes(PlainText.block(text, 1_000), most, "…");

    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(most);
  }
}
