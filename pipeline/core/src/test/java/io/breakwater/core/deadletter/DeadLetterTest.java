// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.json.MalformedRecord.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DeadLetterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              DeadLetterTest.class.getResourceAsStream(
                  "/breakwater/records/dead-letter.schema.json"));

  @Test
  void a_record_that_cannot_be_read_becomes_a_letter_with_its_bytes() {
    var raw = "{\"a\": [1, 2".getBytes(UTF_8);

    var letter = letterOf(raw).orElseThrow();

    assertThat(letter.reason()).isEqualTo("truncated-json");
    assertThat(letter.detail()).contains("end-of-input");
    assertThat(letter.origin() + "#" + letter.offset()).isEqualTo("findings.ndjson#17");
    assertThat(letter.raw()).isEqualTo(raw);
  }

  @Test
  void a_record_that_is_understood_becomes_none() {
    assertThat(letterOf("{\"a\": 1}".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void the_same_record_in_the_same_place_is_the_same_letter() {
    assertThat(letter("a").toJson().get(0)).isEqualTo(letter("a").toJson().get(0));
  }

  @Test
  void another_record_or_another_place_is_another_letter() {
    var ids =
        List.of(
            letter("a").id(),
            letter("b").id(),
            new DeadLetter("empty", "", "1", "elsewhere", "17", "a".getBytes(UTF_8)).id(),
            new DeadLetter("empty", "", "1", "findings.ndjson", "18", "a".getBytes(UTF_8)).id());

    assertThat(ids).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void every_reason_is_in_the_schema(Reason reason) throws IOException {
    var letter = new DeadLetter(reason.code(), "", "1", "o", "0", new byte[0]);

    assertFitsTheSchema(letter.toJson());
  }

  @Property(tries = 500)
  void a_letter_is_read_as_it_was_written(
      @ForAll String detail, @ForAll String origin, @ForAll String offset, @ForAll byte[] raw)
      throws IOException {
    var letter = new DeadLetter("not-json", detail, "1.2.3", origin, offset, raw);

    var records = letter.toJson();
    var read = assembled(records);

    assertFitsTheSchema(records);
    assertEqual(read, letter);
  }

  @Property(tries = 30)
  void a_letter_that_is_too_large_is_put_together_again_in_any_order_and_with_repeats(
      @ForAll("sizes") int size, @ForAll long seed) throws IOException {
    var raw = new byte[size];
    var random = new Random(seed);
    random.nextBytes(raw);
    var letter = new DeadLetter("too-large", "é", "1.2.3", "größe", "0", raw);

    var records = new ArrayList<>(letter.toJson());
    assertThat(records).allMatch(record -> record.length <= DeadLetterRecord.MAX_BYTES);
    assertFitsTheSchema(records);
    records.add(records.get(random.nextInt(records.size())));
    Collections.shuffle(records, random);

    assertEqual(assembled(records), letter);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    var perRecord = DeadLetterRecord.room(letter(""));
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 3 << 20),
        Arbitraries.integers().between(perRecord - 3, perRecord + 3));
  }

  @Test
  void a_record_of_one_mebibyte_takes_two() {
    var letter = new DeadLetter("too-large", "", "1", "o", "0", new byte[1 << 20]);

    assertThat(letter.toJson()).hasSize(2);
  }

  @Test
  void an_endless_detail_is_cut_off_at_a_whole_character() throws IOException {
    var letter =
        new DeadLetter("wrong-type", "\ud83d\ude00".repeat(1_000_000), "1", "o", "0", new byte[1]);

    assertThat(letter.detail()).hasSizeLessThanOrEqualTo(1_000).endsWith("\ude00…");
    assertFitsTheSchema(letter.toJson());
  }

  @Test
  void a_letter_of_which_a_chunk_is_missing_stays_open() throws IOException {
    var letter = new DeadLetter("too-large", "", "1", "o", "0", new byte[2 << 20]);
    var letters = new DeadLetters();

    assertThat(letters.add(letter.toJson().get(1))).isEmpty();

    assertThat(letters.incomplete()).containsExactly(letter.id());
  }

  @Test
  void letters_may_come_one_through_the_other() throws IOException {
    var first = new DeadLetter("too-large", "", "1", "o", "0", new byte[1 << 20]);
    var second = new DeadLetter("too-large", "", "1", "o", "1", new byte[1 << 20]);
    var letters = new DeadLetters();

    letters.add(first.toJson().get(0));
    letters.add(second.toJson().get(1));

    assertThat(letters.add(first.toJson().get(1)).orElseThrow().id()).isEqualTo(first.id());
    assertThat(letters.incomplete()).containsExactly(second.id());
  }

  @ParameterizedTest
  @CsvSource({
    "schemaVersion, 2, 'schemaVersion 2, this release reads 1'",
    "raw, '%', raw is no Base64",
    "raw, 'YQ==', 1 bytes that are not the 6",
    "sha256, '', not the 6",
    "chunk, 1, chunk 1 of 1",
    "chunk, -1, chunk -1 of 1",
    "id, '', letter ''",
  })
  void a_letter_that_was_tampered_with_is_refused(String field, String value, String message)
      throws IOException {
    var record = (ObjectNode) JSON.readTree(letter("abcdef").toJson().get(0));
    record.put(field, value);
    var letters = new DeadLetters();

    assertThatThrownBy(() -> letters.add(JSON.writeValueAsBytes(record)))
        .isInstanceOf(BrokenDeadLetter.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"''", "17", "{", "[]", "{}", "noise"})
  void what_is_no_letter_is_refused(String text) {
    var letters = new DeadLetters();

    assertThatThrownBy(() -> letters.add(text.getBytes(UTF_8)))
        .isInstanceOf(BrokenDeadLetter.class);
  }

  private static Optional<DeadLetter> letterOf(byte[] raw) {
    return DeadLetter.of(Decoder.withLimit(1 << 20).decode(raw), "findings.ndjson", "17", raw);
  }

  private static DeadLetter letter(String raw) {
    return new DeadLetter("not-json", "", "1", "findings.ndjson", "17", raw.getBytes(UTF_8));
  }

  private static DeadLetter assembled(List<byte[]> records) throws IOException {
    var letters = new DeadLetters();
    Optional<DeadLetter> last = Optional.empty();
    for (var record : records) {
      var letter = letters.add(record);
      last = letter.isPresent() ? letter : last;
    }
    return last.orElseThrow();
  }

  private static void assertEqual(DeadLetter read, DeadLetter written) {
    assertThat(read)
        .extracting(
            DeadLetter::id,
            DeadLetter::reason,
            DeadLetter::detail,
            DeadLetter::version,
            DeadLetter::origin,
            DeadLetter::offset)
        .containsExactly(
            written.id(),
            written.reason(),
            written.detail(),
            written.version(),
            written.origin(),
            written.offset());
    assertThat(Arrays.equals(read.raw(), written.raw())).isTrue();
  }

  private static void assertFitsTheSchema(List<byte[]> records) throws IOException {
    for (var record : records) {
      assertThat(SCHEMA.validate(JSON.readTree(record))).isEmpty();
    }
  }
}
