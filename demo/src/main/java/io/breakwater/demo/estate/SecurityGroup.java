// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.util.List;
import java.util.stream.Stream;

/**
 * A security group of a VPC.
 *
 * @param publicPorts those that it opens to the internet; the network of the company gets in anyway
 */
public record SecurityGroup(
    Place place, String id, Tags tags, String vpc, List<Integer> publicPorts) implements Resource {
  public SecurityGroup {
    publicPorts = List.copyOf(publicPorts);
  }

  /** With one more port open to the internet. */
  public SecurityGroup opened(int port) {
    return new SecurityGroup(
        place,
        id,
        tags,
        vpc,
        Stream.concat(publicPorts.stream(), Stream.of(port)).distinct().toList());
  }

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
