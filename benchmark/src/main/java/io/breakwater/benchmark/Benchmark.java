// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark;

import io.breakwater.benchmark.corpus.Corpus;
import io.breakwater.benchmark.fork.WorkerProcess;
import io.breakwater.benchmark.fork.Workplace;
import io.breakwater.benchmark.job.Cost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the correlation job from bytes to bytes, against the floor of tokenising alone.
 *
 * <p>All contenders read the same corpus, each in a JVM that stays up and is warm. They take turns,
 * so that what else the machine does hits all alike.
 */
public final class Benchmark {
  /** Told what is being done, and how many events that is so far. */
  @FunctionalInterface
  public interface Progress {
    void at(String doing, long events);
  }

  private final Plan plan;
  private final Progress progress;

  public Benchmark(Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Takes minutes. What it writes to the temporary directory it takes away again.
   *
   * @throws IllegalStateException when the JVM of a contender breaks down
   */
  public Report run() throws IOException {
    try (var workplace = Workplace.make()) {
      var directory = workplace.directory();
      Corpus.write(plan.mix(), directory, done -> progress.at("writing the corpus", done));
      var corpus = Corpus.in(directory);
      var workers = workplace.staff(plan, corpus);
      var costs = rounds(workers, corpus);
      progress.at("measuring state", corpus.size());
      var worker = workers.get(Contender.ROCKSDB);
      var state = new Report.StateBytes(worker.stateBytes(), worker.stateBytesWithRules());
      return new Report(plan, CorpusSize.of(corpus), costs, state, Machine.here());
    }
  }

  private Map<Contender, List<Cost>> rounds(Map<Contender, WorkerProcess> workers, Corpus corpus) {
    var costs = new EnumMap<Contender, List<Cost>>(Contender.class);
    long events = 0;
    for (int round = 1 - plan.warmUps(); round <= plan.rounds(); round++) {
      for (var entry : workers.entrySet()) {
        var contender = entry.getKey();
        progress.at(
            (round < 1 ? "warming up: " : "round " + round + " of " + plan.rounds() + ": ")
                + contender.title()
                + ", parallelism "
                + contender.parallelism(),
            events);
        var cost = entry.getValue().run();
        events += corpus.size();
        if (round > 0) {
          costs.computeIfAbsent(contender, none -> new ArrayList<>()).add(cost);
        }
      }
    }
    return costs;
  }
}
