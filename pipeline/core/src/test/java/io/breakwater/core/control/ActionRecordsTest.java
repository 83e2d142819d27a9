// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.instance;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.fixture.Actions;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ActionRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");

  static Stream<Action> actions() {
    return Stream.of(
        Actions.of(ActionKind.STATUS, 1, INSTANCE).statusId(2).seen(Severity.HIGH).build(),
        Actions.of(ActionKind.SEVERITY, 2, INSTANCE)
            .severity(Severity.LOW)
            .comment("Nothing of value is there.")
            .build(),
        Actions.of(ActionKind.COMMENT, 3, INSTANCE).comment("Größer\n\"als\" gedacht 🔥").build(),
        suppress(),
        Actions.of(ActionKind.UNSUPPRESS, 5, INSTANCE).comment("It is in use after all.").build(),
        Actions.of(ActionKind.TICKET, 6, INSTANCE).build());
  }

  private static Action suppress() {
    return Actions.of(ActionKind.SUPPRESS, 4, INSTANCE)
        .reason("A test machine.")
        .until(START.plusNanos(1_500_000))
        .build();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void an_action_is_read_as_it_was_written(Action action) throws MalformedAction {
    assertThat(ActionRecords.of(ActionRecords.toJson(action))).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({"version", "uid", "at", "by", "action", "exposure", "resource", "reason", "until"})
  void what_is_missing_is_named(String field) throws IOException {
    var record = json(suppress());
    record.remove(field);

    refused(record, field);
  }

  @ParameterizedTest
  @CsvSource({
    "version, 2",
    "uid, no-uuid",
    "at, yesterday",
    "at, 2026-06-31T00:00:00Z",
    "by, ''",
    "action, resolve",
    "exposure, i-0aaa111122223333a",
    "resource, i-0aaa111122223333a",
    "resource, arn:aws",
    "seen, 1",
    "reason, ''",
    "until, 2026-12-31",
    "until, 2026-12-31T24:61:00Z",
    "status_id, 2",
    "severity_id, 2",
    "comment, ''",
    "assignee, kim"
  })
  void what_is_wrong_is_named(String field, String value) throws IOException {
    var record = json(suppress());
    record.put(field, value);

    refused(record, field);
  }

  @Test
  void every_fault_is_named() throws IOException {
    var record = json(suppress());
    record.remove("by");
    record.put("until", "soon");

    assertThatThrownBy(() -> ActionRecords.of(record.toString().getBytes(UTF_8)))
        .hasMessageContaining("'by'")
        .hasMessageContaining("/until");
  }

  @Test
  void a_comment_longer_than_security_hub_takes_is_refused() throws IOException {
    var longest = "x".repeat(512);
    var record = json(Actions.of(ActionKind.COMMENT, 1, INSTANCE).comment(longest).build());
    record.put("comment", longest + "x");

    refused(record, "comment");
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "{", "'{} {}'", "'{\"uid\":1,\"uid\":1}'"})
  void what_is_no_json_object_is_refused(String record) {
    assertThatThrownBy(() -> ActionRecords.of(record.getBytes(UTF_8)))
        .isInstanceOf(MalformedAction.class)
        .hasMessageContaining("action");
  }

  @Test
  void more_bytes_than_an_action_can_have_are_not_read() {
    assertThatThrownBy(() -> ActionRecords.of(new byte[ActionRecords.MAX_BYTES + 1]))
        .isInstanceOf(MalformedAction.class)
        .hasMessageContaining("32769 bytes");
  }

  @Test
  void half_a_character_becomes_one_that_can_be_written() throws Exception {
    var record = json(Actions.of(ActionKind.COMMENT, 1, INSTANCE).comment("HALF").build());

    var read = ActionRecords.of(record.toString().replace("HALF", "\\ud83d!").getBytes(UTF_8));

    assertThat(read.comment()).contains("\ufffd!");
  }

  @Test
  void an_action_has_what_its_kind_needs_and_nothing_else() {
    assertThatThrownBy(() -> Actions.of(ActionKind.STATUS, 1, INSTANCE).build())
        .hasMessage("status needs a status");
    assertThatThrownBy(() -> Actions.of(ActionKind.COMMENT, 1, INSTANCE).build())
        .hasMessage("comment needs a comment");
    assertThatThrownBy(() -> Actions.of(ActionKind.TICKET, 1, INSTANCE).reason("why").build())
        .hasMessage("ticket must not have a reason");
  }

  private static void refused(ObjectNode record, String field) {
    assertThatThrownBy(() -> ActionRecords.of(record.toString().getBytes(UTF_8)))
        .isInstanceOf(MalformedAction.class)
        .hasMessageContaining(field);
  }

  private static ObjectNode json(Action action) throws IOException {
    return (ObjectNode) JSON.readTree(ActionRecords.toJson(action));
  }
}
