// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.util.List;
import java.util.stream.Stream;

/**
 * A VPC with one public subnet, or a part of it. All parts of one VPC share the digits of their id.
 *
 * @param digits hexadecimal, the same for all parts
 */
public record VpcPart(Kind kind, Place place, Tags tags, String digits) implements Resource {
  /** What a VPC needs for traffic from the internet. */
  public enum Kind {
    VPC("vpc-", "AWS::EC2::VPC", "vpc"),
    SUBNET("subnet-", "AWS::EC2::Subnet", "subnet"),
    NETWORK_ACL("acl-", "AWS::EC2::NetworkAcl", "network-acl"),
    ROUTE_TABLE("rtb-", "AWS::EC2::RouteTable", "route-table"),
    INTERNET_GATEWAY("igw-", "AWS::EC2::InternetGateway", "internet-gateway");

    private final String prefix;
    private final String type;
    private final String arnKind;

    Kind(String prefix, String type, String arnKind) {
      this.prefix = prefix;
      this.type = type;
      this.arnKind = arnKind;
    }
  }

  /** All parts of the VPC that a security group belongs to. */
  public static List<VpcPart> around(SecurityGroup group) {
    var digits = group.vpc().substring(Kind.VPC.prefix.length());
    return Stream.of(Kind.values())
        .map(kind -> new VpcPart(kind, group.place(), group.tags(), digits))
        .toList();
  }

  /** The id of another part of the same VPC. */
  public String id(Kind other) {
    return other.prefix + digits;
  }

  @Override
  public String arn() {
    return place.arn("ec2", kind.arnKind + "/" + configId());
  }

  @Override
  public String type() {
    return kind.type;
  }

  @Override
  public String configId() {
    return id(kind);
  }
}
