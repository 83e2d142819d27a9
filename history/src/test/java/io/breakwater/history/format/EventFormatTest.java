// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.breakwater.flink.types.Record;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFormatTest {
  @TempDir Path directory;

  @Test
  void records_of_plain_json_carry_their_file_and_their_index() throws IOException {
    var file = write("events.json", bytes("{\"a\":1}{\"a\":2}\n[{\"a\":3}]"));

    var records = read(file);

    assertThat(texts(records)).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
    assertThat(records.get(2).position()).isEqualTo(file + "#2");
  }

  @Test
  void gzip_of_several_members_is_read_to_its_end_whatever_it_is_called() throws IOException {
    var file = write("events.json", gzip("{\"a\":1}\n{\"a\""), gzip(":2}"), gzip("{\"a\":3}"));

    assertThat(texts(read(file))).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
  }

  @Test
  void zstandard_of_several_frames_is_read_to_its_end() throws IOException {
    var file = write("events", zstd(bytes("{\"a\":1}{\"a\"")), zstd(bytes(":2}")));

    assertThat(texts(read(file))).containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void gzip_within_zstandard_is_unpacked_twice() throws IOException {
    var file = write("events.zst", zstd(gzip("{\"a\":1}")));

    assertThat(texts(read(file))).containsExactly("{\"a\":1}");
  }

  @Test
  void zstandard_that_breaks_off_is_an_error_behind_the_records_before() throws IOException {
    var whole = zstd(bytes("{\"a\":1}\n".repeat(100_000)));
    var file = write("events.zst", Arrays.copyOf(whole, whole.length - 10));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("runcated");
  }

  @Test
  void an_empty_file_holds_no_record() throws IOException {
    assertThat(read(write("empty", new byte[0]))).isEmpty();
  }

  @Test
  void records_of_a_stream_keep_their_bytes_their_place_and_their_borders() throws IOException {
    var noise = new Record(new byte[] {0, '{', '\n', (byte) 0xff}, "kinesis:findings/0", "17");
    var empty = new Record(new byte[0], "kinesis:findings/0", "18");
    var event = new Record(bytes("{\"a\":\n1}"), "kinesis:findings/1", "3");
    var file = directory.resolve("000001.records");

    RecordFile.write(file, List.of(noise, empty, event));

    assertThat(read(file))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(noise, empty, event);
  }

  @Test
  void a_file_of_records_that_ends_within_one_says_so() throws IOException {
    var file = directory.resolve("000001.records");
    RecordFile.write(file, List.of(new Record(bytes("{\"a\":1}"), "stream", "1")));
    var packed = Files.readAllBytes(file);
    var plain = Zstd.decompress(packed, 1000);
    Files.write(file, Arrays.copyOf(plain, plain.length - 1));

    assertThatThrownBy(() -> read(file)).hasMessage("the file ends within a record");
  }

  private static List<Record> read(Path file) throws IOException {
    var records = new ArrayList<Record>();
    try (var reader = new EventFormat().open(file)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        records.add(next.get());
      }
    }
    return records;
  }

  private static List<String> texts(List<Record> records) {
    return records.stream()
        .map(record -> new String(record.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  private Path write(String name, byte[]... members) throws IOException {
    var all = new ByteArrayOutputStream();
    for (var member : members) {
      all.write(member);
    }
    return Files.write(directory.resolve(name), all.toByteArray());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zstd(byte[] content) {
    return Zstd.compress(content);
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes(text));
    }
    return packed.toByteArray();
  }
}
