// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SequenceTest {
  @Test
  void sorts_by_number_and_not_by_text() {
    assertThat(new Sequence("9")).isLessThan(new Sequence("10"));
    assertThat(new Sequence("49590338271490256608559692538361571095921575989136588898"))
        .isGreaterThan(new Sequence("9".repeat(55)));
  }

  @Test
  void is_the_same_with_and_without_leading_zeros() {
    assertThat(new Sequence("007")).isEqualTo(new Sequence("7"));
  }

  @Test
  void comes_back_from_its_key() {
    var longest = new Sequence("9".repeat(129));

    assertThat(Sequence.ofKey(longest.key())).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.0", "x", "\u0661"})
  void is_nothing_but_digits(String number) {
    assertThatThrownBy(() -> new Sequence(number)).isInstanceOf(IllegalArgumentException.class);
  }
}
