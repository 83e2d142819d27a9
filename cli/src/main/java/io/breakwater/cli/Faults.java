// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.benchmark.faults.FaultPlan;
import io.breakwater.benchmark.faults.FaultReport;
import io.breakwater.benchmark.faults.FaultSuite;
import io.breakwater.benchmark.respond.RespondPlan;
import io.breakwater.benchmark.respond.RespondSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the job loses on a bad day. */
@Command(
    name = "faults",
    description = {
      "Run the job on a cluster of processes and through Kinesis while everything goes wrong, and"
          + " tell what was lost and how long it took to recover.",
      "",
      "TaskManagers and the JobManager are killed, there is no room for checkpoints, Kinesis drops,"
          + " refuses, throttles, is silent or slow, thousands of records cannot be read, and clocks"
          + " are wrong. After each of these, open exposures, certificates and the books are compared"
          + " with those of an undisturbed run over the same events."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A round takes some ten minutes on two cores. Needs the jar that 'mvn package' makes.",
      "Exits with 1 when anything was lost."
    })
final class Faults implements Callable<Integer> {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often, each time with other events. Default: ${DEFAULT-VALUE}.")
  private int rounds = 1;

  @Option(
      names = "--respond",
      description =
          "The response job instead: exposures go through their lives against services that"
              + " misbehave, while processes of the job are killed; tells what became of their"
              + " tickets, messages and findings.")
  private boolean respond;

  @Option(names = "--brief", description = "One fault of each kind, in a minute or two.")
  private boolean brief;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed makes the same events. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--format", description = "text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    boolean clean = true;
    for (int round = 0; round < rounds; round++) {
      if (respond) {
        clean &= respond(seed + round);
        continue;
      }
      var report = run(seed + round);
      clean &= report.isClean();
      var out = spec.commandLine().getOut();
      out.println(format == OutputFormat.JSON ? report.toJson() : report.toText());
      out.flush();
    }
    return clean ? 0 : 1;
  }

  private FaultReport run(long ofSeed) throws Exception {
    var plan = brief ? FaultPlan.brief(ofSeed) : FaultPlan.whole(ofSeed);
    var err = spec.commandLine().getErr();
    var suite =
        new FaultSuite(
            plan,
            jar("flink/target/breakwater-correlation.jar"),
            Files.createTempDirectory("breakwater-faults-"),
            line -> {
              err.println(line);
              err.flush();
            });
    return suite.run();
  }

  private boolean respond(long ofSeed) throws Exception {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    var report =
        new RespondSuite(
                brief ? RespondPlan.brief(ofSeed) : RespondPlan.whole(ofSeed),
                jar("response/target/breakwater-response.jar"),
                Files.createTempDirectory("breakwater-respond-"),
                line -> {
                  err.println(line);
                  err.flush();
                })
            .run();
    out.println(format == OutputFormat.JSON ? report.toJson() : report.toText());
    out.flush();
    return report.isClean();
  }

  private static Path jar(String path) {
    return Path.of(System.getProperty("breakwater.root", ".")).resolve("pipeline").resolve(path);
  }
}
