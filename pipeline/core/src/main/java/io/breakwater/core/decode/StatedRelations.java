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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The relations that one finding states, each once. */
final class StatedRelations {
  /** What an EC2 id is the id of, by its first letters. */
  private static final Map<String, String> TYPE_BY_PREFIX =
      Map.of(
          "sg", "AWS::EC2::SecurityGroup",
          "acl", "AWS::EC2::NetworkAcl",
          "subnet", "AWS::EC2::Subnet",
          "vpc", "AWS::EC2::VPC",
          "eni", "AWS::EC2::NetworkInterface",
          "ami", "AWS::EC2::Image");

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
    target(id, Scope.of(from.arn().partition(), from.account(), from.region()))
        .ifPresent(to -> relations.add(new Relation(from, to, type, source, updatedAt)));
  }

  private static Optional<Resource> target(String id, Scope scope) {
    if (id.startsWith("arn:")) {
      return CanonicalResource.of(id, "", scope);
    }
    int dash = id.indexOf('-');
    var type = dash < 0 ? null : TYPE_BY_PREFIX.get(id.substring(0, dash));
    return type == null ? Optional.empty() : CanonicalResource.of(id, type, scope);
  }

  List<Relation> list() {
    return List.copyOf(relations);
  }
}
