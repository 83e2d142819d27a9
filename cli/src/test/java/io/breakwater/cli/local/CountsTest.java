// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CountsTest {
  @Test
  void reasons_are_added_up_and_what_is_missing_is_under_way() {
    var counts =
        Counts.of(
            Map.of(
                "records.read", 12L,
                "records.applied", 5L,
                "records.duplicate", 1L,
                "records.ignored:not-a-finding", 2L,
                "records.ignored:own-finding", 1L,
                "records.dead:not-json", 1L,
                "findings.applied", 99L));

    assertThat(counts).isEqualTo(new Counts(12, 5, 0, 1, 3, 1));
    assertThat(counts.underWay()).isEqualTo(2);
  }
}
