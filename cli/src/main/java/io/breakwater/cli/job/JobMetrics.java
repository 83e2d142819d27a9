// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.GeneratedPart;
import io.breakwater.cli.OutputFormat;
import io.breakwater.cli.TextTable;
import io.breakwater.flink.account.JobMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All that the job on a cluster measures. */
@Command(
    name = "metrics",
    description = "List what the job on a cluster measures, by the names that reach CloudWatch.",
    mixinStandardHelpOptions = true)
public final class JobMetrics implements Callable<Integer> {
  @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(
      names = "--into",
      paramLabel = "PAGE",
      description = "Renew the table between the markers of this page instead: docs/metrics.md.")
  private Path page;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (page != null) {
      GeneratedPart.of(page, "metrics").replaceBy(markdown());
      return 0;
    }
    var out = spec.commandLine().getOut();
    if (format == OutputFormat.JSON) {
      out.println(new ObjectMapper().writeValueAsString(JobContract.metrics()));
    } else {
      var table = new TextTable("METRIC", "KIND", "UNIT", "MEANING");
      for (var metric : JobMetric.values()) {
        table.row(metric.metricName(), kind(metric), metric.unit(), metric.meaning());
      }
      table.lines().forEach(out::println);
    }
    out.flush();
    return 0;
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
