// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.core.catalogue.Catalogue;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says which catalogue a command is about. */
final class ChosenCatalogue {
  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "A catalogue in place of the one that ships.")
  private Path directory;

  /**
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   */
  Catalogue read() {
    return directory == null ? Catalogue.builtIn() : Catalogue.in(directory);
  }
}
