// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.flink.setting.JobSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That settings are what their documentation, which is made of these, says they are. */
final class ResponseSettingTest {
  private static final String LONGEST_NAME = "s".repeat(128);

  @TempDir private Path directory;
  private Path plan;

  @BeforeEach
  void plan() throws IOException {
    plan =
        Files.writeString(
            directory.resolve("plan.json"),
            """
            {"version": "1", "routes": [], "targets": {"chat": {"type": "webhook",
              "url": "https://chat.example.com", "secret": {"environment": "CHAT"}}}}
            """);
  }

  static Stream<JobSetting<?>> settings() {
    return ResponseProperties.all().all().stream().map(setting -> setting);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void exactly_what_is_required_is_missed(JobSetting<?> setting) {
    var others = required();
    others.remove(setting.name());

    if (setting.isRequired()) {
      assertThatThrownBy(() -> ResponseProperties.of(others))
          .hasMessageContaining(setting.name() + " is missing");
    } else {
      assertThatCode(() -> ResponseProperties.of(others)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void what_holds_when_it_is_not_set_may_be_set(JobSetting<?> setting) {
    setting
        .fallback()
        .ifPresent(
            fallback ->
                assertThatCode(() -> ResponseProperties.of(with(setting.name(), fallback)))
                    .doesNotThrowAnyException());
  }

  @Test
  void what_holds_when_nothing_is_set_is_what_is_said() {
    var nothing = ResponseProperties.of(required());

    var said = new TreeMap<String, String>();
    settings().forEach(one -> one.fallback().ifPresent(text -> said.put(one.name(), text)));
    assertThat(said)
        .containsExactly(
            Map.entry("Response.dry-run", Boolean.toString(nothing.settings().isDryRun())),
            Map.entry("Source.start-position", "TRIM_HORIZON"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Source.exposure-stream",
        "Source.certificate-stream",
        "Source.control-stream",
        "Sinks.report-stream",
        "Sinks.dead-letter-stream"
      })
  void a_name_of_a_stream_may_be_as_long_as_is_said(String name) {
    assertThatCode(() -> ResponseProperties.of(with(name, LONGEST_NAME)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ResponseProperties.of(with(name, LONGEST_NAME + "s")))
        .hasMessageContaining(name + " must be a name of up to 128 letters");
  }

  @ParameterizedTest
  @CsvSource({
    "Source.region, here",
    "Source.endpoint, kinesis.example.com",
    "Source.start-position, yesterday",
    "Response.plan, s3://plans",
    "Response.plan-endpoint, s3.example.com",
    "Response.plan-endpoint, https://s3.example.com/bucket",
    "Response.dry-run, TRUE",
    "Response.colour, blue"
  })
  void what_it_cannot_be_is_refused_by_its_name(String name, String value) {
    assertThatThrownBy(() -> ResponseProperties.of(with(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void what_is_written_must_not_be_read_again() {
    assertThatThrownBy(
            () -> ResponseProperties.of(with("Sinks.report-stream", "Source.exposure-stream")))
        .hasMessageContaining("exposure-stream, report-stream, dead-letter-stream must be 3");
  }

  @Test
  void a_server_that_cannot_be_one_is_no_reason_to_ask_another_one() {
    var settings = with("Response.plan-endpoint", "nowhere");
    settings.put("Response.plan", directory.resolve("none.json").toString());

    assertThatThrownBy(() -> ResponseProperties.of(settings))
        .hasMessageContaining("Response.plan-endpoint cannot be 'nowhere'")
        .hasMessageNotContaining("cannot be read");
  }

  @Test
  void no_key_is_that_of_two_settings_as_faults_are_led_by_keys() {
    assertThat(settings().map(JobSetting::key)).doesNotHaveDuplicates();
  }

  private Map<String, String> with(String name, String text) {
    var settings = required();
    settings.put(name, text);
    return settings;
  }

  private Map<String, String> required() {
    var settings = new TreeMap<String, String>();
    settings()
        .filter(JobSetting::isRequired)
        .forEach(
            one -> {
              switch (one.name()) {
                case "Source.region" -> settings.put(one.name(), "eu-central-1");
                case "Response.plan" -> settings.put(one.name(), plan.toString());
                default -> settings.put(one.name(), one.name());
              }
            });
    return settings;
  }
}
