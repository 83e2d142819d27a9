// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.benchmark.Benchmark;
import io.breakwater.benchmark.Plan;
import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.benchmark.relations.RelationBenchmark;
import io.breakwater.benchmark.relations.RelationPlan;
import io.breakwater.cli.replay.MonthBenchmark;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast the correlation job is on this machine. */
@Command(
    name = "bench",
    description =
        "Measure the correlation job from bytes to bytes, against the floor of tokenising the same bytes.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Events per CPU second count every thread of the JVM, so they hold on a busy machine as well.",
      "Five JVMs take turns: the tokeniser, and the job with heap and with RocksDB state, each with",
      "one task and with two. The defaults take some minutes and 4 GB of memory."
    })
final class Bench implements Callable<Integer> {
  private static final int WARM_UPS = 2;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "How many events the corpus has. Default: ${DEFAULT-VALUE}.")
  private int events = 200_000;

  @Option(
      names = "--resources",
      paramLabel = "N",
      description = "How many resources they are about. Default: ${DEFAULT-VALUE}.")
  private int resources = 20_000;

  @Option(
      names = "--repeats",
      paramLabel = "SHARE",
      description =
          "The share of events that repeat what was said, 0.0 to 0.9. Default: ${DEFAULT-VALUE}.")
  private double repeats = 0.5;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed makes the same corpus. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "How often each is measured after it has warmed up; medians count. Default: ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(
      names = "--checkpoints",
      paramLabel = "SECONDS",
      description =
          "How far apart the job takes checkpoints; 0 for none. Default: ${DEFAULT-VALUE}.")
  private int checkpoints = 0;

  @Option(
      names = "--relations",
      description =
          "Measure what relations cost instead: a change of an edge in graphs of 1,000 to 100,000 resources and at hubs, and the state of resources and edges. Of the other options only --rounds and --format count.")
  private boolean relations;

  @Option(
      names = "--replay",
      description =
          "Measure the replay of a month instead, with one, two and four tasks, and whether it is the same each time. Of the other options only --events, --resources, --repeats, --seed and --format count.")
  private boolean replay;

  @Option(
      names = "--format",
      description = "How to print the report: text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var progress = new Progress(spec.commandLine().getErr());
    var plan = plan();
    progress.start();
    if (replay) {
      return ofReplay(plan, progress);
    }
    var report = relations ? ofRelations(progress) : ofEvents(plan, progress);
    progress.end();
    var out = spec.commandLine().getOut();
    out.println(report);
    out.flush();
    return 0;
  }

  private String ofEvents(Plan plan, Progress progress) throws Exception {
    var report = new Benchmark(plan, progress::show).run();
    return format == OutputFormat.JSON ? report.toJson() : report.toText();
  }

  private int ofReplay(Plan plan, Progress progress) throws Exception {
    var err = spec.commandLine().getErr();
    var report = new MonthBenchmark(plan.mix(), progress, err::println).run();
    var out = spec.commandLine().getOut();
    out.println(format == OutputFormat.JSON ? report.toJson() : report.toText());
    out.flush();
    return report.isIdentical() ? 0 : 1;
  }

  private String ofRelations(Progress progress) throws Exception {
    var err = spec.commandLine().getErr();
    var report =
        new RelationBenchmark(
                RelationPlan.ofRounds(rounds),
                progress::show,
                result -> {
                  progress.end();
                  err.println(result);
                  err.flush();
                })
            .run();
    return format == OutputFormat.JSON ? report.toJson() : report.toText();
  }

  private Plan plan() {
    try {
      return new Plan(
          new Mix(events, resources, repeats, seed),
          WARM_UPS,
          rounds,
          Duration.ofSeconds(checkpoints));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
    }
  }
}
