// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A consumer at work. Closing it ends it, if it is not over. */
final class ProgramRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private final Program program;
  private final Process process;
  private final Path out;
  private final Path errors;

  ProgramRun(Program program, Process process, Path out, Path errors) {
    this.program = program;
    this.process = process;
    this.out = out;
    this.errors = errors;
  }

  /** What it printed for others, all of its runs that share a log. */
  List<String> lines() throws IOException {
    return Files.readAllLines(out);
  }

  /** What it printed for people. */
  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** Waits until it has done something. */
  void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new AssertionError(
            program + " was waited for in vain, " + what + "; it said: " + errors());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Waits for its end, and returns its exit code. */
  int exit() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError(program + " does not end; it said: " + errors());
    }
    return process.exitValue();
  }

  /** As an operator stops it: by SIGTERM. */
  void stop() {
    process.destroy();
  }

  /** As a machine that fails does: by SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
