// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KinesisSettingsTest {
  @Test
  void what_is_not_set_has_these_defaults() {
    var settings = required().build();

    assertThat(settings.place().endpoint()).isEmpty();
    assertThat(settings.chokePointStream()).isEmpty();
    assertThat(settings.startPosition()).isEqualTo(StartPosition.TRIM_HORIZON);
    assertThat(settings.place().isLocal()).isFalse();
  }

  @Test
  void every_setting_is_handed_out_as_it_was_set() {
    var settings =
        KinesisSettings.builder()
            .inputStream("findings")
            .exposureStream("exposures")
            .certificateStream("certificates")
            .deadLetterStream("dead-letters")
            .chokePointStream("choke-points")
            .region("eu-central-1")
            .endpoint("https://kinesis.example.com")
            .startPosition("2026-11-24T00:00:00Z")
            .build();

    assertThat(settings.inputStream()).isEqualTo("findings");
    assertThat(settings.exposureStream()).isEqualTo("exposures");
    assertThat(settings.certificateStream()).isEqualTo("certificates");
    assertThat(settings.deadLetterStream()).isEqualTo("dead-letters");
    assertThat(settings.chokePointStream()).contains("choke-points");
    assertThat(settings.place().region()).isEqualTo("eu-central-1");
    assertThat(settings.place().endpoint()).contains(URI.create("https://kinesis.example.com"));
    assertThat(settings.startPosition())
        .isEqualTo(StartPosition.at(Instant.parse("2026-11-24T00:00:00Z")));
  }

  @Test
  void all_that_is_missing_is_said_at_once() {
    var nothing = KinesisSettings.builder();

    assertThat(nothing.faults())
        .containsExactly(
            "input-stream is missing: the name of a stream",
            "exposure-stream is missing: the name of a stream",
            "certificate-stream is missing: the name of a stream",
            "dead-letter-stream is missing: the name of a stream",
            "region is missing: a region such as us-east-1");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    var wrong =
        KinesisSettings.builder()
            .inputStream("find ings")
            .exposureStream("same")
            .deadLetterStream("same")
            .region("Frankfurt")
            .endpoint("kinesis.example.com")
            .startPosition("yesterday");

    assertThatThrownBy(wrong::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("input-stream must be a name")
        .hasMessageContaining(
            "input-stream, exposure-stream, dead-letter-stream must be 3 different streams,"
                + " were 'find ings', 'same', 'same'")
        .hasMessageContaining("region must be a region such as us-east-1, was 'Frankfurt'")
        .hasMessageContaining("endpoint must be an address")
        .hasMessageContaining("start-position must be TRIM_HORIZON, LATEST or a time");
  }

  @Test
  void a_stream_of_choke_points_is_one_of_its_own() {
    assertThat(required().chokePointStream("exposures").faults())
        .singleElement()
        .asString()
        .contains("choke-point-stream must be 5 different streams", "'exposures'");
    assertThat(required().chokePointStream("choke points").faults())
        .singleElement()
        .asString()
        .startsWith("choke-point-stream must be a name");
    assertThat(required().chokePointStream("choke-points").faults()).isEmpty();
    assertThat(required().ruleAnswerStream("answers").faults())
        .containsExactly("rule-answer-stream is of no use without a rule-stream");
    assertThat(required().ruleStream("rules").ruleAnswerStream("answers").faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-gov-west-1", "cn-north-1", "ap-southeast-7", "us-iso-east-1"})
  void regions_of_every_partition_are_taken(String region) {
    assertThat(required().region(region).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4567", "http://127.0.0.1:4567/", "http://[::1]:4567"})
  void an_endpoint_on_this_machine_is_local(String endpoint) {
    assertThat(required().endpoint(endpoint).build().place().isLocal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1.example.com", "https://localhost.example.com"})
  void an_endpoint_that_only_looks_like_this_machine_is_not_local(String endpoint) {
    assertThat(required().endpoint(endpoint).build().place().isLocal()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRIM_HORIZON", "LATEST", "2026-11-24T00:00:00Z"})
  void a_start_position_is_read_as_it_is_written(String text) {
    assertThat(StartPosition.parse(text)).hasToString(text);
  }

  private static KinesisSettings.Builder required() {
    return KinesisSettings.builder()
        .inputStream("findings")
        .exposureStream("exposures")
        .certificateStream("certificates")
        .deadLetterStream("dead-letters")
        .region("us-east-1");
  }
}
