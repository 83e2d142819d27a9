// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Signal;
import java.util.List;
import java.util.Set;

/** The role or profile that a resource acts with, as its relations tell it. */
final class ActingAs {
  /** Types of which that is said in a signal too: a name such as Administrator is a hint. */
  private static final Set<String> ACTING =
      Set.of(TypeName.INSTANCE, TypeName.FUNCTION, TypeName.NOTEBOOK);

  private ActingAs() {}

  static Signal.Builder describe(
      Signal.Builder signal, Resource resource, List<Relation> relations) {
    return ACTING.contains(resource.type().name())
        ? signal
            .attribute(Attribute.ROLE, target(resource, RelationType.ASSUMES, relations))
            .attribute(
                Attribute.INSTANCE_PROFILE, target(resource, RelationType.HAS_PROFILE, relations))
        : signal;
  }

  private static String target(Resource from, RelationType type, List<Relation> relations) {
    return relations.stream()
        .filter(relation -> relation.type() == type && relation.from().equals(from))
        .map(relation -> relation.to().arn().toString())
        .sorted()
        .findFirst()
        .orElse("");
  }
}
