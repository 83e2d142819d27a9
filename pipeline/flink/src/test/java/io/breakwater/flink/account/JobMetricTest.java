// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JobMetricTest {
  @Test
  void names_are_letters_and_digits_and_each_is_given_once() {
    assertThat(Stream.of(JobMetric.values()).map(JobMetric::metricName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"))
        .contains("recordsRead", "exposuresOpenCritical", "latencyP99Millis");
  }
}
