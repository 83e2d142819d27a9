// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which files of events a command reads. */
public final class InputFiles {
  @Option(
      names = "--input",
      paramLabel = "PATH",
      required = true,
      arity = "1..*",
      description = "Files or directories: JSON, NDJSON, concatenated JSON, plain or gzip.")
  private List<Path> paths;

  /**
   * @throws Failure when a path does not exist or nothing is left to read
   */
  public List<Path> files(PrintWriter err) throws IOException {
    return Inputs.files(paths, err);
  }
}
