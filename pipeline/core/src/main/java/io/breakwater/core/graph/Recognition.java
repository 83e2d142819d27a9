// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.trait.Evidence;
import java.util.Objects;
import java.util.Optional;

/** Which traits evidence gives by the rules, whatever rules it was recognised by before. */
public final class Recognition {
  private final Catalogue catalogue;
  private final Routes routes;

  public Recognition(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
    this.routes = Routes.of(catalogue);
  }

  /**
   * The same evidence with the traits that it gives by these rules; empty when that is none. Labels
   * are no matter of rules.
   */
  public Optional<Evidence> of(Evidence evidence) {
    if (evidence.isLabel()) {
      return Optional.of(evidence);
    }
    var recognised = catalogue.recogniseAll(evidence.signal());
    return evidence.path().isEmpty()
        ? evidence.recognisedAs(recognised)
        : evidence.recognisedFromAfarAs(recognised, routes.arrivingBy(evidence.path().get()));
  }
}
