// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The relations that one finding states, each once. */
final class StatedRelations {
  private final String source;
  private final Instant updatedAt;
  private final Set<Relation> relations = new LinkedHashSet<>(4);

  /**
   * @param source one of {@link io.breakwater.core.signal.Product}
   */
  StatedRelations(String source, Instant updatedAt) {
    this.source = source;
    this.updatedAt = updatedAt;
  }

  /**
   * @param id an ARN, or the id of something in EC2; anything else (a placeholder of a sample
   *     finding) states nothing
   */
  void add(Resource from, RelationType type, String id) {
    CanonicalResource.of(id, "", Scope.of(from.arn().partition(), from.account(), from.region()))
        .ifPresent(to -> relations.add(new Relation(from, to, type, source, updatedAt)));
  }

  List<Relation> list() {
    return List.copyOf(relations);
  }
}
