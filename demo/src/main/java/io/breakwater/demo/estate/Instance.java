// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.time.Instant;

/** An EC2 instance, its security group and the role of its instance profile. */
public record Instance(
    Place place,
    String id,
    Tags tags,
    SecurityGroup group,
    Role role,
    Network network,
    String image,
    String size,
    String platform,
    Instant launched)
    implements Resource {

  /** How an instance hangs in its VPC. */
  public record Network(String subnet, String networkInterface, String privateIp, String publicIp) {
    public String privateName() {
      return "ip-" + privateIp.replace('.', '-') + ".ec2.internal";
    }
  }

  public String vpc() {
    return group.vpc();
  }

  @Override
  public String arn() {
    return place.arn("ec2", "instance/" + id);
  }

  @Override
  public String type() {
    return "AWS::EC2::Instance";
  }

  @Override
  public String configId() {
    return id;
  }
}
