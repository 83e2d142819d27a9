// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class LocalTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path directory;

  @Test
  void exposures_open_and_certificates_run_out_within_seconds_and_the_run_ends_by_itself()
      throws Exception {
    int exit =
        run(
            "--for",
            "PT20S",
            "--rate",
            "200",
            "--speed",
            "3000000",
            "--output",
            directory.toString());

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("opened", "closed: renewed", "certificates on ", "records read =")
        .containsPattern("jira +SEC-1 +made")
        .containsPattern("tickets: [1-9][0-9]* made, ");
    assertThat(Files.readAllLines(directory.resolve("exposures.ndjson")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("\"class_uid\":2004"));
    assertThat(Files.readAllLines(directory.resolve("certificates.ndjson")))
        .allSatisfy(line -> assertThat(line).contains("\"types\":[\"Certificate/"))
        .anyMatch(line -> line.contains("\"activity_name\":\"Create\""))
        .anyMatch(line -> line.contains("\"activity_name\":\"Update\""))
        .anyMatch(line -> line.contains("\"activity_name\":\"Close\""));
    assertThat(Files.readAllLines(directory.resolve("dead-letters.ndjson")))
        .noneMatch(line -> line.contains("demo certificates"));
  }

  @ParameterizedTest
  @CsvSource({
    "--rate, 0, --rate must be above 0",
    "--speed, 0, --speed must be above 0 and at most 10000000",
    "--speed, -1, --speed must be above 0",
    "--speed, 10000001, --speed must be above 0 and at most 10000000",
    "--speed, NaN, --speed must be above 0",
    "--parallelism, 0, --parallelism must be from 1",
    "--for, PT0S, --for must be a positive duration"
  })
  void a_setting_out_of_range_is_wrong_usage(String option, String value, String message) {
    int exit = run(option, value);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  private int run(String... args) {
    return new CommandLine(new Local())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(Arrays.copyOf(args, args.length));
  }
}
