// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import io.breakwater.cli.Failure;
import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.core.catalogue.ExploitationData;
import io.breakwater.core.catalogue.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a bounded run goes by, read and checked.
 *
 * @param catalogue empty for the one that ships
 * @param suppressions the text of their file, empty for none
 * @param exploitation the text of a file of exploitation data, empty for none
 */
public record RuleFiles(
    Optional<CatalogueText> catalogue,
    Optional<String> suppressions,
    Optional<String> exploitation) {
  /**
   * @param catalogue a directory, empty for the one that ships
   * @param suppressions a file, empty for none
   * @param exploitation a file, empty for none
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   */
  public static RuleFiles in(
      Optional<Path> catalogue, Optional<Path> suppressions, Optional<Path> exploitation) {
    // By their files, so that faults name them.
    suppressions.ifPresent(Suppressions::in);
    exploitation.ifPresent(ExploitationData::in);
    return new RuleFiles(
        catalogue.map(CatalogueText::in),
        suppressions.map(RuleFiles::text),
        exploitation.map(RuleFiles::text));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Failure("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
