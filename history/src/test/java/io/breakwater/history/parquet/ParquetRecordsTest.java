// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void every_codec_that_security_lake_and_athena_write_is_read(CompressionCodecName codec)
      throws IOException {
    var file = write("message m { optional int32 class_uid; }", codec, row -> row.add(0, 2002));

    assertThat(read(file)).containsExactly(json("{\"class_uid\":2002}"));
  }

  @Test
  void structs_lists_and_maps_are_objects_arrays_and_objects() throws IOException {
    var schema =
        """
        message finding {
          optional group metadata { optional group product { optional binary name (STRING); } }
          optional group resources (LIST) {
            repeated group list {
              optional group element {
                optional binary uid (STRING);
                optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
              }
            }
          }
          optional group unmapped (MAP) {
            repeated group key_value { required binary key (STRING); optional binary value (STRING); }
          }
          optional group nothing { optional int32 at_all; }
        }
        """;

    var file =
        write(
            schema,
            CompressionCodecName.ZSTD,
            row -> {
              row.addGroup(0).addGroup(0).add(0, "GuardDuty");
              var resources = row.addGroup(1);
              var first = resources.addGroup(0).addGroup(0);
              first.add(0, "arn:aws:s3:::ledger");
              var tags = first.addGroup(1);
              tags.addGroup(0).add(0, "a");
              tags.addGroup(0);
              resources.addGroup(0);
              row.addGroup(2).addGroup(0).append("key", "RecordState").append("value", "ACTIVE");
            });

    assertThat(read(file))
        .containsExactly(
            json(
                """
                {"metadata":{"product":{"name":"GuardDuty"}},
                 "resources":[{"uid":"arn:aws:s3:::ledger","tags":["a",null]},null],
                 "unmapped":{"RecordState":"ACTIVE"}}
                """));
  }

  @Test
  void lists_of_older_writers_have_no_group_around_their_elements() throws IOException {
    var schema =
        """
        message m {
          optional group names (LIST) { repeated binary array (STRING); }
          optional group pairs (LIST) { repeated group array { optional int32 one; } }
          repeated int64 loose;
        }
        """;

    var file =
        write(
            schema,
            CompressionCodecName.SNAPPY,
            row -> {
              row.addGroup(0).append("array", "a").append("array", "b");
              row.addGroup(1).addGroup(0).append("one", 1);
              row.append("loose", 5L).append("loose", 6L);
            });

    assertThat(read(file))
        .containsExactly(json("{\"names\":[\"a\",\"b\"],\"pairs\":[{\"one\":1}],\"loose\":[5,6]}"));
  }

  @Test
  void times_are_milliseconds_and_rfc_3339_where_ocsf_names_them_so() throws IOException {
    var schema =
        """
        message m {
          optional int64 time;
          optional int64 created_time (TIMESTAMP(MICROS,true));
          optional int64 time_dt (TIMESTAMP(MILLIS,true));
          optional int96 modified_time;
          optional int32 day (DATE);
        }
        """;

    var file =
        write(
            schema,
            CompressionCodecName.ZSTD,
            row ->
                row.append("time", 1_793_000_000_123L)
                    .append("created_time", 1_793_000_000_123_456L)
                    .append("time_dt", 1_793_000_000_123L)
                    .append("modified_time", int96(20_752, 1_500_000_000L))
                    .append("day", 20_752));

    assertThat(read(file))
        .containsExactly(
            json(
                """
                {"time":1793000000123,"created_time":1793000000123,
                 "time_dt":"2026-10-26T07:33:20.123Z","modified_time":1792972801500,
                 "day":"2026-10-26"}
                """));
  }

  @Test
  void numbers_and_bytes_keep_what_they_mean() throws IOException {
    var schema =
        """
        message m {
          optional int32 unsigned (INTEGER(32,false));
          optional int64 large (INTEGER(64,false));
          optional int32 price (DECIMAL(9,2));
          optional double score;
          optional boolean truth;
          optional binary text;
          optional binary noise;
        }
        """;

    var file =
        write(
            schema,
            CompressionCodecName.ZSTD,
            row ->
                row.append("unsigned", -1)
                    .append("large", -1L)
                    .append("price", 1999)
                    .append("score", 0.25)
                    .append("truth", true)
                    .append("text", "höher")
                    .append("noise", Binary.fromConstantByteArray(new byte[] {(byte) 0xff, 0})));

    assertThat(read(file))
        .containsExactly(
            json(
                """
                {"unsigned":4294967295,"large":18446744073709551615,"price":19.99,"score":0.25,
                 "truth":true,"text":"höher","noise":"/wA="}
                """));
  }

  @Test
  void a_file_that_breaks_off_is_an_error_that_says_what_it_is() throws IOException {
    var file = write("message m { optional int32 a; }", CompressionCodecName.ZSTD, row -> {});
    var whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 4));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Parquet");
  }

  private Path write(String schema, CompressionCodecName codec, Consumer<Group> fill)
      throws IOException {
    var type = MessageTypeParser.parseMessageType(schema);
    var file = directory.resolve("events");
    var row = new SimpleGroup(type);
    fill.accept(row);
    try (var writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .withCompressionCodec(codec)
            .build()) {
      writer.write(row);
    }
    return file;
  }

  private static List<JsonNode> read(Path file) throws IOException {
    var rows = new ArrayList<JsonNode>();
    try (var reader = new EventFormat().open(file)) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        rows.add(JSON.readTree(next.get().bytes()));
      }
    }
    return rows;
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  private static Binary int96(int epochDay, long nanosOfDay) {
    return Binary.fromConstantByteArray(
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(nanosOfDay)
            .putInt(epochDay + 2_440_588)
            .array());
  }
}
