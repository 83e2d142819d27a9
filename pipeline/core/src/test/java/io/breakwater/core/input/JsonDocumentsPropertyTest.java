// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class JsonDocumentsPropertyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  enum Layout {
    LINES("", "\n", "\n", false),
    WINDOWS_LINES("", "\r\n", "", false),
    TOGETHER("", "", "", false),
    PRETTY("", "\n", "\n", true),
    PRETTY_TOGETHER("", "", "", true),
    ARRAY("[", ",", "]", false),
    ARRAY_OF_LINES("[\n", ",\n", "\n]\n", false),
    PRETTY_ARRAY("[ ", ", ", " ]", true),
    MARKED("\ufeff", "\n", "", false);

    private final String before;
    private final String between;
    private final String after;
    private final boolean pretty;

    Layout(String before, String between, String after, boolean pretty) {
      this.before = before;
      this.between = between;
      this.after = after;
      this.pretty = pretty;
    }

    String text(JsonNode object) {
      return pretty ? object.toPrettyString() : object.toString();
    }

    byte[] write(List<JsonNode> objects) {
      var texts = new ArrayList<String>();
      objects.forEach(object -> texts.add(text(object)));
      return (before + String.join(between, texts) + after).getBytes(UTF_8);
    }
  }

  @Property(tries = 2_000)
  void objects_come_back_as_they_were_written(
      @ForAll("objects") List<JsonNode> objects,
      @ForAll Layout layout,
      @ForAll boolean gzip,
      @ForAll @IntRange(min = 1, max = 40) int bytesAtOnce)
      throws IOException {
    var written = layout.write(objects);

    var records = records(new Trickle(gzip ? gzip(written) : written, bytesAtOnce), 1 << 20);

    assertThat(records).hasSameSizeAs(objects);
    for (int i = 0; i < records.size(); i++) {
      assertThat(new String(records.get(i), UTF_8)).isEqualTo(layout.text(objects.get(i)));
    }
  }

  @Property
  void objects_larger_than_the_buffer_come_back_wherever_it_ends(
      @ForAll("objects") List<JsonNode> objects,
      @ForAll Layout layout,
      @ForAll @IntRange(min = 65_400, max = 65_600) int paddingBefore)
      throws IOException {
    var all = new ArrayList<JsonNode>();
    all.add(NODES.objectNode().put("padding", "x".repeat(paddingBefore)));
    all.addAll(objects);

    var records = records(new Trickle(layout.write(all), 1 << 16), 1 << 20);

    assertThat(records).hasSameSizeAs(all);
    for (int i = 0; i < records.size(); i++) {
      assertThat(JSON.readTree(records.get(i))).isEqualTo(all.get(i));
    }
  }

  @Property(tries = 3_000)
  void every_byte_that_is_no_separator_ends_up_in_one_record(
      @ForAll("scraps") String text,
      @ForAll @IntRange(min = 1, max = 40) int bytesAtOnce,
      @ForAll @IntRange(min = 1, max = 40) int limit)
      throws IOException {
    var records = records(new Trickle(text.getBytes(ISO_8859_1), bytesAtOnce), limit);

    var together = new ByteArrayOutputStream();
    records.forEach(together::writeBytes);
    assertThat(withoutSeparators(together.toString(ISO_8859_1))).isEqualTo(withoutSeparators(text));
    assertThat(records).allMatch(record -> record.length > 0 && record.length <= limit);
  }

  private static String withoutSeparators(String text) {
    return text.replaceAll("[ \\n\\r\\t,\\[\\]]", "");
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "\r\n", " ", "a", "1", "\u00e9")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<JsonNode>> objects() {
    return object(3).list().ofMaxSize(6);
  }

  private static Arbitrary<JsonNode> object(int depth) {
    return Arbitraries.maps(text(), value(depth))
        .ofMaxSize(4)
        .map(
            members -> {
              var object = NODES.objectNode();
              members.forEach(object::set);
              return object;
            });
  }

  private static Arbitrary<JsonNode> value(int depth) {
    var scalars =
        Arbitraries.oneOf(
            text().map(NODES::textNode),
            Arbitraries.integers().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.just(NODES.nullNode()));
    if (depth == 0) {
      return scalars.map(JsonNode.class::cast);
    }
    var arrays =
        Arbitraries.lazy(() -> value(depth - 1))
            .list()
            .ofMaxSize(3)
            .map(values -> (JsonNode) NODES.arrayNode().addAll(values));
    return Arbitraries.oneOf(
        scalars.map(JsonNode.class::cast), arrays, Arbitraries.lazy(() -> object(depth - 1)));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.of("{", "}", "[", "]", "\"", "\\", ",", "\n", "a", "\u00e9", "\ud83d\ude00")
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  private static List<byte[]> records(InputStream in, int limit) throws IOException {
    var records = new ArrayList<byte[]>();
    try (var documents = JsonDocuments.of(in, limit)) {
      for (var next = documents.next(); next.isPresent(); next = documents.next()) {
        records.add(next.get());
      }
    }
    return records;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
