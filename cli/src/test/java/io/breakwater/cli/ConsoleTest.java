// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static io.breakwater.console.index.Records.exposure;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.console.feed.FileFeed;
import io.breakwater.console.index.sql.SqlIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the console does not start with, and what it says then. */
@Timeout(120)
final class ConsoleTest {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @TempDir private Path directory;
  private Path result;

  @BeforeEach
  void given_a_directory_of_output() throws IOException {
    result = output("result", 1);
  }

  /** What a run has written that found this exposure. */
  private Path output(String name, int exposure) throws IOException {
    var output = Files.createDirectory(directory.resolve(name));
    Files.writeString(output.resolve("exposures.ndjson"), exposure(exposure).text() + "\n");
    return output;
  }

  private CommandRun console(String... options) {
    var arguments = new ArrayList<>(List.of("console"));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--port")) {
      arguments.addAll(List.of("--port", "0"));
    }
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private void assertRefused(int exit, String message, CommandRun run) {
    assertThat(run.err()).contains(message);
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out()).doesNotContain("The console is at");
  }

  @Test
  void without_a_source_there_is_nothing_to_show() {
    assertRefused(WRONG_USAGE, "Missing required option: '--source=SOURCE'", console());
  }

  @ParameterizedTest
  @CsvSource({
    "2, --port, 65536, a port is from 0 to 65535",
    "2, --port, -1, a port is from 0 to 65535",
    "2, --retain, P401D, --retain: ",
    "2, --retain, -P1D, --retain: ",
    "1, --store, jdbc:mysql://127.0.0.1/x, a store is a file",
    "1, --host, 0.0.0.0, 'others can reach 0.0.0.0: say who they may be with --tokens'",
    "1, --host, '::', 'others can reach ::'",
    "1, --tokens, no-such-file, cannot read no-such-file",
    "1, --proxy-secret-file, no-such-file, cannot read no-such-file",
    "1, --audit, no-such-directory/audit, cannot write the audit log no-such-directory/audit",
    "1, --suppressions, no-such-file, no-such-file",
    "1, --catalogue, no-such-directory, 'catalogue.json: no such file'",
    "1, --source, no-such-directory, there is no directory no-such-directory",
    "2, --source, kinesis:colours=stream, 'where WHAT is exposures, certificates'",
  })
  void what_cannot_be_is_refused(int exit, String option, String value, String message) {
    assertRefused(exit, message, console("--source", result.toString(), option, value));
  }

  @Test
  void a_port_that_is_taken_is_named() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());

      var run = CommandRun.of("console", "--source", result.toString(), "--port", port);

      assertRefused(FAILED, "127.0.0.1:" + port, run);
      assertThat(run.err()).contains("choose another with --port");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--tokens, rw-r--r--, reports viewer 0123456789abcdef01234567, chmod 600",
    "--tokens, rw-------, reports viewer short, a token has at least 24 characters",
    "--tokens, rw-------, reports admin 0123456789abcdef01234567, a role is viewer or operator",
    "--proxy-secret-file, rw-r--r--, 0123456789abcdef01234567, chmod 600",
    "--proxy-secret-file, rw-------, short, a secret of at least 24 characters"
  })
  void a_file_of_secrets_that_is_wrong_is_told(
      String option, String permissions, String text, String message) throws IOException {
    var file = Files.writeString(directory.resolve("secret"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertRefused(FAILED, message, console("--source", result.toString(), option, file.toString()));
  }

  @Test
  void a_store_that_is_none_is_told() throws IOException {
    var store = Files.writeString(directory.resolve("index.db"), "not a database ".repeat(1_000));

    var run = console("--source", result.toString(), "--store", store.toString());

    assertRefused(FAILED, store.toString(), run);
  }

  @Test
  void a_file_of_another_run_than_the_store_is_made_from_is_refused() throws IOException {
    var store = directory.resolve("index.db");
    try (var index = SqlIndex.inFile(store)) {
      new FileFeed(index).read(result);
    }
    var other = output("other", 2);

    var run = console("--source", other.toString(), "--store", store.toString());

    assertRefused(WRONG_USAGE, other.resolve("exposures.ndjson").toString(), run);
    assertThat(run.err())
        .contains("is not the file that the index was made from", "name another with --store");
  }

  @Test
  void exposures_come_from_one_source_only() throws IOException {
    var other = output("other", 2);

    var run = console("--source", result.toString(), "--source", other.toString());

    assertRefused(WRONG_USAGE, "exposures come from " + result + " and from " + other, run);
  }
}
