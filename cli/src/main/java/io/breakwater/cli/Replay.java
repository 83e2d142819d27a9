// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.cli.replay.Places;
import io.breakwater.cli.replay.Selected;
import io.breakwater.cli.run.Events;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private RunOptions options;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "Judge everything as of this time. Default: the end of the span, where that has passed;"
              + " else the latest event time in it.")
  private Instant asOf;

  @Override
  public Integer call() throws Exception {
    var selection = selected.selection();
    // Its faults are not to wait until a month was brought.
    var rules = options.rules();
    var history = options.output().resolve("history");
    if (places.areToBeCancelled()) {
      places.cancel(selection.range(), history);
      return 0;
    }
    var files = places.files(selection.range(), history);
    options.run(new Events(files, selection, true), rules, asOf == null ? selected.end() : asOf);
    return 0;
  }
}
