// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.flink.JobProperties;
import io.breakwater.flink.account.JobMetric;
import io.breakwater.flink.account.ReportedMetric;
import io.breakwater.response.ResponseProperties;
import io.breakwater.response.account.ResponseMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings and metrics, where people and the infrastructure read of them. */
final class JobContractTest {
  private static final Path DOCS = Path.of("..", "docs");

  @TempDir private Path directory;

  @Test
  void the_page_of_settings_has_those_of_the_code() throws IOException {
    assertIsRenewed("settings.md", "settings", "list");
  }

  @Test
  void the_page_of_metrics_has_those_of_the_code() throws IOException {
    assertIsRenewed("metrics.md", "metrics");
  }

  private void assertIsRenewed(String page, String... command) throws IOException {
    var renewed = Files.copy(DOCS.resolve(page), directory.resolve(page));
    var arguments = new String[command.length + 2];
    System.arraycopy(command, 0, arguments, 0, command.length);
    arguments[command.length] = "--into";
    arguments[command.length + 1] = renewed.toString();

    var run = CommandRun.of(arguments);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(DOCS.resolve(page))
        .as("renew it: scripts/breakwater %s --into docs/%s", String.join(" ", command), page)
        .hasSameTextualContentAs(renewed);
  }

  @Test
  void the_infrastructure_is_told_all_of_both() throws IOException {
    var contract = new ObjectMapper().readTree(CommandRun.of("contract").out());

    assertThat(contract.path("settings"))
        .hasSize(JobProperties.all().all().size() + ResponseProperties.all().all().size());
    assertThat(contract.path("metrics"))
        .hasSize(JobMetric.values().length + ResponseMetric.values().length);
    assertThat(contract.at("/settings/0/job").asText()).isEqualTo("correlation");
    assertThat(contract.at("/settings/0/key").asText()).isEqualTo("input-stream");
    assertThat(contract.path("settings").findValuesAsText("job")).contains("response");
    assertThat(contract.at("/metrics/0/name").asText()).isEqualTo("recordsRead");
  }

  @Test
  void the_infrastructure_has_what_the_code_says() {
    assertThat(Path.of("..", "deploy", "kinesis-analytics", "contract.json"))
        .as("renew it: scripts/breakwater contract >deploy/kinesis-analytics/contract.json")
        .hasContent(CommandRun.of("contract").out());
  }

  @Test
  void people_are_told_of_every_setting_and_metric() {
    assertThat(CommandRun.of("settings", "list").out())
        .contains("The correlation job", "Correlation.settle", "PT5S", "Source.region", "required")
        .contains("The response job", "Response.plan", "Source.exposure-stream");
    assertThat(CommandRun.of("metrics").out())
        .contains("The correlation job", "latencyP99Millis", "gauge")
        .contains("The response job", "ticketsMade", "detectP95Seconds");
  }

  @Test
  void an_alarm_on_a_metric_has_a_section_of_the_runbook() throws IOException {
    var runbook = Files.readString(DOCS.resolve("runbook.md"));

    assertThat(
            Stream.of(JobMetric.values(), ResponseMetric.values())
                .<ReportedMetric>flatMap(Stream::of)
                .flatMap(metric -> metric.alarm().stream()))
        .isNotEmpty()
        .allSatisfy(alarm -> assertThat(runbook).contains("\n## " + alarm + "\n"));
  }

  @Test
  void settings_are_checked_before_a_job_is_started_with_them() throws IOException {
    var file = directory.resolve("settings.json");
    var sinks =
        "{\"PropertyGroupId\":\"Sinks\",\"PropertyMap\":{\"exposure-stream\":\"exposures\","
            + "\"certificate-stream\":\"certificates\",\"dead-letter-stream\":\"dead-letters\"}}";
    Files.writeString(
        file,
        "[{\"PropertyGroupId\":\"Source\",\"PropertyMap\":"
            + "{\"input-stream\":\"findings\",\"region\":\"eu-central-1\"}},"
            + sinks
            + "]");
    assertThat(CommandRun.of("settings", "check", file.toString()).exit()).isZero();

    Files.writeString(file, "[" + sinks + "]");
    var wrong = CommandRun.of("settings", "check", file.toString());

    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("Source.input-stream is missing", "Source.region is missing");
  }

  @Test
  void a_file_that_is_none_of_settings_is_named() throws IOException {
    var file = Files.writeString(directory.resolve("settings.json"), "{");

    var run = CommandRun.of("settings", "check", file.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no property groups are in " + file);

    var missing = CommandRun.of("settings", "check", directory.resolve("none.json").toString());

    assertThat(missing.exit()).isEqualTo(1);
    assertThat(missing.err()).contains("none.json", "there is no such file");
  }
}
