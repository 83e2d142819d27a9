// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import io.breakwater.cli.TextTable;
import io.breakwater.flink.account.JobMetric;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All that the job on a cluster measures. */
@Command(
    name = "metrics",
    description = "List what the job on a cluster measures, by the names that reach CloudWatch.",
    mixinStandardHelpOptions = true)
public final class JobMetrics implements Callable<Integer> {
  @Mixin private Listing listing;

  @Override
  public Integer call() throws IOException {
    listing.print("metrics", JobMetrics::text, JobContract::metrics, JobMetrics::markdown);
    return 0;
  }

  private static List<String> text() {
    var table = new TextTable("METRIC", "KIND", "UNIT", "MEANING");
    for (var metric : JobMetric.values()) {
      table.row(metric.metricName(), kind(metric), metric.unit(), metric.meaning());
    }
    return table.lines();
  }

  static String kind(JobMetric metric) {
    return metric.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String markdown() {
    return Stream.of(JobMetric.values())
        .map(
            metric ->
                "| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                        metric.metricName(),
                        kind(metric),
                        metric.unit(),
                        metric.meaning(),
                        metric.alarm().map("[%1$s](runbook.md#%1$s)"::formatted).orElse("–")))
        .collect(
            Collectors.joining(
                "", "| metric | kind | unit | meaning | alarm |\n|---|---|---|---|---|\n", ""));
  }
}
