// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CvssVectorTest {
  @ParameterizedTest
  @CsvSource({
    "AV:N/AC:L/Au:S/C:P/I:P/A:P, N, S, ''",
    "CVSS:3.0/AV:A/AC:L/PR:L/UI:R/S:U/C:H/I:H/A:H, A, L, R",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, N, N, N",
    "CVSS:4.0/AV:L/AC:L/AT:N/PR:H/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, L, H, P"
  })
  void every_version_tells_vector_privileges_and_interaction(
      String text, String attackVector, String privileges, String interaction) {
    var vector = CvssVector.of(text);

    assertThat(vector.attackVector()).isEqualTo(attackVector);
    assertThat(vector.privilegesRequired()).isEqualTo(privileges);
    assertThat(vector.userInteraction()).isEqualTo(interaction);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "AV", "AV/AC", "none", "CVSS:3.1", "XAV:N", "://"})
  void a_text_that_is_no_vector_answers_nothing(String text) {
    assertThat(CvssVector.of(text).attackVector()).isEmpty();
  }

  @Test
  void a_metric_is_found_by_its_whole_name() {
    assertThat(CvssVector.of("CVSS:4.0/AT:P/A:H").metric("A")).isEqualTo("H");
  }
}
