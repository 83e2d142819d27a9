// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import io.breakwater.cli.catalogue.ChosenCatalogue;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which rules a run goes by. */
public final class ChosenRules {
  @Mixin private ChosenCatalogue catalogue;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "The exposures that somebody decided to live with. Default: none.")
  private Path suppressions;

  @Option(
      names = "--exploitation",
      paramLabel = "FILE",
      description =
          "What is known of the exploitation of vulnerabilities, which goes before what findings"
              + " say of it. Default: nothing.")
  private Path exploitation;

  /**
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   */
  public RuleFiles read() {
    return RuleFiles.in(
        catalogue.directory(),
        Optional.ofNullable(suppressions),
        Optional.ofNullable(exploitation));
  }
}
