// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Optional;

/**
 * One name for each resource, whatever a finding calls it: the canonical ARN.
 *
 * <p>{@code i-…} becomes the instance's ARN, a Lambda qualifier is cut off, an S3 object becomes
 * its bucket, a bucket name the bucket's ARN, {@code AWS::::Account:<id>} the account's root ARN, a
 * role session the role. All partitions. An access key has no ARN: whoever knows its user asks for
 * the user.
 *
 * <p>Region and account are the ARN's, and what the scope says where the ARN leaves them out. So a
 * global resource (IAM, an account, CloudFront) carries the region that its finding names: it tells
 * where the finding was made, and the ARN alone is the resource's identity.
 */
public final class CanonicalResource {
  private CanonicalResource() {}

  /**
   * @param id what the finding calls the resource: an ARN, an id or a name
   * @param type what the finding calls its type, in any product's words; may be empty
   * @param scope where the finding says the resource lives
   * @return empty when the id cannot be turned into an ARN
   */
  public static Optional<Resource> of(String id, String type, Scope scope) {
    var resourceType = ResourceTypes.of(type);
    return Arn.tryParse(id)
        .or(() -> ArnTemplates.build(id, resourceType, scope))
        .map(arn -> canonical(arn, resourceType, scope));
  }

  private static Resource canonical(Arn arn, ResourceType stated, Scope scope) {
    var canonical = ArnRules.canonical(arn);
    var type = ArnRules.typeOf(canonical).orElse(stated);
    var account = arn.account().isEmpty() ? scope.account() : arn.account();
    var region = arn.region().isEmpty() ? scope.region() : arn.region();
    return Resource.of(canonical, type, account, region);
  }
}
