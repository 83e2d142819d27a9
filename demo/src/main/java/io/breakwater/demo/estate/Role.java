// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.util.List;

/**
 * A role with one policy of its own.
 *
 * @param id such as {@code AROA…}
 * @param reads the buckets that the policy lets it read
 */
public record Role(Place place, String id, Tags tags, List<Bucket> reads) implements Resource {
  public String name() {
    return tags.name();
  }

  @Override
  public String arn() {
    return place.iamArn("role/" + name());
  }

  /** The profile by which instances carry it. */
  public String instanceProfileArn() {
    return place.iamArn("instance-profile/" + name());
  }

  /** As Config names the policy. */
  public String policyId() {
    return "ANPA" + id.substring(4);
  }

  public String policyName() {
    return name() + "-policy";
  }

  public String policyArn() {
    return place.iamArn("policy/" + policyName());
  }

  @Override
  public String type() {
    return "AWS::IAM::Role";
  }

  @Override
  public String configId() {
    return id;
  }
}
