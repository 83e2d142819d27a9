// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Optional;

/** What an ARN by itself tells: which resource it really names, and of which type. */
final class ArnRules {
  private ArnRules() {}

  static Arn canonical(Arn arn) {
    return arn;
  }

  static Optional<ResourceType> typeOf(Arn arn) {
    if (arn.service().equals("ec2") && arn.resource().startsWith("instance/")) {
      return Optional.of(ResourceType.EC2_INSTANCE);
    }
    if (arn.service().equals("lambda") && arn.resource().startsWith("function:")) {
      return Optional.of(ResourceType.LAMBDA_FUNCTION);
    }
    return Optional.empty();
  }
}
