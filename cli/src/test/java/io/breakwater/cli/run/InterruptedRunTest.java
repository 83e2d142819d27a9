// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.benchmark.corpus.Month;
import io.breakwater.cli.Breakwater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InterruptedRunTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path directory;

  @Test
  void what_is_not_complete_when_a_run_is_interrupted_is_taken_away() throws Exception {
    var month = directory.resolve("month");
    new Month(new Mix(20_000, 1_000, 0.5, 1)).write(month, written -> {});
    var output = Files.createDirectory(directory.resolve("output"));
    var kept = Files.writeString(output.resolve("exposures.ndjson"), "of an earlier run\n");

    var run = start(month, output);
    try {
      awaitTwoFilesIn(output, run);
      run.destroy();
      assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      run.destroyForcibly();
    }

    assertThat(filesIn(output)).containsExactly(kept);
    assertThat(kept).hasContent("of an earlier run");
  }

  private Process start(Path input, Path output) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var log = directory.resolve("log").toFile();
    return new ProcessBuilder(
            java,
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Breakwater.class.getName(),
            "run",
            "--input=" + input,
            "--output=" + output,
            "--as-of=2026-11-01T00:00:00Z")
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start();
  }

  /** What is incomplete, beside what was there before. */
  private static void awaitTwoFilesIn(Path output, Process run) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (filesIn(output).size() < 2) {
      assertThat(run.isAlive() && System.nanoTime() < end).as("the run begins").isTrue();
      run.waitFor(50, TimeUnit.MILLISECONDS);
    }
  }

  private static List<Path> filesIn(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }
}
