// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.fork;

import io.breakwater.benchmark.Contender;
import io.breakwater.benchmark.Plan;
import io.breakwater.benchmark.corpus.Corpus;
import io.breakwater.benchmark.job.Cost;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link Worker} of the same class path. Closing it ends it. */
public final class WorkerProcess implements AutoCloseable {
  private static final long GRACE_SECONDS = 10;
  private static final int HEAP_MEBIBYTES = 1536;

  private final Contender contender;
  private final Path log;
  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;

  private WorkerProcess(Contender contender, Path log, Process process) {
    this.contender = contender;
    this.log = log;
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a JVM; it costs next to nothing until it is told to do something.
   *
   * @param directory where the corpus is, and where the process may write
   */
  public static WorkerProcess start(Contender contender, Plan plan, Path directory, Corpus corpus)
      throws IOException {
    var log = directory.resolve(contender + ".log");
    var scratch = Files.createDirectories(directory.resolve(contender + ".scratch"));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags(heapMebibytes(contender, corpus)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Worker.class.getName());
    command.add(contender.name());
    command.add(directory.toString());
    command.add(Long.toString(plan.checkpoints().toSeconds()));
    command.add(scratch.toString());
    var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    return new WorkerProcess(contender, log, process);
  }

  /** The tokeniser holds all documents. */
  private static int heapMebibytes(Contender contender, Corpus corpus) {
    return contender.state().isPresent()
        ? HEAP_MEBIBYTES
        : (int) (corpus.bytes() >> 20) * 5 / 4 + 512;
  }

  /** Flink cleans closures and serializes through reflection into these packages. */
  private static List<String> flags(int heapMebibytes) {
    return List.of(
        "-Xms" + heapMebibytes + "m",
        "-Xmx" + heapMebibytes + "m",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED");
  }

  /** One pass over the corpus. */
  public Cost run() {
    return Cost.parse(ask(Worker.RUN));
  }

  /** Bytes of state after one pass over the corpus. */
  public long stateBytes() {
    return Long.parseLong(ask(Worker.STATE));
  }

  /** The same of a job whose rules may change. */
  public long stateBytesWithRules() {
    return Long.parseLong(ask(Worker.STATE_WITH_RULES));
  }

  private String ask(String command) {
    try {
      commands.write(command);
      commands.newLine();
      commands.flush();
      for (var line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.startsWith(Worker.ANSWER)) {
          return line.substring(Worker.ANSWER.length());
        }
      }
      throw new IllegalStateException(
          "the JVM of " + contender + " ended without an answer; its last words: " + lastWords());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lastWords() throws IOException {
    var lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  /** Closes its input, at which it ends by itself; a little later not by itself. */
  @Override
  public void close() {
    try {
      commands.close();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException e) {
      kill();
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** At once. */
  void kill() {
    process.destroyForcibly();
  }
}
