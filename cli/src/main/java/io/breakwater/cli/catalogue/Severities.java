// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.cli.GeneratedPart;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how severity comes about, as tables to check a finding by hand. */
@Command(
    name = "severity",
    description = {
      "Print the severity model and what each trait puts into it, as tables in Markdown.",
      "",
      "Those of the catalogue that ships are in docs/severity.md."
    },
    mixinStandardHelpOptions = true)
final class Severities implements Callable<Integer> {
  @Mixin private ChosenCatalogue catalogue;

  @Option(
      names = "--into",
      paramLabel = "PAGE",
      description =
          "Renew the tables between the markers of this page instead, such as docs/severity.md.")
  private Path page;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var tables = new SeverityTables(catalogue.read()).markdown();
    if (page != null) {
      GeneratedPart.of(page, "catalogue severity").replaceBy(tables);
    } else {
      var out = spec.commandLine().getOut();
      out.print(tables);
      out.flush();
    }
    return 0;
  }
}
