// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Other resources that a configuration item speaks of, until it is known whose item it is. */
final class Mentions {
  private static final String POLICY = "AWS::IAM::Policy";

  private final List<Mention> all = new ArrayList<>();

  /** Either of id and name may be empty. */
  void add(String id, String name, String type) {
    all.add(new Mention(id, name, type));
  }

  /** What they make of the resource, each edge once; who cannot be named is left out. */
  List<Relation> relationsOf(Resource resource, Scope scope) {
    Set<Relation> relations = new HashSet<>();
    for (var mention : all) {
      mention
          .resource(scope)
          .filter(other -> !other.equals(resource))
          .map(other -> RelationRules.between(resource, other))
          .ifPresent(relations::add);
    }
    return relations.stream().sorted(Relation.ORDER).collect(Collectors.toList());
  }

  private static final class Mention {
    private final String id;
    private final String name;
    private final String type;

    Mention(String id, String name, String type) {
      this.id = id;
      this.name = name;
      this.type = type;
    }

    /** IAM and RDS mention a unique id beside the name that the ARN has. */
    Optional<Resource> resource(Scope scope) {
      var byId = id.isEmpty() ? Optional.<Resource>empty() : CanonicalResource.of(id, type, scope);
      return byId.or(() -> byName(scope));
    }

    /** The name of a policy does not tell whether AWS or the account owns it. */
    private Optional<Resource> byName(Scope scope) {
      return name.isEmpty() || type.equals(POLICY)
          ? Optional.empty()
          : CanonicalResource.of(name, type, scope);
    }
  }
}
