// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.NetworkInterface;
import io.breakwater.demo.estate.SecurityGroup;
import io.breakwater.demo.estate.VpcPart;
import io.breakwater.demo.estate.VpcPart.Kind;
import java.util.List;
import java.util.stream.Stream;

/** What Config records of a VPC and of what filters traffic in it. */
final class NetworkItems {
  private static final String INTERNET = "0.0.0.0/0";
  private static final String COMPANY = "10.20.0.0/16";

  private NetworkItems() {}

  static void write(Json json, VpcPart part) {
    if (part.kind() != Kind.INTERNET_GATEWAY) {
      json.put("vpcId", part.id(Kind.VPC));
    }
    json.put("ownerId", part.place().account().id());
    switch (part.kind()) {
      case VPC -> json.put("cidrBlock", COMPANY).put("state", "available");
      case SUBNET ->
          json.put("subnetId", part.configId())
              .put("cidrBlock", "10.20.0.0/18")
              .put("mapPublicIpOnLaunch", true);
      case NETWORK_ACL -> acl(json, part);
      case ROUTE_TABLE -> routeTable(json, part);
      case INTERNET_GATEWAY ->
          json.put("internetGatewayId", part.configId())
              .only(
                  "attachments",
                  to -> to.put("state", "available").put("vpcId", part.id(Kind.VPC)));
    }
  }

  private static void acl(Json json, VpcPart part) {
    json.put("networkAclId", part.configId())
        .put("isDefault", true)
        .only(
            "associations",
            to -> to.put("networkAclId", part.configId()).put("subnetId", part.id(Kind.SUBNET)))
        .each(
            "entries",
            List.of(
                new Entry(100, "allow", false),
                new Entry(100, "allow", true),
                new Entry(32767, "deny", false),
                new Entry(32767, "deny", true)),
            (object, entry) ->
                object
                    .put("ruleNumber", entry.number)
                    .put("protocol", "-1")
                    .put("ruleAction", entry.action)
                    .put("egress", entry.egress)
                    .put("cidrBlock", INTERNET));
  }

  private static void routeTable(Json json, VpcPart part) {
    json.put("routeTableId", part.configId())
        .only(
            "associations",
            to ->
                to.put("main", false)
                    .put("routeTableId", part.configId())
                    .put("subnetId", part.id(Kind.SUBNET)))
        .each(
            "routes",
            List.of(
                new Route(COMPANY, "local", "CreateRouteTable"),
                new Route(INTERNET, part.id(Kind.INTERNET_GATEWAY), "CreateRoute")),
            (object, route) ->
                object
                    .put("destinationCidrBlock", route.to)
                    .put("gatewayId", route.gateway)
                    .put("origin", route.origin)
                    .put("state", "active"));
  }

  static void write(Json json, SecurityGroup group) {
    var rules =
        Stream.concat(
            Stream.of(new Rule(22, COMPANY), new Rule(443, COMPANY)),
            group.publicPorts().stream().map(port -> new Rule(port, INTERNET)));
    json.put("groupName", group.tags().name())
        .put("groupId", group.id())
        .put("vpcId", group.vpc())
        .put("ownerId", group.place().account().id())
        .each(
            "ipPermissions",
            rules.toList(),
            (object, rule) ->
                object
                    .put("ipProtocol", "tcp")
                    .put("fromPort", rule.port)
                    .put("toPort", rule.port)
                    .only("ipv4Ranges", range -> range.put("cidrIp", rule.from))
                    .texts("ipRanges", List.of(rule.from)));
  }

  static void write(Json json, NetworkInterface each) {
    var instance = each.instance();
    var network = instance.network();
    json.put("networkInterfaceId", each.configId())
        .put("interfaceType", "interface")
        .put("status", "in-use")
        .put("subnetId", network.subnet())
        .put("vpcId", instance.vpc())
        .put("privateIpAddress", network.privateIp())
        .object("association", address -> address.put("publicIp", network.publicIp()))
        .object(
            "attachment",
            to ->
                to.put("instanceId", instance.id()).put("deviceIndex", 0).put("status", "attached"))
        .only(
            "groups",
            group ->
                group
                    .put("groupId", instance.group().id())
                    .put("groupName", instance.group().tags().name()));
  }

  private record Entry(int number, String action, boolean egress) {}

  private record Route(String to, String gateway, String origin) {}

  private record Rule(int port, String from) {}
}
