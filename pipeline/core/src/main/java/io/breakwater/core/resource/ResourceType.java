// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Objects;

/**
 * The type of an AWS resource, by its CloudFormation name, such as {@code AWS::EC2::Instance}.
 *
 * <p>A type that CloudFormation does not know keeps the name that the source gave it.
 */
public final class ResourceType implements Comparable<ResourceType> {
  public static final ResourceType ACCOUNT = new ResourceType("AWS::::Account");
  public static final ResourceType EC2_INSTANCE = new ResourceType("AWS::EC2::Instance");
  public static final ResourceType LAMBDA_FUNCTION = new ResourceType("AWS::Lambda::Function");
  public static final ResourceType S3_BUCKET = new ResourceType("AWS::S3::Bucket");
  public static final ResourceType IAM_USER = new ResourceType("AWS::IAM::User");
  public static final ResourceType IAM_ROLE = new ResourceType("AWS::IAM::Role");
  public static final ResourceType ECR_IMAGE = new ResourceType("AWS::ECR::ContainerImage");
  public static final ResourceType CERTIFICATE =
      new ResourceType("AWS::CertificateManager::Certificate");
  public static final ResourceType OTHER = new ResourceType("Other");

  private final String name;

  private ResourceType(String name) {
    this.name = name;
  }

  /**
   * The type of that name.
   *
   * @throws IllegalArgumentException when the name is empty
   */
  public static ResourceType named(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a resource type needs a name, e.g. AWS::EC2::Instance");
    }
    return new ResourceType(name);
  }

  public String name() {
    return name;
  }

  @Override
  public int compareTo(ResourceType other) {
    return name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResourceType && name.equals(((ResourceType) other).name);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
