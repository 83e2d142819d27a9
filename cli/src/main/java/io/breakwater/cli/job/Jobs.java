// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import io.breakwater.flink.JobProperties;
import io.breakwater.flink.setting.JobSettings;
import io.breakwater.response.ResponseProperties;
import java.util.List;

/** The jobs that run on a cluster. */
final class Jobs {
  /** In the order in which they are listed. */
  static final List<JobSettings<?>> SETTINGS =
      List.of(JobProperties.all(), ResponseProperties.all());

  private Jobs() {}

  /** What people call a job. */
  static String title(String job) {
    return "The %s job".formatted(job);
  }
}
