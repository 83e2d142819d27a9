// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that can be reached, as Inspector finds it.
 *
 * @param through the steps of the path between where it begins and the resource
 * @param from the internet, a peered VPC, a VPN, or somewhere that the path does not tell
 */
record OpenPortReport(
    String source,
    int firstPort,
    int lastPort,
    String from,
    String protocol,
    String severity,
    String status,
    List<Subject> through,
    HubState state,
    Around around)
    implements Report {
  private static final String TYPE =
      "Software and Configuration Checks/AWS Security Best Practices/Network Reachability";

  static OpenPortReport of(JsonNode event, Subjects subjects) {
    var through = new ArrayList<Subject>();
    event.path("through").forEach(step -> through.add(subjects.named(step.asText())));
    var ports = event.path("openPort").asText().split("-", -1);
    return new OpenPortReport(
        event.path("as").asText("inspector"),
        Integer.parseInt(ports[0]),
        Integer.parseInt(ports[ports.length - 1]),
        event.path("from").asText("internet"),
        event.path("protocol").asText("TCP"),
        event.path("severity").asText("Medium"),
        event.path("status").asText("ACTIVE"),
        through,
        HubState.of(event),
        Around.of(event));
  }

  @Override
  public String key() {
    return "port " + firstPort + "-" + lastPort + " " + protocol + " from " + from;
  }

  @Override
  public byte[] event(Occasion occasion) {
    return switch (source) {
      case "asff" -> asff(occasion);
      case "ocsf" -> ocsf(occasion);
      default -> inspector(occasion);
    };
  }

  private String title() {
    var ports =
        firstPort == lastPort ? "Port " + firstPort : "Port range " + firstPort + "-" + lastPort;
    return ports + " is reachable from " + place() + " - " + protocol;
  }

  private String place() {
    return switch (from) {
      case "internet" -> "an Internet Gateway";
      case "vpc_peering" -> "a VPC peering connection";
      case "vpn" -> "a Virtual Private Gateway";
      default -> "a place that the path does not tell";
    };
  }

  private byte[] inspector(Occasion occasion) {
    var format = new Inspector("NETWORK_REACHABILITY", title());
    var finding = format.finding(occasion, severity, status, around);
    var details = finding.putObject("networkReachabilityDetails").put("protocol", protocol);
    details.putObject("openPortRange").put("begin", firstPort).put("end", lastPort);
    var steps = details.withArray("/networkPath/steps");
    switch (from) {
      case "internet" -> step(steps, "igw-0a1b2c3d4e5f60718", "AWS::EC2::InternetGateway");
      case "vpc_peering" -> step(steps, "pcx-0a1b2c3d4e5f60718", "AWS::EC2::VPCPeeringConnection");
      case "vpn" -> step(steps, "vgw-0a1b2c3d4e5f60718", "AWS::EC2::VPNGateway");
      default -> step(steps, "subnet-0a1b2c3d4e5f60718", "AWS::EC2::Subnet");
    }
    through.forEach(passed -> step(steps, passed.id(), passed.type()));
    step(steps, occasion.subject().id(), "AWS::EC2::Instance");
    return format.event(occasion, finding);
  }

  private static void step(ArrayNode steps, String id, String type) {
    steps.addObject().put("componentId", id).put("componentType", type);
  }

  /** The title is all that Security Hub's copies are known to keep of the path. */
  private byte[] asff(Occasion occasion) {
    var format = new Asff(HubProduct.INSPECTOR, Inspector.arn(occasion), TYPE, title());
    return format.event(occasion, format.finding(occasion, severity, state, around));
  }

  private byte[] ocsf(Occasion occasion) {
    var format =
        new Ocsf(Ocsf.VULNERABILITY, HubProduct.INSPECTOR, Inspector.arn(occasion), title());
    return format.event(occasion, format.finding(occasion, TYPE, severity, state, around));
  }
}
