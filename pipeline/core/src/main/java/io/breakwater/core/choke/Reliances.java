// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.ChokePoint;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What exposures rest on that others may rest on as well: traits that come from other resources,
 * and own ones that the resource passes on under the same name.
 */
public final class Reliances {
  /** The traits that resources of a type pass on. */
  private final Map<ResourceType, Set<String>> passedOn = new HashMap<>();

  public Reliances(Catalogue catalogue) {
    for (var type : catalogue.resourceTypes()) {
      for (var trait : catalogue.rulesFor(type).orElseThrow().traits()) {
        for (var path : trait.via()) {
          passedOn.computeIfAbsent(path.source(), source -> new HashSet<>()).add(trait.id());
        }
      }
    }
  }

  /**
   * Those of an exposure: at most {@link io.breakwater.core.exposure.ChokePoints#MAX_ORIGINS} for
   * each trait.
   *
   * @param points the choke points of that exposure
   */
  public List<Reliance> of(Exposure exposure, List<ChokePoint> points) {
    var reliances = new ArrayList<Reliance>();
    for (var point : points) {
      for (var origin : point.origins()) {
        if (origin.path().isPresent() || passesOn(origin.resource(), point.trait().id())) {
          var effect =
              new Effect(exposure.severity(), origin.after().orElse(null), origin.leftBehind());
          reliances.add(new Reliance(origin.resource(), point.trait().id(), effect));
        }
      }
    }
    return reliances;
  }

  private boolean passesOn(Resource resource, String trait) {
    return passedOn.getOrDefault(resource.type(), Set.of()).contains(trait);
  }

  /** Whether an exposure may rest on something, by what is cheap to know. */
  public boolean mayBeOf(Exposure exposure) {
    return passedOn.containsKey(exposure.resource().type())
        || exposure.evidence().stream().anyMatch(item -> exposure.pathOf(item).isPresent());
  }
}
