// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonDocumentsTest {
  private static final int LIMIT = 1 << 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':1}\n{'b':2}\n",
        "{'a':1}\n{'b':2}",
        "{'a':1}\r\n{'b':2}\r\n",
        "\n\n{'a':1}\n\n\n{'b':2}\n\n",
        "{'a':1}{'b':2}",
        "{'a':1} \t {'b':2}",
        "[{'a':1},{'b':2}]",
        "[\n  {'a':1},\n  {'b':2}\n]\n",
        "[[{'a':1}],[{'b':2}]]",
        "[{'a':1}]\n[{'b':2}]",
        "{'a':1},{'b':2},",
        "\ufeff{'a':1}\n{'b':2}",
        "\ufeff[{'a':1},{'b':2}]",
      })
  void objects_are_records_whatever_stands_between_them(String text) throws IOException {
    assertThat(records(text)).containsExactly("{'a':1}", "{'b':2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n\t", "[]", "[ , ]", "\ufeff", "\ufeff\n"})
  void where_there_is_nothing_there_is_no_record(String text) throws IOException {
    assertThat(records(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n  'a': {\n    'b': [\n      {\n        'c': 1\n      },\n      {}\n    ]\n  }\n}",
        "{'a':\n{'b':1}}",
        "{'a':[\n{'b':1},\n{'c':2}\n]}",
        "{'a':[1,\n{'b':1}]}",
        "{'a':\r\n{'b':1},\r\n'c':\r\n[\r\n{}\r\n]}",
        "{'a':'} { ] [ , : '}",
        "{'a':'\\'}{\\\\'}",
        "{'a':'\\\\\\''}",
        "{'\\'':{'}':'{'}}",
      })
  void an_object_ends_with_its_own_bracket(String object) throws IOException {
    assertThat(records(object + "\n" + object)).containsExactly(object, object);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':1",
        "{'a':{'b':1",
        "{'a':[1,2",
        "{'a':[{'b':1}",
        "{'a':1,",
        "{'a':'text",
        "{'a':'text\\",
        "{'a",
        "{",
        "no object at all",
        "'a text'",
        "17",
        "}",
      })
  void a_broken_record_does_not_swallow_the_next_line(String broken) throws IOException {
    var records = records("{'n':1}\n" + broken + "\n{'n':2}\n{'n':3}\n");

    assertThat(records).startsWith("{'n':1}").endsWith("{'n':2}", "{'n':3}").hasSize(4);
    assertThat(records.get(1).strip()).isEqualTo(broken);
  }

  @Test
  void a_record_that_breaks_off_anywhere_does_not_swallow_those_right_behind_it()
      throws IOException {
    var whole = "{'a':[1,{'b':'x{y'},true],'c\\\\u00e9':{'d':null,'e':-1.5e3},'f':'','g':[[],{}]}";
    for (int cut = 1; cut < whole.length(); cut++) {
      var broken = whole.substring(0, cut);

      var records = records("{'n':1}" + broken + "{'n':2}{'n':3}{'n':4}");

      boolean beforeValue = broken.matches(".*(:|\\[|\\[1,|y'\\},|\\[\\[\\],)");
      assertThat(records)
          .as(broken)
          .startsWith("{'n':1}")
          .endsWith("{'n':3}", "{'n':4}")
          .hasSize(beforeValue ? 4 : 5);
    }
  }

  @Test
  void an_object_that_breaks_off_before_a_value_takes_one_line_with_it() throws IOException {
    var records = records("{'a':\n{'n':1}\n{'n':2}\n{'n':3}\n");

    assertThat(records).endsWith("{'n':2}", "{'n':3}");
  }

  @Test
  void a_record_longer_than_the_limit_is_cut_there_and_nothing_of_it_is_lost() throws IOException {
    var text = "{'a':'" + "x".repeat(100) + "'}";

    var records = records(stream(text.getBytes(UTF_8)), 40);

    assertThat(records).allMatch(record -> record.length() <= 40);
    assertThat(String.join("", records)).isEqualTo(text);
  }

  @Test
  void a_limit_may_be_as_large_as_numbers_go() throws IOException {
    assertThat(records(stream("{'a':1}{'b':2}".getBytes(UTF_8)), Integer.MAX_VALUE)).hasSize(2);
  }

  @Test
  void a_record_may_be_larger_than_any_buffer() throws IOException {
    var large = "{'a':'" + "x".repeat(300_000) + "'}";

    assertThat(records(large + large + "{'b':2}")).containsExactly(large, large, "{'b':2}");
  }

  @Test
  void gzip_is_recognised_by_its_content() throws IOException {
    assertThat(records(stream(gzip("{'a':1}\n{'b':2}")), LIMIT))
        .containsExactly("{'a':1}", "{'b':2}");
  }

  @Test
  void a_byte_order_mark_within_gzip_is_passed_over() throws IOException {
    assertThat(records(stream(gzip("\ufeff{'a':1}")), LIMIT)).containsExactly("{'a':1}");
  }

  @Test
  void members_of_gzip_follow_one_another() throws IOException {
    var members = concat(gzip("{'a':1}\n{'b'"), gzip(":2}\n"), gzip(""), gzip("{'c':3}"));

    assertThat(records(stream(members), LIMIT)).containsExactly("{'a':1}", "{'b':2}", "{'c':3}");
  }

  @Test
  void members_of_gzip_from_a_source_that_does_not_know_what_comes_are_all_read()
      throws IOException {
    var members = concat(gzip("{'a':1}"), gzip("{'b':2}"));

    assertThat(records(new Trickle(members, 1), LIMIT)).containsExactly("{'a':1}", "{'b':2}");
  }

  @Test
  void one_byte_is_no_gzip_though_it_begins_like_it() throws IOException {
    assertThat(records(stream(new byte[] {0x1f}), LIMIT)).hasSize(1);
  }

  private static List<String> records(String text) throws IOException {
    return records(stream(text.replace('\'', '"').getBytes(UTF_8)), LIMIT);
  }

  private static List<String> records(InputStream in, int limit) throws IOException {
    var records = new ArrayList<String>();
    try (var documents = JsonDocuments.of(in, limit)) {
      for (var next = documents.next(); next.isPresent(); next = documents.next()) {
        records.add(new String(next.get(), UTF_8).replace('"', '\''));
      }
    }
    return records;
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    var bytes = new ByteArrayOutputStream();
    for (var part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}
