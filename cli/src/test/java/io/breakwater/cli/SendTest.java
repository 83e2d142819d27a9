// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.StreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SendTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private KinesisLocal server;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    server = KinesisLocal.start(directory);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void records_of_a_file_arrive_as_they_are(@TempDir Path directory) throws Exception {
    server.createStream("whole", 1);
    var file = Files.writeString(directory.resolve("in.ndjson"), "{\"a\": 1}\n{\"b\": 2}\nnoise\n");

    int exit = send(file, "--stream", "whole", "--format", "json");

    var arrived = new StreamReader(server.client(), "whole").poll();
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("\"read\":3,\"accepted\":3,\"refused\":0");
    assertThat(arrived)
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .containsExactly("{\"a\": 1}", "{\"b\": 2}", "noise");
  }

  @Test
  void a_record_that_no_stream_takes_is_said_and_fails_the_command(@TempDir Path directory)
      throws Exception {
    server.createStream("partial", 1);
    var large = "{\"large\":\"" + "x".repeat(1 << 20) + "\"}";
    var file = Files.writeString(directory.resolve("in.ndjson"), "{\"a\": 1}\n" + large + "\n");

    int exit = send(file, "--stream", "partial");

    assertThat(exit).isEqualTo(1);
    assertThat(out.toString()).contains("1 of 2 records sent to stream partial");
    assertThat(err.toString()).contains("not sent: " + file + "#1: ");
  }

  @Test
  void a_stream_that_does_not_exist_is_said(@TempDir Path directory) throws Exception {
    var file = Files.writeString(directory.resolve("in.json"), "{\"a\": 1}");

    int exit = send(file, "--stream", "missing");

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString()).contains("cannot write to stream missing (0 records were sent)");
  }

  @Test
  void a_rate_that_is_none_is_wrong_usage(@TempDir Path directory) throws Exception {
    var file = Files.writeString(directory.resolve("in.json"), "{\"a\": 1}");

    int exit = send(file, "--stream", "any", "--rate", "0");

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("--rate must be from 1 to 1000000, was 0");
  }

  private int send(Path file, String... options) {
    var arguments = new String[options.length + 4];
    arguments[0] = "send";
    arguments[1] = file.toString();
    arguments[2] = "--endpoint";
    arguments[3] = server.endpoint().toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Breakwater.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
