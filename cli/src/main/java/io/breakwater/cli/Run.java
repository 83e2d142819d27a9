// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.run.BoundedRun;
import io.breakwater.cli.run.ChosenRules;
import io.breakwater.cli.run.Events;
import io.breakwater.cli.run.Summary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The correlation job over files, to their end. */
@Command(
    name = "run",
    description = "Run the correlation job over files and write what it finds.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Written to DIR: exposures.ndjson (every revision), open-exposures.ndjson (the last revision of",
      "each open one, by uid), choke-points.ndjson (what several of them rest on, what helps most",
      "first), certificates.ndjson (every revision of every certificate alert),",
      "open-certificates.ndjson, dead-letters.ndjson, summary.json, catalogue.json (the rules that",
      "were applied). Those of an earlier run are replaced when the new ones are complete."
    })
final class Run implements Callable<Integer> {
  @Mixin private InputFiles inputs;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Where to write; made when it is not there.")
  private Path output;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "Judge everything as of this time, such as 2026-11-24T00:00:00Z; later events are left out. Default: the latest event time in the input.")
  private Instant asOf;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Tasks side by side. Default: ${DEFAULT-VALUE}.")
  private int parallelism = 1;

  @Mixin private ChosenRules rules;

  @Option(
      names = "--format",
      description = "How to print the summary: text or json. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (parallelism < 1 || parallelism > 128) {
      throw new ParameterException(
          spec.commandLine(), "--parallelism must be from 1 to 128, was " + parallelism);
    }
    var err = spec.commandLine().getErr();
    var files = inputs.files(err);
    Summary summary =
        new BoundedRun(Events.in(files), output, parallelism, rules.read(), new Progress(err))
            .asOf(asOf);
    var out = spec.commandLine().getOut();
    out.println(format == OutputFormat.JSON ? summary.toJson() : summary.toText(output));
    out.flush();
    return 0;
  }
}
