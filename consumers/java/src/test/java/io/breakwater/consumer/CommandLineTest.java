// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both consumers say before they read anything. */
final class CommandLineTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void help_names_every_option(Program program) throws Exception {
    try (var run = start(program, "--help")) {
      assertThat(run.exit()).isEqualTo(0);
      assertThat(String.join("\n", run.lines()))
          .contains(
              "--stream", "--state", "--region", "--endpoint", "--from", "--until-idle", "--help");
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrong_usage_is_told_by_exit_code_2(Program program) throws Exception {
    try (var run = start(program, "--stream=x", "--state=" + directory, "--from=yesterday")) {
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.errors())
          .contains("--from: expected TRIM_HORIZON, LATEST or a time")
          .contains("not yesterday");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_directory_of_somebody_else_is_told_by_exit_code_1(Program program) throws Exception {
    Files.writeString(directory.resolve("open.ndjson"), "something else\n");

    try (var run = start(program, "--stream=x", "--state=" + directory, "--region=us-east-1")) {
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errors())
          .contains("breakwater-consumer: the state cannot be kept: ")
          .contains("open.ndjson is not what this program wrote (not JSON)");
    }
  }

  private ProgramRun start(Program program, String... arguments) throws Exception {
    return program.start(directory.resolve("log"), arguments);
  }
}
