// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Map;

/** The CloudFormation name of a resource type, from what each product calls it. */
final class ResourceTypes {
  /** Inspector's own words, and ASFF types whose CloudFormation name does not follow by rule. */
  private static final Map<String, String> BY_OTHER_NAME =
      Map.ofEntries(
          Map.entry("AWS_EC2_INSTANCE", "AWS::EC2::Instance"),
          Map.entry("AWS_ECR_CONTAINER_IMAGE", "AWS::ECR::ContainerImage"),
          Map.entry("AWS_ECR_REPOSITORY", "AWS::ECR::Repository"),
          Map.entry("AWS_LAMBDA_FUNCTION", "AWS::Lambda::Function"),
          Map.entry("AwsAccount", "AWS::::Account"));

  private ResourceTypes() {}

  static ResourceType of(String type) {
    if (type.isEmpty()) {
      return ResourceType.OTHER;
    }
    return ResourceType.named(BY_OTHER_NAME.getOrDefault(type, type));
  }
}
