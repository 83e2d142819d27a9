// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.rules;

import io.breakwater.core.catalogue.ExploitationData;
import io.breakwater.core.catalogue.Suppressions;
import io.breakwater.core.rules.CatalogueUpdate;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RuleUpdate;
import picocli.CommandLine.Option;

/** The options that say which rules are to be sent: one of them. */
final class ChosenUpdate {
  @Option(
      names = "--catalogue",
      paramLabel = "PLACE",
      description = "A directory, or s3://BUCKET/PREFIX, laid out as the catalogue that ships.")
  private String catalogue;

  @Option(
      names = "--built-in-catalogue",
      description = "Back to the catalogue that the job was started with.")
  private boolean builtInCatalogue;

  @Option(
      names = "--suppressions",
      paramLabel = "PLACE",
      description = "A file of suppressions, or s3://BUCKET/KEY.")
  private String suppressions;

  @Option(
      names = "--exploitation",
      paramLabel = "PLACE",
      description = "A file of exploitation data, or s3://BUCKET/KEY.")
  private String exploitation;

  /**
   * @throws io.breakwater.core.catalogue.CatalogueException naming every fault
   */
  RuleUpdate read(String id, RuleDocuments documents) {
    if (builtInCatalogue) {
      return new RuleUpdate(id, RuleKind.CATALOGUE, CatalogueUpdate.documentOfBuiltIn());
    }
    if (catalogue != null) {
      var text = documents.catalogue(catalogue);
      return new RuleUpdate(id, RuleKind.CATALOGUE, CatalogueUpdate.documentOf(text));
    }
    if (suppressions != null) {
      var text = documents.text(suppressions);
      Suppressions.of(suppressions, text);
      return new RuleUpdate(id, RuleKind.SUPPRESSIONS, text);
    }
    var text = documents.text(exploitation);
    ExploitationData.of(exploitation, text);
    return new RuleUpdate(id, RuleKind.EXPLOITATION, text);
  }
}
