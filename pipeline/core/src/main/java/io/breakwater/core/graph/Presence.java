// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.hash.Sha256;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.RelatedTraits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * That a resource is there, told to those who can get at it: a signal that nobody sends, and that
 * holds for as long as the resource has an edge that it goes along. Patterns recognise it as kind
 * {@value #KIND} of Breakwater. For one thread.
 */
final class Presence {
  static final String KIND = "Presence";

  private static final SignalVersion VERSION = new SignalVersion(Instant.EPOCH, Instant.EPOCH, 0);

  private final Catalogue catalogue;
  private final Routes routes;
  private final Map<ResourceType, OfType> byType = new HashMap<>();

  Presence(Catalogue catalogue, Routes routes) {
    this.catalogue = catalogue;
    this.routes = routes;
  }

  /** Under which key a resource offers it. */
  static long keyOf(Arn resource) {
    return Sha256.key(Product.BREAKWATER, KIND, resource.toString());
  }

  /** Whether it goes along an edge, from this end of it to the other. */
  boolean goes(Relation edge, Arn from) {
    var ways = ofType(at(edge, from), from).ways;
    return !ways.isEmpty() && !routes.along(edge, from, 0, ways).isEmpty();
  }

  /** What a resource with such an edge offers. */
  Offer offer(Relation edge, Arn from) {
    var type = at(edge, from);
    var signal = signal(from, type);
    var known = ofType(type, from);
    var evidence =
        new Evidence(signal, List.of(), known.related, TravelledPath.from(signal.resource()), 0);
    return new Offer(evidence, VERSION, known.ways);
  }

  private static ResourceType at(Relation edge, Arn from) {
    return edge.from().arn().equals(from) ? edge.from().type() : edge.to().type();
  }

  /** The same for all resources of a type: nothing but the type is known of one. */
  private OfType ofType(ResourceType type, Arn example) {
    return byType.computeIfAbsent(
        type,
        none -> {
          var related = RelatedTraits.of(catalogue.recogniseAll(signal(example, type)));
          return new OfType(related, routes.from(type, related));
        });
  }

  /** Apart from the resource always the same, whichever edge told of it. */
  private static Signal signal(Arn resource, ResourceType type) {
    return Signal.builder()
        .product(Product.BREAKWATER)
        .kind(KIND)
        .findingUid(resource.toString())
        .resource(Resource.of(resource, type, resource.account(), resource.region()))
        .state(SignalState.ACTIVE)
        .updatedAt(Instant.EPOCH)
        .title(resource.name() + " is there")
        .build();
  }

  private static final class OfType {
    private final List<RelatedTraits> related;
    private final Set<Long> ways;

    OfType(List<RelatedTraits> related, Set<Long> ways) {
      this.related = related;
      this.ways = ways;
    }
  }
}
