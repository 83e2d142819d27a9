// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.OpenPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way into an instance that a network reachability finding describes, step by step from where
 * it begins (observed). ASFF has the same with capitals: {@code Network} for the ports, {@code
 * NetworkPath} for the steps.
 */
final class InspectorPath {
  static final Shape<InspectorPath> SHAPE =
      Shape.of(InspectorPath::new)
          .inEitherCase()
          .text("protocol", (path, value) -> path.protocol = value)
          .inside(
              "openPortRange",
              Shape.<InspectorPath>part()
                  .inEitherCase()
                  .number("begin", (path, value) -> path.firstPort = port(value))
                  .number("end", (path, value) -> path.lastPort = port(value)))
          .inside(
              "networkPath",
              Shape.<InspectorPath>part().each("steps", Step.SHAPE, InspectorPath::add));

  private static final int LARGEST_PORT = 65_535;

  private String protocol = "";
  private int firstPort = -1;
  private int lastPort = -1;
  private final List<Step> steps = new ArrayList<>(4);

  void add(Step step) {
    steps.add(step);
  }

  private static int port(double value) {
    return value >= 0 && value <= LARGEST_PORT ? (int) value : -1;
  }

  OpenPath openPath() {
    var origin =
        steps.stream()
            .map(Step::origin)
            .filter(candidate -> candidate != OpenPath.Origin.UNKNOWN)
            .findFirst();
    return new OpenPath(
        origin.orElse(OpenPath.Origin.UNKNOWN),
        firstPort,
        lastPort,
        protocol,
        steps.stream()
            .map(step -> new OpenPath.Step(step.id, step.type))
            .collect(Collectors.toList()));
  }

  /** The path leads to one instance: whatever filters it protects that instance and no other. */
  Surroundings surroundings(Resource end) {
    var around = new Surroundings();
    if (end.type().equals(ResourceType.EC2_INSTANCE)) {
      for (var step : steps) {
        if (step.id.startsWith("sg-") || step.id.startsWith("acl-")) {
          around.filters.add(step.id);
        } else if (step.id.startsWith("eni-")) {
          around.interfaces.add(step.id);
        }
      }
    }
    return around;
  }

  /** One component of the path, as Inspector and ASFF write it. */
  static final class Step {
    static final Shape<Step> SHAPE =
        Shape.of(Step::new)
            .inEitherCase()
            .text("componentId", (step, value) -> step.id = value)
            .text("componentType", (step, value) -> step.type = value);

    private String id = "";
    private String type = "";

    OpenPath.Origin origin() {
      if (type.equals("AWS::EC2::InternetGateway") || id.startsWith("igw-")) {
        return OpenPath.Origin.INTERNET;
      }
      if (type.equals("AWS::EC2::VPCPeeringConnection") || id.startsWith("pcx-")) {
        return OpenPath.Origin.VPC_PEERING;
      }
      return type.equals("AWS::EC2::VPNGateway") || id.startsWith("vgw-")
          ? OpenPath.Origin.VPN
          : OpenPath.Origin.UNKNOWN;
    }
  }
}
