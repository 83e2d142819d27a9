// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    out.print(new SeverityTables(catalogue.read()).markdown());
    out.flush();
    return 0;
  }
}
