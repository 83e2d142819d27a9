// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.run.BoundedRun;
import io.breakwater.cli.run.ChosenRules;
import io.breakwater.cli.run.Events;
import io.breakwater.cli.run.RuleFiles;
import io.breakwater.cli.run.Tasks;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how the job runs over events that end, by which rules, and into what. */
final class RunOptions {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Where to write; made when it is not there.")
  private Path output;

  @Mixin private Tasks tasks;
  @Mixin private ChosenRules rules;

  @Option(
      names = "--format",
      description = "How to print the summary: text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  Path output() {
    return output;
  }

  /**
   * The rules that were chosen: to be read before anything that takes long.
   *
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   */
  RuleFiles rules() {
    return rules.read();
  }

  /**
   * Runs the job to its end and prints the summary.
   *
   * @param asOf null for the latest event time in the input
   */
  void run(Events events, RuleFiles by, Instant asOf) throws Exception {
    var progress = new Progress(spec.commandLine().getErr());
    var summary = new BoundedRun(events, output, tasks.count(), by, progress).asOf(asOf);
    var out = spec.commandLine().getOut();
    out.println(format == OutputFormat.JSON ? summary.toJson() : summary.toText(output));
    out.flush();
  }
}
