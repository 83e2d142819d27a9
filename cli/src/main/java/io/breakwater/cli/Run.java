// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.run.Events;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Mixin private RunOptions options;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "Judge everything as of this time, such as 2026-11-24T00:00:00Z; later events are left out. Default: the latest event time in the input.")
  private Instant asOf;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var rules = options.rules();
    options.run(Events.in(inputs.files(spec.commandLine().getErr())), rules, asOf);
    return 0;
  }
}
