// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Scope;
import java.util.Optional;
import java.util.Set;

/**
 * Who acts with an access key. A key by itself has no ARN.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     types of user identity</a>
 */
final class ActingPrincipal {
  private static final Set<ResourceType> NAMED =
      Set.of(ResourceType.IAM_ROLE, ResourceType.IAM_USER);

  private ActingPrincipal() {}

  /**
   * A role or user by its ARN, a role also by that of a session. Empty for an account and its root,
   * a service, a unique id and everybody.
   */
  static Optional<Resource> named(String arn) {
    return Arn.tryParse(arn)
        .flatMap(valid -> CanonicalResource.of(arn, "", Scope.of("", "")))
        .filter(principal -> NAMED.contains(principal.type()));
  }

  /** Empty for an AWS service, another account, a federated or unknown user. */
  static Optional<Resource> of(String name, String type, Scope scope) {
    switch (type) {
      case "Root":
        return CanonicalResource.of(scope.account(), "AWS::::Account", scope);
      case "IAMUser":
        return CanonicalResource.of(name, "AWS::IAM::User", scope);
      case "AssumedRole":
      case "Role":
        return CanonicalResource.of(name, "AWS::IAM::Role", scope);
      default:
        return Optional.empty();
    }
  }

  /** The same, of a source that names the type only where it is no user. */
  static Optional<Resource> userUnlessTyped(String name, String type, Scope scope) {
    return of(name, Fields.firstOf(type, "IAMUser"), scope);
  }
}
