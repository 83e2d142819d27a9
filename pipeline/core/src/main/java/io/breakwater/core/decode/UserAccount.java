// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Scope;
import java.util.Optional;

/**
 * That a user is of its account: what an account lacks, such as a password policy, its users do.
 */
final class UserAccount {
  private UserAccount() {}

  /** Empty for whatever is no user. */
  static Optional<Relation> of(Resource resource) {
    if (!resource.type().equals(ResourceType.IAM_USER)) {
      return Optional.empty();
    }
    var arn = resource.arn();
    return CanonicalResource.of(
            arn.account(),
            ResourceType.ACCOUNT.name(),
            Scope.of(arn.partition(), arn.account(), resource.region()))
        .map(account -> new Relation(resource, account, RelationType.IN_ACCOUNT));
  }
}
