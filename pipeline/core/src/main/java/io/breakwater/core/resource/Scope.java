// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Objects;

/** Partition, account and region, as far as they are known; each may be empty. */
public final class Scope {
  private final String partition;
  private final String account;
  private final String region;

  private Scope(String partition, String account, String region) {
    this.partition = Objects.requireNonNull(partition);
    this.account = Objects.requireNonNull(account);
    this.region = Objects.requireNonNull(region);
  }

  /** The partition follows from the region: {@code cn-} and {@code us-gov-} have their own. */
  public static Scope of(String account, String region) {
    return new Scope(partitionOf(region), account, region);
  }

  /** A partition that is none by its name counts as not said. */
  public static Scope of(String partition, String account, String region) {
    return new Scope(
        partition.startsWith("aws") && partition.indexOf(':') < 0 ? partition : partitionOf(region),
        account,
        region);
  }

  /**
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Partitions
   *     in ARNs</a>
   */
  private static String partitionOf(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    if (region.startsWith("us-gov-")) {
      return "aws-us-gov";
    }
    if (region.startsWith("us-iso-")) {
      return "aws-iso";
    }
    if (region.startsWith("us-isob-")) {
      return "aws-iso-b";
    }
    if (region.startsWith("eusc-")) {
      return "aws-eusc";
    }
    return "aws";
  }

  public String partition() {
    return partition;
  }

  public String account() {
    return account;
  }

  public String region() {
    return region;
  }
}
