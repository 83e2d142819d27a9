// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.mention;
import static io.breakwater.core.decode.Configuration.oneOrMany;
import static io.breakwater.core.decode.Configuration.part;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.signal.Known;
import java.util.Map;

/** VPCs and what is in them: who filters traffic, and where it is sent. */
final class NetworkPaths {
  /** Also as an instance tells of those that it has. */
  static final Shape<Configuration> NETWORK_INTERFACE =
      Shape.of(Configuration::new)
          .inAnyCase()
          .text(
              "networkInterfaceId",
              (part, id) -> part.itself = Mention.of(id, TypeName.NETWORK_INTERFACE))
          .text("subnetId", mention(TypeName.SUBNET))
          .text("vpcId", mention(TypeName.VPC))
          .text("privateIpAddress", Configuration::privateAddress)
          .inside("association", part().text("publicIp", Configuration::publicAddress))
          .eachInside(
              "privateIpAddresses",
              part().inside("association", part().text("publicIp", Configuration::publicAddress)))
          .eachInside("ipv6Addresses", part().text("ipv6Address", Configuration::ipv6Address))
          .inside("attachment", part("instanceId", TypeName.INSTANCE))
          .member("groups", oneOrMany("groupId", TypeName.SECURITY_GROUP))
          // Security Hub's name of the same.
          .member("securityGroups", oneOrMany("groupId", TypeName.SECURITY_GROUP));

  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.ofEntries(
          Map.entry(TypeName.SUBNET, part("vpcId", TypeName.VPC)),
          Map.entry(TypeName.SECURITY_GROUP, securityGroup()),
          Map.entry(TypeName.NETWORK_ACL, networkAcl()),
          Map.entry("AWS::EC2::RouteTable", routeTable()),
          Map.entry(
              TypeName.INTERNET_GATEWAY,
              part().eachInside("attachments", part("vpcId", TypeName.VPC))),
          Map.entry(
              TypeName.NAT_GATEWAY,
              part("vpcId", TypeName.VPC).text("subnetId", mention(TypeName.SUBNET))),
          Map.entry(TypeName.NETWORK_INTERFACE, NETWORK_INTERFACE),
          Map.entry(
              "AWS::EC2::EIP",
              part("instanceId", TypeName.INSTANCE)
                  .text("networkInterfaceId", mention(TypeName.NETWORK_INTERFACE))));

  private NetworkPaths() {}

  private static Shape<Configuration> securityGroup() {
    return part("vpcId", TypeName.VPC)
        .list("ipPermissions", InternetTraffic.Permission.SHAPE, InternetTraffic.Permission::tell);
  }

  private static Shape<Configuration> networkAcl() {
    return part("vpcId", TypeName.VPC)
        .eachInside("associations", part("subnetId", TypeName.SUBNET))
        .list("entries", NetworkAclEntry.SHAPE, NetworkAclEntry::tell);
  }

  /** The main table is that of every subnet which is associated with no other. */
  private static Shape<Configuration> routeTable() {
    return part()
        .text("vpcId", Configuration::vpc)
        .each("associations", Association.SHAPE, Association::tell)
        .list("routes", RouteOfTable.SHAPE, RouteOfTable::tell)
        // Security Hub's names of the same.
        .each("associationSet", Association.SHAPE, Association::tell)
        .list("routeSet", RouteOfTable.SHAPE, RouteOfTable::tell);
  }

  /** What a route table is associated with: a subnet, or as the main one with its VPC. */
  private static final class Association {
    static final Shape<Association> SHAPE =
        Shape.of(Association::new)
            .inAnyCase()
            .text("subnetId", (association, value) -> association.subnet = value)
            .text("main", (association, value) -> association.main = value);

    private String subnet = "";
    private String main = "";

    static void tell(Configuration table, Association association) {
      if (!association.subnet.isEmpty()) {
        table.mentions.add(Mention.of(association.subnet, TypeName.SUBNET));
      } else if (Known.ofText(association.main) == Known.YES) {
        table.relate(table.vpc(), RelationType.ROUTES_TO, Mention.ITSELF);
      }
    }
  }
}
