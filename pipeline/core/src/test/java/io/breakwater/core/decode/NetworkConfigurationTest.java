// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.EC2;
import static io.breakwater.core.decode.ConfigItems.attributes;
import static io.breakwater.core.decode.ConfigItems.item;
import static io.breakwater.core.decode.ConfigItems.relations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkConfigurationTest {
  private static final String GROUP = EC2 + "security-group/sg-0a1";
  private static final String ACL = EC2 + "network-acl/acl-0a1";
  private static final String TABLE = EC2 + "route-table/rtb-0a1";
  private static final String INTERFACE = EC2 + "network-interface/eni-0a1";
  private static final String VPC = EC2 + "vpc/vpc-0a1";
  private static final String SUBNET = EC2 + "subnet/subnet-0a1";

  @Test
  void an_interface_lies_in_its_subnet_behind_its_groups_and_is_part_of_its_instance() {
    var item =
        networkInterface(
            Map.of(
                "networkInterfaceId", "eni-0a1",
                "subnetId", "subnet-0a1",
                "vpcId", "vpc-0a1",
                "attachment", Map.of("instanceId", "i-0a1"),
                "groups", List.of(Map.of("groupId", "sg-0a1", "groupName", "web"))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            INTERFACE + " containedIn " + SUBNET,
            INTERFACE + " containedIn " + VPC,
            INTERFACE + " protectedBy " + GROUP,
            EC2 + "instance/i-0a1 hasPart " + INTERFACE);
  }

  @Test
  void an_interface_with_a_public_address_has_one_whichever_of_its_addresses_it_is() {
    var first =
        networkInterface(
            Map.of(
                "privateIpAddress", "10.0.0.7", "association", Map.of("publicIp", "203.0.113.7")));
    var second =
        networkInterface(
            Map.of(
                "privateIpAddresses",
                List.of(Map.of("association", Map.of("publicIp", "203.0.113.8"))),
                "privateIpAddress",
                "10.0.0.7"));

    assertThat(attributes(first)).containsEntry("address", "public");
    assertThat(attributes(second)).containsEntry("address", "public");
  }

  @Test
  void an_interface_with_a_private_address_only_is_private() {
    var item = networkInterface(Map.of("privateIpAddress", "10.0.0.7"));

    assertThat(attributes(item)).containsEntry("address", "private");
  }

  @Test
  void an_interface_with_an_ipv6_address_of_the_internet_has_a_public_one() {
    var routed =
        networkInterface(Map.of("ipv6Addresses", List.of(Map.of("ipv6Address", "2001:db8::7"))));
    var local =
        networkInterface(Map.of("ipv6Addresses", List.of(Map.of("ipv6Address", "fd00:ec2::7"))));

    assertThat(attributes(routed)).isEqualTo(Map.of("addressIpv6", "public"));
    assertThat(attributes(local)).isEmpty();
  }

  @Test
  void of_an_interface_whose_addresses_nobody_told_nothing_is_said() {
    assertThat(attributes(networkInterface(Map.of("subnetId", "subnet-0a1")))).isEmpty();
  }

  @Test
  void a_security_group_lets_the_internet_in_to_the_ports_that_its_rules_open_to_all() {
    var item =
        securityGroup(
            List.of(
                permission("tcp", 443, 443, "0.0.0.0/0"),
                permission("tcp", 22, 22, "0.0.0.0/0"),
                permission("tcp", 5432, 5432, "10.0.0.0/8"),
                permission("icmp", 8, -1, "0.0.0.0/0"),
                Map.of(
                    "ipProtocol",
                    "udp",
                    "fromPort",
                    53,
                    "toPort",
                    54,
                    "ipv6Ranges",
                    List.of(Map.of("cidrIpv6", "::/0")))));

    assertThat(attributes(item))
        .isEqualTo(Map.of("ingress", "tcp/22-22 tcp/443-443", "ingressIpv6", "udp/53-54"));
  }

  @Test
  void a_security_group_that_is_open_to_all_traffic_says_so() {
    var item = securityGroup(List.of(Map.of("ipProtocol", "-1", "ipRanges", List.of("0.0.0.0/0"))));

    assertThat(attributes(item)).containsEntry("ingress", "all/0-65535");
  }

  @Test
  void a_security_group_without_such_rules_lets_nobody_in() {
    assertThat(attributes(securityGroup(List.of()))).containsEntry("ingress", "none");
    assertThat(attributes(securityGroup(List.of(permission("tcp", 1, 2, "192.0.2.1/32")))))
        .containsEntry("ingress", "none");
  }

  @Test
  void of_a_security_group_whose_rules_nobody_told_nothing_is_said() {
    var item = item("AWS::EC2::SecurityGroup", GROUP, Map.of("groupName", "web"));

    assertThat(attributes(item)).isEmpty();
  }

  @Test
  void a_security_group_lies_in_its_vpc() {
    var item = item("AWS::EC2::SecurityGroup", GROUP, Map.of("vpcId", "vpc-0a1"));

    assertThat(relations(item)).containsExactly(GROUP + " containedIn " + VPC);
  }

  @Test
  void an_acl_protects_the_subnets_that_it_is_associated_with() {
    var item =
        item(
            "AWS::EC2::NetworkAcl",
            ACL,
            Map.of(
                "vpcId",
                "vpc-0a1",
                "associations",
                List.of(Map.of("subnetId", "subnet-0a1"), Map.of("subnetId", "subnet-0a2"))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            SUBNET + " protectedBy " + ACL,
            EC2 + "subnet/subnet-0a2 protectedBy " + ACL,
            ACL + " containedIn " + VPC);
  }

  @Test
  void the_lowest_rule_of_an_acl_decides() {
    var deniedFirst =
        acl(
            entry(100, "deny", "6", 22, 22, "0.0.0.0/0"),
            entry(200, "allow", "6", 20, 25, "0.0.0.0/0"));
    var allowedFirst =
        acl(
            entry(200, "deny", "6", 22, 22, "0.0.0.0/0"),
            entry(100, "allow", "6", 20, 25, "0.0.0.0/0"));

    assertThat(attributes(deniedFirst)).containsEntry("ingress", "tcp/20-21 tcp/23-25");
    assertThat(attributes(allowedFirst)).containsEntry("ingress", "tcp/20-25");
  }

  @Test
  void the_default_acl_lets_everything_in() {
    var item =
        acl(
            Map.of(
                "ruleNumber", 100,
                "protocol", "-1",
                "ruleAction", "allow",
                "egress", false,
                "cidrBlock", "0.0.0.0/0"),
            Map.of(
                "ruleNumber", 32767,
                "protocol", "-1",
                "ruleAction", "deny",
                "egress", false,
                "cidrBlock", "0.0.0.0/0"));

    assertThat(attributes(item)).containsEntry("ingress", "all/0-65535");
  }

  @Test
  void a_rule_for_a_part_of_the_internet_neither_allows_nor_denies() {
    var item =
        acl(
            entry(50, "deny", "-1", 0, 0, "198.51.100.0/24"),
            entry(60, "allow", "17", 53, 53, "192.0.2.0/24"),
            entry(100, "allow", "6", 443, 443, "0.0.0.0/0"));

    assertThat(attributes(item)).containsEntry("ingress", "tcp/443-443");
  }

  @Test
  void what_an_acl_lets_out_is_no_way_in() {
    var item =
        acl(
            Map.of(
                "ruleNumber", 100,
                "protocol", "-1",
                "ruleAction", "allow",
                "egress", true,
                "cidrBlock", "0.0.0.0/0"));

    assertThat(attributes(item)).containsEntry("ingress", "none");
  }

  @Test
  void each_family_of_addresses_has_its_own_rules_in_an_acl() {
    var item =
        acl(
            entry(100, "deny", "-1", 0, 0, "0.0.0.0/0"),
            Map.of(
                "ruleNumber", 101,
                "protocol", "6",
                "portRange", Map.of("from", 443, "to", 443),
                "ruleAction", "allow",
                "egress", "false",
                "ipv6CidrBlock", "::/0"));

    assertThat(attributes(item)).isEqualTo(Map.of("ingress", "none", "ingressIpv6", "tcp/443-443"));
  }

  @Test
  void subnets_route_to_the_table_that_they_are_associated_with() {
    var item =
        table(
            List.of(Map.of("subnetId", "subnet-0a1", "main", false)),
            List.of(
                route("10.0.0.0/16", "local"),
                Map.of("destinationCidrBlock", "0.0.0.0/0", "natGatewayId", "nat-0a1")));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            SUBNET + " routesTo " + TABLE,
            TABLE + " containedIn " + VPC,
            TABLE + " routesTo " + EC2 + "natgateway/nat-0a1");
  }

  @Test
  void a_vpc_routes_to_its_main_table() {
    var item = table(List.of(Map.of("main", true)), List.of());

    assertThat(relations(item))
        .containsExactlyInAnyOrder(VPC + " routesTo " + TABLE, TABLE + " containedIn " + VPC);
  }

  @ParameterizedTest
  @CsvSource({
    "destinationCidrBlock, 0.0.0.0/0, igw-0a1, active, igw-0a1, none",
    "destinationIpv6CidrBlock, ::/0, igw-0a1, active, none, igw-0a1",
    "destinationCidrBlock, 0.0.0.0/0, igw-0a1, blackhole, none, none",
    "destinationCidrBlock, 198.51.100.0/24, igw-0a1, active, none, none",
    "destinationCidrBlock, 0.0.0.0/0, vgw-0a1, active, none, none",
    "destinationIpv6CidrBlock, ::/0, eigw-0a1, active, none, none",
  })
  void the_way_to_the_internet_is_an_active_default_route_to_its_gateway(
      String member,
      String destination,
      String gateway,
      String state,
      String expected,
      String expectedOfIpv6) {
    var item =
        table(
            List.of(), List.of(Map.of(member, destination, "gatewayId", gateway, "state", state)));

    assertThat(attributes(item))
        .isEqualTo(Map.of("internetRoute", expected, "internetRouteIpv6", expectedOfIpv6));
  }

  @Test
  void a_route_that_leads_to_nothing_any_more_is_no_edge() {
    var item =
        table(
            List.of(),
            List.of(
                Map.of(
                    "destinationCidrBlock", "0.0.0.0/0",
                    "gatewayId", "igw-0a1",
                    "state", "blackhole")));

    assertThat(relations(item)).containsExactly(TABLE + " containedIn " + VPC);
  }

  @Test
  void a_gateway_lies_in_the_vpc_that_it_is_attached_to() {
    var gateway = EC2 + "internet-gateway/igw-0a1";
    var item =
        item(
            "AWS::EC2::InternetGateway",
            gateway,
            Map.of("attachments", List.of(Map.of("vpcId", "vpc-0a1", "state", "available"))));

    assertThat(relations(item)).containsExactly(gateway + " containedIn " + VPC);
  }

  @Test
  void keys_with_capitals_say_the_same() {
    var item =
        item(
            "AWS::EC2::NatGateway",
            EC2 + "natgateway/nat-0a1",
            Map.of("SubnetId", "subnet-0a1", "VpcId", "vpc-0a1"));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            EC2 + "natgateway/nat-0a1 containedIn " + SUBNET,
            EC2 + "natgateway/nat-0a1 containedIn " + VPC);
  }

  private static Payload networkInterface(Map<String, ?> configuration) {
    return item("AWS::EC2::NetworkInterface", INTERFACE, configuration);
  }

  private static Payload securityGroup(List<Map<String, ?>> permissions) {
    return item("AWS::EC2::SecurityGroup", GROUP, Map.of("ipPermissions", permissions));
  }

  private static Map<String, ?> permission(String protocol, int from, int to, String cidr) {
    return Map.of(
        "ipProtocol",
        protocol,
        "fromPort",
        from,
        "toPort",
        to,
        "ipv4Ranges",
        List.of(Map.of("cidrIp", cidr)),
        "ipv6Ranges",
        List.of(),
        "ipRanges",
        List.of(cidr));
  }

  private static Payload acl(Map<?, ?>... entries) {
    return item("AWS::EC2::NetworkAcl", ACL, Map.of("entries", List.of(entries)));
  }

  private static Map<String, ?> entry(
      int number, String action, String protocol, int from, int to, String cidr) {
    return Map.of(
        "ruleNumber", number,
        "ruleAction", action,
        "protocol", protocol,
        "portRange", Map.of("from", from, "to", to),
        "egress", false,
        "cidrBlock", cidr);
  }

  private static Payload table(List<?> associations, List<?> routes) {
    return item(
        "AWS::EC2::RouteTable",
        TABLE,
        Map.of("associations", associations, "routes", routes, "vpcId", "vpc-0a1"));
  }

  private static Map<String, ?> route(String destination, String gateway) {
    return Map.of("destinationCidrBlock", destination, "gatewayId", gateway, "state", "active");
  }
}
