// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import io.breakwater.core.catalogue.Catalogue;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says which catalogue a command is about. */
public final class ChosenCatalogue {
  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "A catalogue in place of the one that ships.")
  private Path directory;

  /** Empty for the one that ships. */
  public Optional<Path> directory() {
    return Optional.ofNullable(directory);
  }

  /**
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   */
  public Catalogue read() {
    return directory().map(Catalogue::in).orElseGet(Catalogue::builtIn);
  }
}
