// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueInUseTest {
  @ParameterizedTest
  @CsvSource({
    "2026.11.5, 20261105",
    "2027.1.12, 20270112",
    "2026.11, 0",
    "2026.11.100, 0",
    "next, 0",
    "2026.11.5-mine, 0"
  })
  void a_version_is_one_number_that_grows_with_it(String version, long number) {
    assertThat(CatalogueInUse.numberOf(version)).isEqualTo(number);
  }
}
