// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobPropertiesTest {
  @Test
  void what_is_not_set_has_the_defaults_of_a_live_job() {
    var properties = JobProperties.of(Map.of("Source", source(), "Sinks", sinks()));

    var correlation = properties.correlation();
    assertThat(correlation.isBounded()).isFalse();
    assertThat(correlation.settle()).isEqualTo(Settings.DEFAULT_SETTLE);
    assertThat(correlation.lateness()).isEqualTo(Settings.DEFAULT_LATENESS);
    assertThat(correlation.maxRecordBytes()).isEqualTo(Settings.DEFAULT_MAX_RECORD_BYTES);
  }

  @Test
  void every_property_sets_its_setting() {
    var source = group("endpoint", "https://kinesis.example.com", "start-position", "LATEST");
    source.putAll(source());
    var correlation = group("settle", "PT1S", "lateness", "PT1M", "max-record-bytes", "2048");

    var sinks = group("choke-point-stream", "choke-points");
    sinks.putAll(sinks());

    var properties =
        JobProperties.of(Map.of("Source", source, "Sinks", sinks, "Correlation", correlation));

    assertThat(properties.kinesis().inputStream()).isEqualTo("findings");
    assertThat(properties.kinesis().place().region()).isEqualTo("us-east-1");
    assertThat(properties.kinesis().place().endpoint().orElseThrow())
        .hasToString("https://kinesis.example.com");
    assertThat(properties.kinesis().startPosition()).hasToString("LATEST");
    assertThat(properties.kinesis().exposureStream()).isEqualTo("exposures");
    assertThat(properties.kinesis().certificateStream()).isEqualTo("certificates");
    assertThat(properties.kinesis().deadLetterStream()).isEqualTo("dead-letters");
    assertThat(properties.kinesis().chokePointStream()).contains("choke-points");
    assertThat(properties.correlation().settle()).isEqualTo(Duration.ofSeconds(1));
    assertThat(properties.correlation().lateness()).isEqualTo(Duration.ofMinutes(1));
    assertThat(properties.correlation().maxRecordBytes()).isEqualTo(2048);
  }

  @Test
  void arguments_set_what_property_groups_do() throws Exception {
    var properties =
        JobProperties.of(
            "--Source.input-stream", "findings",
            "--Source.region", "us-east-1",
            "--Sinks.exposure-stream", "exposures",
            "--Sinks.certificate-stream", "certificates",
            "--Sinks.dead-letter-stream", "dead-letters",
            "--Correlation.settle", "PT1S");

    assertThat(properties.kinesis().inputStream()).isEqualTo("findings");
    assertThat(properties.correlation().settle()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void a_file_has_the_groups_as_the_service_keeps_them_and_arguments_go_before_it(
      @TempDir Path folder) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("settings.json"),
            "[{\"PropertyGroupId\":\"Source\",\"PropertyMap\":"
                + "{\"input-stream\":\"findings\",\"region\":\"us-east-1\"}},"
                + "{\"PropertyGroupId\":\"Sinks\",\"PropertyMap\":"
                + "{\"exposure-stream\":\"exposures\",\"certificate-stream\":\"certificates\","
                + "\"dead-letter-stream\":\"dead-letters\"}}]");

    var properties =
        JobProperties.of("--settings", file.toString(), "--Source.region", "eu-central-1");

    assertThat(properties.kinesis().inputStream()).isEqualTo("findings");
    assertThat(properties.kinesis().place().region()).isEqualTo("eu-central-1");
  }

  @Test
  void fewer_hops_than_the_catalogue_has_edges_in_a_path_are_refused() {
    var groups = Map.of("Source", source(), "Sinks", sinks(), "Correlation", group("hops", "1"));

    assertThatThrownBy(() -> JobProperties.of(groups))
        .hasMessageContaining("Correlation.hops must be greater than 1 for this catalogue");
  }

  @Test
  void all_faults_of_all_groups_are_in_one_message() {
    var groups =
        Map.of(
            "Source", group("input-stream", "findings", "region", "here"),
            "Correlation", group("settle", "soon", "max-record-bytes", "7", "colour", "blue"));

    assertThatThrownBy(() -> JobProperties.of(groups))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Source.region must be a region such as us-east-1, was 'here'")
        .hasMessageContaining("Sinks.exposure-stream is missing")
        .hasMessageContaining(
            "Correlation.settle cannot be 'soon', only PT0S to PT1H (ISO 8601 duration)")
        .hasMessageContaining(
            "Correlation.max-record-bytes cannot be '7', only 1024 to 10485760 (bytes)")
        .hasMessageContaining("Correlation.colour is no setting of this job");
  }

  private static Properties source() {
    return group("input-stream", "findings", "region", "us-east-1");
  }

  private static Properties sinks() {
    return group(
        "exposure-stream",
        "exposures",
        "certificate-stream",
        "certificates",
        "dead-letter-stream",
        "dead-letters");
  }

  private static Properties group(String... keysAndValues) {
    var group = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      group.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return group;
  }
}
