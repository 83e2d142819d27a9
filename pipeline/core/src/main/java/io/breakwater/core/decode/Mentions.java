// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Other resources that a configuration speaks of, until it is known whose configuration it is. */
final class Mentions {
  private final List<BiConsumer<Resource, Set<Relation>>> all = new ArrayList<>();

  /** Something that the resource is related to, as the types of the two have it. */
  void add(Mention other) {
    all.add(
        (itself, relations) ->
            other
                .seenFrom(itself)
                .filter(named -> !named.equals(itself))
                .ifPresent(named -> relations.add(RelationRules.between(itself, named))));
  }

  /** An edge that the types of its ends do not tell, or that is another resource's. */
  void add(Mention from, RelationType type, Mention to) {
    all.add(
        (itself, relations) ->
            from.seenFrom(itself)
                .ifPresent(
                    source ->
                        to.seenFrom(itself)
                            .filter(target -> !target.equals(source))
                            .ifPresent(
                                target -> relations.add(new Relation(source, target, type)))));
  }

  /** What the configuration says of another resource. */
  void addAllOf(Mention other, Mentions theirs) {
    all.add(
        (itself, relations) ->
            other.seenFrom(itself).ifPresent(named -> theirs.relate(named, relations)));
  }

  /** What they make of the resource, each edge once; who cannot be named is left out. */
  List<Relation> relationsOf(Resource itself) {
    Set<Relation> relations = new HashSet<>();
    relate(itself, relations);
    UserAccount.of(itself).ifPresent(relations::add);
    return relations.stream().sorted(Relation.ORDER).collect(Collectors.toList());
  }

  private void relate(Resource itself, Set<Relation> relations) {
    all.forEach(mention -> mention.accept(itself, relations));
  }
}
