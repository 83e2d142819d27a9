// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations that one finding states, each once. */
final class StatedRelations {
  private final Set<Relation> relations = new LinkedHashSet<>(4);

  /**
   * @param id an ARN, or the id of something in EC2; anything else (a placeholder of a sample
   *     finding) states nothing
   */
  void add(Resource from, RelationType type, String id) {
    near(from, id).ifPresent(to -> add(from, type, to));
  }

  /** The same edge, stated by the resource that it leads to. */
  void addTo(Resource to, RelationType type, String id) {
    near(to, id).ifPresent(from -> add(from, type, to));
  }

  void add(Resource from, RelationType type, Resource to) {
    relations.add(new Relation(from, to, type));
  }

  /** An image by its address in a registry, where that is ECR's. */
  void addImage(Resource from, String address) {
    Mention.image(address).seenFrom(from).ifPresent(to -> add(from, RelationType.RUNS, to));
  }

  /** Whoever runs an image by its tag runs the image that has it. */
  void addTag(Resource image, String tag) {
    Mention.tagged(tag).seenFrom(image).ifPresent(tagged -> add(tagged, RelationType.RUNS, image));
  }

  void addAll(Collection<Relation> stated) {
    relations.addAll(stated);
  }

  /** What the types of the two make of their being related. */
  void addByType(Resource one, Resource other) {
    relations.add(RelationRules.between(one, other));
  }

  private static Optional<Resource> near(Resource other, String id) {
    return CanonicalResource.of(
        id, "", Scope.of(other.arn().partition(), other.account(), other.region()));
  }

  List<Relation> list() {
    return List.copyOf(relations);
  }
}
