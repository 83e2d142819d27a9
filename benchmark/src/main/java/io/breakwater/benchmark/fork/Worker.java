// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.fork;

import io.breakwater.benchmark.Contender;
import io.breakwater.benchmark.corpus.Corpus;
import io.breakwater.benchmark.job.MeasuredJob;
import io.breakwater.benchmark.job.Tokeniser;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The JVM of one contender. Does one pass for each line {@code run} it reads and answers with its
 * cost; ends when there is nothing more to read, or when who started it has ended.
 */
final class Worker {
  static final String RUN = "run";
  static final String STATE = "state";
  static final String STATE_WITH_RULES = "state-with-rules";

  /** Tells answers from whatever else is printed. */
  static final String ANSWER = "answer ";

  private final MeasuredJob job;
  private final Tokeniser tokeniser;

  private Worker(MeasuredJob job, Tokeniser tokeniser) {
    this.job = job;
    this.tokeniser = tokeniser;
  }

  /** Arguments: contender, directory of the corpus, seconds between checkpoints, scratch. */
  public static void main(String[] args) throws Exception {
    var parent = ProcessHandle.current().parent().orElseThrow();
    var unused = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    var contender = Contender.valueOf(args[0]);
    var corpus = Corpus.in(Path.of(args[1]));
    var worker =
        contender.state().isEmpty()
            ? new Worker(null, new Tokeniser(corpus))
            : new Worker(
                new MeasuredJob(
                    corpus,
                    contender.state().get(),
                    contender.parallelism(),
                    Duration.ofSeconds(Long.parseLong(args[2])),
                    Path.of(args[3])),
                null);
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var command = commands.readLine(); command != null; command = commands.readLine()) {
      System.out.println(ANSWER + worker.obey(command));
    }
    System.exit(0);
  }

  private String obey(String command) throws Exception {
    return switch (command) {
      case STATE -> Long.toString(job.stateBytes(false));
      case STATE_WITH_RULES -> Long.toString(job.stateBytes(true));
      default -> (tokeniser == null ? job.run() : tokeniser.run()).toLine();
    };
  }
}
