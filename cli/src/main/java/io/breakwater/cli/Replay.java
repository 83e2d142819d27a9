// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.replay.Places;
import io.breakwater.cli.replay.Selected;
import io.breakwater.cli.run.BoundedRun;
import io.breakwater.cli.run.ChosenRules;
import io.breakwater.cli.run.Events;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The correlation job over a span of the past, wherever that is kept. */
@Command(
    name = "replay",
    description = {
      "Run the correlation job over a span of the past.",
      "",
      "Reads the events of that span from files, S3, a stream that still has them, or an archive of"
          + " EventBridge, and writes what the job makes of them. All of it is marked as a replay."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Written to DIR: what 'run' writes, and in DIR/history what was brought from elsewhere. When"
          + " the command is interrupted, the same command goes on: what was brought is not brought"
          + " again."
    })
final class Replay implements Callable<Integer> {
  @Mixin private Places places;
  @Mixin private Selected selected;

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
          "Judge everything as of this time. Default: the end of the span, where that has passed;"
              + " else the latest event time in it.")
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
    var selection = selected.selection();
    // Its faults are not to wait until a month was brought.
    var read = rules.read();
    var history = output.resolve("history");
    if (places.areToBeCancelled()) {
      places.cancel(selection.range(), history);
      return 0;
    }
    var progress = new Progress(spec.commandLine().getErr());
    var files = places.files(selection.range(), history);
    var summary =
        new BoundedRun(new Events(files, selection, true), output, parallelism, read, progress)
            .asOf(asOf == null ? selected.end() : asOf);
    var out = spec.commandLine().getOut();
    out.println(format == OutputFormat.JSON ? summary.toJson() : summary.toText(output));
    out.flush();
    return 0;
  }
}
