// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import io.breakwater.cli.Inputs;
import io.breakwater.cli.Progress;
import io.breakwater.core.time.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say where past events are kept. */
public final class Places {
  @Option(
      names = "--input",
      paramLabel = "PLACE",
      required = true,
      arity = "1..*",
      description =
          "Files or directories: JSON, NDJSON, concatenated JSON, plain, gzip or Zstandard; Parquet"
              + " with the columns of OCSF.")
  private List<String> places;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * All files that hold events of the span.
   *
   * @param directory where to bring what is elsewhere
   * @throws io.breakwater.cli.Failure when a place does not exist, or refuses
   */
  public List<Path> files(TimeRange range, Path directory, Progress progress) throws IOException {
    return Inputs.files(places.stream().map(Path::of).toList(), spec.commandLine().getErr());
  }
}
