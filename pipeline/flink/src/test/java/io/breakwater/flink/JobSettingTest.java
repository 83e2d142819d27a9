// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.flink.setting.JobSetting;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** That settings are what their documentation, which is made of these, says they are. */
final class JobSettingTest {
  private static final String LONGEST_NAME = "s".repeat(128);

  static Stream<JobSetting<?>> settings() {
    return JobProperties.all().all().stream().map(setting -> setting);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void exactly_what_is_required_is_missed(JobSetting<?> setting) {
    var others = required();
    var group = others.get(setting.group());
    if (group != null) {
      group.remove(setting.key());
    }

    if (setting.isRequired()) {
      assertThatThrownBy(() -> JobProperties.of(others))
          .hasMessageContaining(setting.name() + " is missing");
    } else {
      assertThatCode(() -> JobProperties.of(others)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void what_holds_when_it_is_not_set_may_be_set(JobSetting<?> setting) {
    setting
        .fallback()
        .ifPresent(
            fallback ->
                assertThatCode(() -> JobProperties.of(with(setting.name(), fallback)))
                    .doesNotThrowAnyException());
  }

  @Test
  void what_holds_when_nothing_is_set_is_what_is_said() {
    var nothing = JobProperties.of(required());

    var said = new TreeMap<String, String>();
    settings().forEach(one -> one.fallback().ifPresent(text -> said.put(one.name(), text)));
    assertThat(said)
        .containsEntry("Source.start-position", nothing.kinesis().startPosition().toString())
        .containsEntry("Correlation.settle", nothing.correlation().settle().toString())
        .containsEntry("Correlation.lateness", nothing.correlation().lateness().toString())
        .containsEntry("Correlation.hops", Integer.toString(nothing.correlation().hops()))
        .containsEntry(
            "Correlation.max-record-bytes",
            Integer.toString(nothing.correlation().maxRecordBytes()))
        .containsEntry(
            "Correlation.judged-again-per-second",
            Integer.toString(nothing.correlation().judgedAgainPerSecond()))
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "Correlation.settle, PT0S, PT1H",
    "Correlation.lateness, PT0S, PT24H",
    "Correlation.hops, 4, 8",
    "Correlation.judged-again-per-second, 1, 100000",
    "Correlation.max-record-bytes, 1024, 10485760"
  })
  void both_ends_of_a_range_belong_to_it(String name, String least, String most) {
    assertThat(named(name).range()).contains(most);
    assertThatCode(() -> JobProperties.of(with(name, least))).doesNotThrowAnyException();
    assertThatCode(() -> JobProperties.of(with(name, most))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Correlation.settle, -PT1S, PT1H0.001S",
    "Correlation.lateness, -PT1S, PT24H0.001S",
    "Correlation.hops, 0, 9",
    "Correlation.judged-again-per-second, 0, 100001",
    "Correlation.max-record-bytes, 1023, 10485761"
  })
  void what_lies_beyond_a_range_is_refused(String name, String tooLittle, String tooMuch) {
    assertThatThrownBy(() -> JobProperties.of(with(name, tooLittle)))
        .hasMessageContaining(name + " cannot be '" + tooLittle + "'");
    assertThatThrownBy(() -> JobProperties.of(with(name, tooMuch)))
        .hasMessageContaining(name + " cannot be '" + tooMuch + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "Source.input-stream",
    "Sinks.exposure-stream",
    "Sinks.certificate-stream",
    "Sinks.dead-letter-stream",
    "Sinks.choke-point-stream",
    "Source.rule-stream"
  })
  void a_name_of_a_stream_may_be_as_long_as_is_said(String name) {
    assertThat(named(name).range()).startsWith("1 to 128 letters");
    assertThatCode(() -> JobProperties.of(with(name, LONGEST_NAME))).doesNotThrowAnyException();
    assertThatThrownBy(() -> JobProperties.of(with(name, LONGEST_NAME + "s")))
        .hasMessageContaining(name);
  }

  private static JobSetting<?> named(String name) {
    return settings().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static Map<String, Properties> with(String name, String text) {
    var groups = required();
    var setting = named(name);
    groups
        .computeIfAbsent(setting.group(), none -> new Properties())
        .setProperty(setting.key(), text);
    return groups;
  }

  private static Map<String, Properties> required() {
    var groups = new TreeMap<String, Properties>();
    settings()
        .filter(JobSetting::isRequired)
        .forEach(
            one ->
                groups
                    .computeIfAbsent(one.group(), none -> new Properties())
                    .setProperty(one.key(), one.key().equals("region") ? "us-east-1" : one.key()));
    return groups;
  }
}
