// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Map;
import java.util.Objects;

/** Partition, account and region, as far as they are known; each may be empty. */
public final class Scope {
  /**
   * Partitions other than {@code aws} by how their regions begin.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Partitions
   *     in ARNs</a>
   */
  private static final Map<String, String> PARTITIONS =
      Map.of(
          "cn-", "aws-cn",
          "us-gov-", "aws-us-gov",
          "us-iso-", "aws-iso",
          "us-isob-", "aws-iso-b",
          "eu-isoe-", "aws-iso-e",
          "us-isof-", "aws-iso-f",
          "eusc-", "aws-eusc");

  private final String partition;
  private final String account;
  private final String region;

  private Scope(String partition, String account, String region) {
    this.partition = Objects.requireNonNull(partition);
    this.account = Objects.requireNonNull(account);
    this.region = Objects.requireNonNull(region);
  }

  /** The partition follows from the region; it is {@code aws} where nothing says otherwise. */
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

  private static String partitionOf(String region) {
    return PARTITIONS.entrySet().stream()
        .filter(entry -> region.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("aws");
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
