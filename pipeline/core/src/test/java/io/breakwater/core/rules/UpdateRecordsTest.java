// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates through records of limited size, and what is none. */
final class UpdateRecordsTest {
  private final UpdateRecords records = new UpdateRecords();

  @Test
  void a_small_document_is_one_record() throws MalformedUpdate {
    var written = UpdateRecords.of(update("{\"version\":\"1\"}"));

    assertThat(written).hasSize(1);
    assertThat(taken(written.get(0)).document()).isEqualTo("{\"version\":\"1\"}");
    assertThat(records.waiting()).isEmpty();
  }

  @Test
  void a_large_document_is_put_together_whatever_order_its_parts_come_in() throws MalformedUpdate {
    var document = noise(3_000_000);
    var written = new ArrayList<>(UpdateRecords.of(update(document)));
    assertThat(written).hasSizeGreaterThan(2).allMatch(record -> record.length < 1_000_000);
    Collections.shuffle(written, new Random(1));

    for (var part : written.subList(0, written.size() - 1)) {
      assertThat(records.take(part)).isEmpty();
    }
    var restored = new UpdateRecords();
    for (var part : records.waiting()) {
      assertThat(restored.take(part)).isEmpty();
    }

    var last = written.get(written.size() - 1);
    assertThat(restored.take(last).orElseThrow().document()).isEqualTo(document);
    assertThat(taken(last).document()).isEqualTo(document);
    assertThat(records.waiting()).isEmpty();
  }

  @Test
  void a_document_as_it_is_needs_no_tool() throws MalformedUpdate {
    var update =
        taken(
            "{\"id\":\"a\",\"kind\":\"suppressions\",\"document\":{\"version\":\"1\"}}"
                .getBytes(UTF_8));

    assertThat(update.id()).isEqualTo("a");
    assertThat(update.kind()).isEqualTo(RuleKind.SUPPRESSIONS);
    assertThat(update.document()).isEqualTo("{\"version\":\"1\"}");
  }

  @Test
  void updates_that_are_never_completed_do_not_fill_the_state() throws MalformedUpdate {
    for (int i = 0; i < 50; i++) {
      records.take(part("update-" + i, 1, 2, "AAAA"));
    }

    assertThat(records.waiting()).hasSize(UpdateRecords.MAX_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "no JSON",
        "{}",
        "{\"id\":\"a\"}",
        "{\"id\":7,\"kind\":\"catalogue\",\"document\":{}}",
        "{\"id\":\"a\",\"kind\":\"weather\",\"document\":{}}",
        "{\"id\":\"a\",\"kind\":\"catalogue\",\"document\":7}",
        "{\"id\":\"a\",\"kind\":\"catalogue\",\"part\":2,\"of\":1,\"content\":\"\"}",
        "{\"id\":\"a\",\"kind\":\"catalogue\",\"part\":1,\"of\":65,\"content\":\"\"}",
        "{\"id\":\"a\",\"kind\":\"catalogue\",\"content\":\"no Base64!\"}",
        "{\"id\":\"a\",\"kind\":\"catalogue\",\"content\":\"AAAA\"}"
      })
  void what_is_no_update_is_refused(String record) {
    assertThatThrownBy(() -> records.take(record.getBytes(UTF_8)))
        .isInstanceOf(MalformedUpdate.class)
        .hasMessageMatching("(?s).{5,}");
    assertThat(records.waiting()).isEmpty();
  }

  private RuleUpdate taken(byte[] record) throws MalformedUpdate {
    Optional<RuleUpdate> update = records.take(record);
    return update.orElseThrow();
  }

  private static byte[] part(String id, int part, int of, String content) {
    return String.format(
            "{\"id\":\"%s\",\"kind\":\"catalogue\",\"part\":%d,\"of\":%d,\"content\":\"%s\"}",
            id, part, of, content)
        .getBytes(UTF_8);
  }

  private static RuleUpdate update(String document) {
    return new RuleUpdate("update", RuleKind.CATALOGUE, document);
  }

  /** Nothing that can be compressed much. */
  private static String noise(int length) {
    var random = new Random(5);
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (' ' + random.nextInt(90)));
    }
    return text.toString();
  }
}
