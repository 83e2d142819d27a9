// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import io.breakwater.flink.JobProperties;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.ReportedMetric;
import io.breakwater.flink.setting.JobSettings;
import io.breakwater.response.ResponseProperties;
import io.breakwater.response.account.ResponseMetric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jobs that run on a cluster. */
final class Jobs {
  /** In the order in which they are listed. */
  static final List<JobSettings<?>> SETTINGS =
      List.of(JobProperties.all(), ResponseProperties.all());

  /** What each measures, by its name, in the same order. */
  static final Map<String, List<? extends ReportedMetric>> METRICS = metrics();

  private Jobs() {}

  private static Map<String, List<? extends ReportedMetric>> metrics() {
    var metrics = new LinkedHashMap<String, List<? extends ReportedMetric>>();
    metrics.put(JobProperties.all().job(), List.of(JobMetric.values()));
    metrics.put(ResponseProperties.all().job(), List.of(ResponseMetric.values()));
    return Collections.unmodifiableMap(metrics);
  }

  /** What people call a job. */
  static String title(String job) {
    return "The %s job".formatted(job);
  }
}
