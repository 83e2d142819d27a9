// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.core.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how severity comes about, as tables to check a finding by hand. */
@Command(
    name = "severity",
    description =
        "Print the severity model and what each trait puts into it, as tables in Markdown.",
    mixinStandardHelpOptions = true)
final class Severities implements Callable<Integer> {
  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "A catalogue in place of the one that ships.")
  private Path directory;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var catalogue = directory == null ? Catalogue.builtIn() : Catalogue.in(directory);
    var out = spec.commandLine().getOut();
    out.print(new SeverityTables(catalogue).markdown());
    out.flush();
    return 0;
  }
}
