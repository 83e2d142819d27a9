// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.core.signal.Severity;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecoderTest {
  private static final int LIMIT = 1 << 20;
  private static final Decoder DECODER = Decoder.withLimit(LIMIT);
  private static final String INSTANCE = "guardduty/instance";

  @Test
  void a_limit_is_at_least_one_byte() {
    assertThatThrownBy(() -> Decoder.withLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\r\t  \n", "\ufeff"})
  void nothing_but_white_space_is_empty(String text) {
    assertThat(of(text)).hasToString("DEAD_LETTER empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "1", "-0", "1e400", "\"text\"", "true", "null"})
  void json_that_is_no_object_is_no_record(String text) {
    assertThat(of(text)).hasToString("DEAD_LETTER not-an-object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "NaN", "{\"a\":NaN}", "{'a':1}", "{\"a\":1,}", "{a:1}", "<xml/>"})
  void what_is_no_json_is_no_record(String text) {
    assertThat(of(text)).hasToString("DEAD_LETTER not-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1,", "{\"a\":[1, 2", "{\"a\":[1,"})
  void an_object_that_breaks_off_is_truncated(String text) {
    assertThat(of(text)).hasToString("DEAD_LETTER truncated-json");
  }

  @Test
  void a_record_is_one_object() {
    assertThat(of("{} {}")).hasToString("DEAD_LETTER trailing-data");
  }

  @Test
  void an_object_of_no_known_shape_is_ignored() {
    assertThat(of("{\"a\": 1}")).hasToString("IGNORED not-a-finding");
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    var marked = "\ufeff" + text(Fixture.of(INSTANCE));

    assertThat(of(marked)).hasToString("SIGNALS");
  }

  static Stream<Charset> other_encodings() {
    return Stream.of(UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32"));
  }

  @ParameterizedTest
  @MethodSource("other_encodings")
  void json_in_another_encoding_is_dead(Charset encoding) {
    var part = of(text(Fixture.of(INSTANCE)).getBytes(encoding));

    assertThat(part.reason()).isIn("not-json", "invalid-utf8");
  }

  @Test
  void bytes_that_are_no_utf8_are_dead() {
    var bytes = text(Fixture.of(INSTANCE)).getBytes(UTF_8);
    bytes[text(Fixture.of(INSTANCE)).indexOf("MaliciousFile")] = (byte) 0xff;

    assertThat(of(bytes)).hasToString("DEAD_LETTER invalid-utf8");
  }

  @Test
  void half_a_surrogate_pair_becomes_what_any_sink_can_write() {
    var record =
        text(Fixture.of(INSTANCE).with("/detail/title", "@"))
            .replace("\"@\"", "\"a\\ud83d b\\ude00 \\ud83d\\ude00\"");

    assertThat(of(record).signals().get(0).title()).isEqualTo("a\ufffd b\ufffd \ud83d\ude00");
  }

  @Test
  void a_record_as_large_as_the_limit_is_read_and_a_larger_one_is_not() {
    var finding = text(Fixture.of(INSTANCE));
    var padding = " ".repeat(LIMIT - finding.length());

    assertThat(of(finding + padding)).hasToString("SIGNALS");
    assertThat(of(finding + padding + " ")).hasToString("DEAD_LETTER too-large");
  }

  @Test
  void two_megabytes_of_noise_are_too_large_and_half_a_megabyte_is_no_json() {
    var noise = new byte[2 << 20];
    new Random(7).nextBytes(noise);

    assertThat(of(noise)).hasToString("DEAD_LETTER too-large");
    assertThat(of(Arrays.copyOf(noise, 1 << 19)).decision()).isEqualTo(Decision.DEAD_LETTER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void ten_thousand_levels_are_too_deep(String level) {
    assertThat(of("{\"a\":" + level.repeat(10_000))).hasToString("DEAD_LETTER too-deep");
  }

  @Test
  void a_deep_member_that_nobody_reads_is_too_deep_all_the_same() {
    var record =
        text(Fixture.of(INSTANCE).with("/detail/service/action", "@"))
            .replace("\"@\"", "[".repeat(10_000) + "]".repeat(10_000));

    assertThat(of(record)).hasToString("DEAD_LETTER too-deep");
  }

  @Test
  void a_number_of_a_thousand_digits_is_too_large() {
    var record =
        text(Fixture.of(INSTANCE).with("/detail/severity", "@"))
            .replace("\"@\"", "9".repeat(2_000));

    assertThat(of(record)).hasToString("DEAD_LETTER too-large");
  }

  @Test
  void a_text_that_the_parser_does_not_take_is_too_large() {
    var record =
        text(Fixture.of(INSTANCE).with("/detail/title", "@")).replace("@", "x".repeat(21_000_000));

    var part = Decoder.withLimit(64 << 20).decode(record.getBytes(UTF_8)).best();

    assertThat(part).hasToString("DEAD_LETTER too-large");
  }

  @Test
  void a_key_that_the_parser_does_not_take_is_too_large() {
    var record = "{\"" + "k".repeat(60_000) + "\": 1}";

    assertThat(of(record)).hasToString("DEAD_LETTER too-large");
  }

  @Test
  void an_envelope_may_go_on_after_its_detail() {
    var event = Fixture.of(INSTANCE);
    var detail = event.json().remove("detail");
    var reordered = "{\"detail\":" + detail + "," + event.json().toString().substring(1);

    var decoded = DECODER.decode(reordered.getBytes(UTF_8));

    assertThat(decoded.best().signals()).isEqualTo(Fixture.of(INSTANCE).part().signals());
    assertThat(decoded.eventTime()).contains(Instant.parse("2026-05-04T10:15:30Z"));
  }

  @Test
  void a_replay_that_is_named_after_the_detail_is_a_replay() {
    var event = Fixture.of(INSTANCE).with("/replay-name", "drill");

    assertThat(event.decoded().replayName()).isEqualTo("drill");
    assertThat(event.signal().replayed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"detail", "detail-type"})
  void an_event_needs_detail_type_and_detail(String key) {
    assertThat(Fixture.of(INSTANCE).without("/" + key).part())
        .hasToString("DEAD_LETTER missing-field");
    assertThat(Fixture.of(INSTANCE).with("/" + key, null).part())
        .hasToString("DEAD_LETTER missing-field");
  }

  static Stream<Object> no_objects() {
    return Stream.of("text", 1, true, List.of());
  }

  @ParameterizedTest
  @MethodSource("no_objects")
  void a_detail_is_an_object(Object detail) {
    assertThat(Fixture.of(INSTANCE).with("/detail", detail).part())
        .hasToString("DEAD_LETTER wrong-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"detail-type", "source", "account", "region", "time", "resources", "replay-name"})
  void a_member_of_the_envelope_that_is_an_object_is_a_wrong_type(String key) {
    var event = Fixture.of(INSTANCE).with("/" + key, Map.of("a", 1));

    assertThat(event.part()).hasToString("DEAD_LETTER wrong-type");
  }

  @Test
  void members_of_a_bare_finding_that_are_named_like_an_envelopes_may_be_of_any_type() {
    var finding =
        Fixture.of(INSTANCE).bare().with("/time", Map.of("a", 1)).with("/account", List.of());

    assertThat(finding.part()).hasToString("SIGNALS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"source\":\"aws.guardduty\"",
        "\"detail\":{}",
        "\"resources\":[]",
        "\"time\":null",
      })
  void a_member_of_the_envelope_that_comes_twice_is_a_fault(String member) {
    var event = text(Fixture.of(INSTANCE));
    var twice = event.substring(0, event.length() - 1) + "," + member + "}";

    assertThat(of(twice)).hasToString("DEAD_LETTER duplicate-key");
  }

  @Test
  void a_member_of_the_finding_that_is_read_and_comes_twice_is_a_fault() {
    var event = text(Fixture.of(INSTANCE));
    var twice = event.replace("\"severity\":8", "\"severity\":8,\"severity\":1");

    assertThat(of(twice)).hasToString("DEAD_LETTER duplicate-key");
  }

  @Test
  void a_member_that_nobody_reads_may_come_twice() {
    var event = text(Fixture.of(INSTANCE));
    var twice = event.replace("\"severity\":8", "\"severity\":8,\"new\":1,\"new\":2");

    assertThat(of(twice)).hasToString("SIGNALS");
  }

  @ParameterizedTest
  @CsvSource({
    "'8.0', HIGH",
    "' 8 ', HIGH",
    "1e400, UNKNOWN",
    "-0, UNKNOWN",
    "NaN, UNKNOWN",
    "Infinity, UNKNOWN",
    "high, UNKNOWN",
    "'', UNKNOWN",
    "0x9, UNKNOWN",
    "9d, UNKNOWN"
  })
  void a_number_may_be_a_text_and_what_is_no_number_is_absent(String text, Severity severity) {
    var finding = Fixture.of(INSTANCE).with("/detail/severity", text);

    assertThat(finding.signal().severity()).isEqualTo(severity);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "9999999999-01-01T00:00:00Z",
        "+9999999999-01-01T00:00:00Z",
        "-1",
        "-1777881600",
        "99999999999999999999",
        "1e300",
        "1e400",
        "253402300800000",
        "2026-02-30T00:00:00Z",
        "2026-05-04T25:00:00Z",
        "2026-05-04",
        "yesterday",
        "true",
      })
  void a_finding_of_an_absurd_time_is_dead(String time) {
    var finding = Fixture.of(INSTANCE).with("/detail/updatedAt", time);

    assertThat(finding.part()).hasToString("DEAD_LETTER unreadable-time");
  }

  @Test
  void an_absurd_time_of_the_event_is_as_good_as_none() {
    var decoded = Fixture.of(INSTANCE).with("/time", "9999999999-01-01T00:00:00Z").decoded();

    assertThat(decoded.eventTime()).contains(Instant.parse("2026-05-04T10:05:00.125Z"));
  }

  @Test
  void the_form_of_a_dead_record_is_known_from_where_it_was_told() {
    var event = Fixture.of(INSTANCE).without("/detail/arn").without("/detail/id");

    assertThat(event.decoded().format()).isEqualTo(Format.GUARDDUTY);
    assertThat(DECODER.decode(new byte[0]).format()).isEqualTo(Format.UNREADABLE);
  }

  @Test
  void an_event_of_a_source_that_nobody_reads_is_ignored() {
    var event =
        Fixture.of(INSTANCE)
            .with("/source", "aws.autoscaling")
            .with("/detail-type", "EC2 Instance Launch Successful");

    assertThat(event.part()).hasToString("IGNORED unsupported-source");
  }

  private static String text(Fixture fixture) {
    return new String(fixture.bytes(), UTF_8);
  }

  private static Part of(String record) {
    return of(record.getBytes(UTF_8));
  }

  private static Part of(byte[] record) {
    return DECODER.decode(record).best();
  }
}
