// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import io.breakwater.demo.kinesis.KinesisLocal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the job twice over the same events, on clusters of processes and through Kinesis: once
 * undisturbed, and once while everything goes wrong that does on a bad day. Both have to stand
 * where the other does after every act.
 */
public final class FaultSuite {
  private final FaultPlan plan;
  private final Path jar;
  private final Path directory;
  private final Consumer<String> progress;

  /**
   * @param jar of the job, as it is deployed
   * @param directory for what the processes write
   * @param progress hears what is being done
   */
  public FaultSuite(FaultPlan plan, Path jar, Path directory, Consumer<String> progress) {
    this.plan = plan;
    this.jar = jar;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * @throws IOException when the jar is missing, or a process cannot be started, saying what to do
   */
  public FaultReport run() throws IOException, InterruptedException {
    if (!Files.isRegularFile(jar)) {
      throw new IOException("there is no " + jar + "; make it with: mvn package -DskipTests");
    }
    var events = plan.events(Instant.now());
    var people = new People();
    try (var server = KinesisLocal.start(directory.resolve("kinesis"))) {
      Map<Act, Snapshot> undisturbed = new EnumMap<>(Act.class);
      Told expected;
      try (var run = FaultRun.undisturbed(plan, people, server, jar, directory)) {
        for (var act : Act.values()) {
          progress.accept("undisturbed: " + act.words());
          run.playUndisturbed(act, events.get(act));
          undisturbed.put(act, run.settle());
        }
        expected = run.told();
        expected.writeTo(directory.resolve("undisturbed.ndjson"));
      }
      try (var run = FaultRun.disturbed(plan, people, server, jar, directory)) {
        var results = new ArrayList<FaultReport.OfAct>();
        for (var act : Act.values()) {
          progress.accept(act.words());
          var recoveries = run.play(act, events.get(act));
          var losses = run.settle().differencesFrom(undisturbed.get(act));
          results.add(new FaultReport.OfAct(act, events.get(act).size(), recoveries, losses));
        }
        run.told().writeTo(directory.resolve("disturbed.ndjson"));
        return new FaultReport(results, expected, run.told(), run.diskCanBeFull());
      }
    }
  }
}
