// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Comparator;
import java.util.Objects;

/**
 * One AWS resource under its canonical ARN, with the account and region that own it.
 *
 * <p>Account and region are kept beside the ARN because some ARNs (S3 buckets, IAM) leave them out.
 * Identity is the ARN alone.
 */
public final class Resource {
  /** Of two descriptions of a resource, the one that leaves less out; ties by what they say. */
  public static final Comparator<Resource> BY_COMPLETENESS =
      Comparator.<Resource>comparingInt(
              resource ->
                  (resource.account.isEmpty() ? 0 : 1) + (resource.region.isEmpty() ? 0 : 1))
          .thenComparing(resource -> resource.account)
          .thenComparing(resource -> resource.region)
          .thenComparing(resource -> resource.type);

  private final Arn arn;
  private final ResourceType type;
  private final String account;
  private final String region;

  private Resource(Arn arn, ResourceType type, String account, String region) {
    this.arn = Objects.requireNonNull(arn);
    this.type = Objects.requireNonNull(type);
    this.account = Objects.requireNonNull(account);
    this.region = Objects.requireNonNull(region);
  }

  /**
   * @param account twelve digits, {@code aws} for what AWS itself owns, or empty when nobody said
   * @param region such as {@code eu-central-1}, or empty when nobody said
   */
  public static Resource of(Arn arn, ResourceType type, String account, String region) {
    return new Resource(arn, type, account, region);
  }

  public Arn arn() {
    return arn;
  }

  public ResourceType type() {
    return type;
  }

  public String account() {
    return account;
  }

  public String region() {
    return region;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resource && arn.equals(((Resource) other).arn);
  }

  @Override
  public int hashCode() {
    return arn.hashCode();
  }

  @Override
  public String toString() {
    return arn.toString();
  }
}
