// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.breakwater.response.message.Kind;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageRecordTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              MessageRecordTest.class.getResourceAsStream(
                  "/breakwater/records/webhook-message.schema.json"));
  private static final String FINDING = "{\"score\": 1.50, \"text\":\"a\\u0000b\",\"big\":1e400}";

  @ParameterizedTest
  @EnumSource(value = MessageKind.class, mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
  void each_kind_has_the_form(MessageKind kind) {
    assertFits(Samples.message(kind, with(FINDING)));
  }

  @Test
  void what_is_about_several_has_the_form_too() {
    var record = assertFits(Samples.message(MessageKind.DIGEST, Notice.getDefaultInstance()));

    assertThat(record)
        .contains("\"thread\":\"digest\"", "\"severity\":\"Unknown\"")
        .doesNotContain("\"uid\"", "\"about\"", "\"resource\"", "\"time\"");
  }

  @Test
  void hostile_text_has_the_form_and_nothing_that_cannot_be_seen() throws Exception {
    var message =
        new Message(
            MessageKind.OPENED,
            "key-1",
            Samples.hostile(),
            Samples.HOSTILE + "\n" + "x".repeat(300_000));

    var record = new ObjectMapper().readTree(assertFits(message));

    assertThat(record.path("title").asText()).hasSize(500).doesNotContain(Samples.unseen());
    assertThat(record.path("text").asText()).hasSize(20_000).doesNotContain(Samples.unseen());
    assertThat(record.path("resource").path("name").asText()).doesNotContain(Samples.unseen());
  }

  @Test
  void a_certificate_is_said_to_be_one() {
    var notice = Samples.notice().toBuilder().setKind(Kind.CERTIFICATE).build();

    assertThat(assertFits(Samples.message(MessageKind.OPENED, notice)))
        .contains("\"about\":\"certificate\"");
  }

  @Test
  void the_finding_is_as_it_came_character_by_character() {
    assertThat(assertFits(Samples.message(MessageKind.OPENED, with(FINDING))))
        .contains("\"finding\":" + FINDING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "none",
        "[1]",
        "{\"a\":1} {\"b\":2}",
        "{\"a\":1}},\"x\":{",
        "{\"a\":",
        "\ufeff{}"
      })
  void what_is_no_finding_is_left_out(String record) {
    assertThat(assertFits(Samples.message(MessageKind.OPENED, with(record))))
        .doesNotContain("\"finding\"");
  }

  @Test
  void a_finding_that_is_too_long_is_left_out() {
    var record = "{\"a\":\"" + "x".repeat(1_000_000) + "\"}";

    assertThat(assertFits(Samples.message(MessageKind.OPENED, with(record))))
        .doesNotContain("\"finding\"");
  }

  @Test
  void an_account_that_is_none_is_left_out() {
    var notice = Samples.notice().toBuilder();
    notice.getSubjectBuilder().setAccount("1111\u202e22223333");

    assertThat(assertFits(Samples.message(MessageKind.OPENED, notice.build())))
        .doesNotContain("\"account\"");
  }

  private static Notice with(String record) {
    return Samples.notice().toBuilder().setRecord(ByteString.copyFromUtf8(record)).build();
  }

  private static String assertFits(Message message) {
    var record = MessageRecord.withFinding(message).toString();
    assertThat(SCHEMA.validate(record, InputFormat.JSON)).isEmpty();
    return record;
  }
}
