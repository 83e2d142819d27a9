// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/** A security group of a VPC. */
public record SecurityGroup(Place place, String id, Tags tags, String vpc) implements Resource {
  @Override
  public String arn() {
    return place.arn("ec2", "security-group/" + id);
  }

  @Override
  public String type() {
    return "AWS::EC2::SecurityGroup";
  }

  @Override
  public String configId() {
    return id;
  }
}
