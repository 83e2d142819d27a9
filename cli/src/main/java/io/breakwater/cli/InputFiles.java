// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Decoder;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The option that says which files of events a command reads. */
public final class InputFiles {
  private static final int MAX_RECORD_BYTES = 1 << 20;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description =
          "Files or directories: JSON, NDJSON, concatenated JSON, plain, gzip or Zstandard; Parquet"
              + " with the columns of OCSF.")
  private List<Path> paths;

  /**
   * @throws Failure when a path does not exist or nothing is left to read
   */
  public List<Path> files(PrintWriter err) throws IOException {
    return Inputs.files(paths, err);
  }

  /**
   * Decodes every record of the files, one after the other, and shows how far that is.
   *
   * @throws Failure when a path does not exist or nothing is left to read
   */
  public void decode(PrintWriter err, Consumer<Decoded> each) throws IOException {
    var decoder = Decoder.withLimit(MAX_RECORD_BYTES);
    var progress = new Progress(err);
    long read = 0;
    for (var file : files(err)) {
      try (var records = new EventFormat().open(file)) {
        for (var next = records.next(); next.isPresent(); next = records.next()) {
          each.accept(decoder.decode(next.get().bytes()));
          progress.show("reading", ++read);
        }
      }
    }
    progress.end();
  }
}
