// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Optional;

/** Builds the ARN of a resource that is known by id or name only. */
final class ArnTemplates {
  private ArnTemplates() {}

  static Optional<Arn> build(String id, ResourceType type, Scope scope) {
    if (id.startsWith("i-")) {
      return Optional.of(
          Arn.of(scope.partition(), "ec2", scope.region(), scope.account(), "instance/" + id));
    }
    return Optional.empty();
  }
}
