// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.ReportedMetric;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ResponseMetricTest {
  @Test
  void names_are_letters_and_digits_and_each_is_given_once() {
    assertThat(Stream.of(ResponseMetric.values()).map(ResponseMetric::metricName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z0-9]*"))
        .contains("revisionsRead", "ticketsLeftToPeople", "detectP95Seconds");
  }

  @Test
  void what_is_a_time_is_read_as_it_is_and_all_else_is_counted() {
    assertThat(Stream.of(ResponseMetric.values()))
        .allSatisfy(
            metric ->
                assertThat(metric.kind() == ReportedMetric.Kind.GAUGE)
                    .as(metric.name())
                    .isEqualTo(metric.unit().equals("s")));
  }

  @Test
  void what_streams_of_any_job_measure_has_one_name() {
    assertThat(ResponseMetric.OUTPUTS_TOO_LARGE.metricName())
        .isEqualTo(JobMetric.OUTPUTS_TOO_LARGE.metricName());
  }
}
