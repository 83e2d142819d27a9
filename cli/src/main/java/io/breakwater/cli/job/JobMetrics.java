// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import io.breakwater.cli.TextTable;
import io.breakwater.flink.account.ReportedMetric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All that the jobs on a cluster measure. */
@Command(
    name = "metrics",
    description = "List what the jobs on a cluster measure, by the names that reach CloudWatch.",
    mixinStandardHelpOptions = true)
public final class JobMetrics implements Callable<Integer> {
  @Mixin private Listing listing;

  @Override
  public Integer call() throws IOException {
    listing.print("metrics", JobMetrics::text, JobContract::metrics, JobMetrics::markdown);
    return 0;
  }

  private static List<String> text() {
    var lines = new ArrayList<String>();
    Jobs.METRICS.forEach(
        (job, metrics) -> {
          var table = new TextTable("METRIC", "KIND", "UNIT", "MEANING");
          for (var metric : metrics) {
            table.row(metric.metricName(), kind(metric), metric.unit(), metric.meaning());
          }
          if (!lines.isEmpty()) {
            lines.add("");
          }
          lines.add(Jobs.title(job));
          lines.add("");
          lines.addAll(table.lines());
        });
    return lines;
  }

  static String kind(ReportedMetric metric) {
    return metric.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String markdown() {
    return Jobs.METRICS.entrySet().stream()
        .map(job -> "## " + Jobs.title(job.getKey()) + "\n\n" + markdown(job.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String markdown(List<? extends ReportedMetric> metrics) {
    return metrics.stream()
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
