// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.flink.account.ReportedMetric;
import io.breakwater.flink.setting.JobSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the infrastructure has to know of the jobs: their settings and metrics, as data. */
@Command(
    name = "contract",
    description = "Print what the infrastructure has to know of the jobs, as JSON.",
    mixinStandardHelpOptions = true,
    hidden = true)
public final class JobContract implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.println("{");
    out.println("  \"settings\": [");
    out.println(lines(settings()));
    out.println("  ],");
    out.println("  \"metrics\": [");
    out.println(lines(metrics()));
    out.println("  ]");
    out.println("}");
    out.flush();
    return 0;
  }

  /** One a line, to be read and compared. */
  private static String lines(List<Map<String, Object>> objects) {
    return objects.stream()
        .map(JobContract::json)
        .collect(Collectors.joining(",\n    ", "    ", ""));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Map<String, Object>> settings() {
    return Jobs.SETTINGS.stream()
        .flatMap(job -> job.all().stream().map(setting -> fields(job.job(), setting)))
        .toList();
  }

  private static Map<String, Object> fields(String job, JobSetting<?> setting) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("job", job);
    fields.put("group", setting.group());
    fields.put("key", setting.key());
    fields.put("required", setting.isRequired());
    fields.put("default", setting.fallback().orElse(null));
    fields.put("unit", setting.unit());
    fields.put("range", setting.range());
    fields.put("meaning", setting.meaning());
    return fields;
  }

  static List<Map<String, Object>> metrics() {
    return Jobs.METRICS.entrySet().stream()
        .flatMap(job -> job.getValue().stream().map(metric -> fields(job.getKey(), metric)))
        .toList();
  }

  private static Map<String, Object> fields(String job, ReportedMetric metric) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("job", job);
    fields.put("name", metric.metricName());
    fields.put("kind", JobMetrics.kind(metric));
    fields.put("unit", metric.unit());
    fields.put("meaning", metric.meaning());
    return fields;
  }
}
