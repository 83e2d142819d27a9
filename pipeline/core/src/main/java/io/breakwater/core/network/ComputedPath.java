// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.network;

import io.breakwater.core.hash.Sha256;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.PortRanges;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A way in from the internet that no finding tells of and configuration shows: internet gateway,
 * route table, network ACL, security group, interface, resource.
 */
public final class ComputedPath {
  private static final String KIND = "NETWORK_REACHABILITY";
  private static final String INTERNET_GATEWAY = "AWS::EC2::InternetGateway";

  private ComputedPath() {}

  /** Whether a signal is one of these rather than what a product found. */
  public static boolean is(Signal signal) {
    return signal.product().equals(Product.BREAKWATER) && signal.kind().equals(KIND);
  }

  static Signal of(
      Resource resource,
      NetworkInterface at,
      Signal group,
      PortRanges.Range ports,
      String gateway) {
    var rests = at.restsOn(group);
    var recorded =
        rests.stream().map(Signal::updatedAt).max(Comparator.naturalOrder()).orElseThrow();
    var name = group.resource().arn().toString();
    return Signal.builder()
        .product(Product.BREAKWATER)
        .kind(KIND)
        .findingUid(
            "computed-path-"
                + Sha256.identity(
                    resource.arn().toString(),
                    at.resource().arn().toString(),
                    name,
                    ports.toString()))
        .resource(resource)
        .state(SignalState.ACTIVE)
        .updatedAt(recorded)
        .title(title(ports, group))
        .openPath(
            new OpenPath(
                OpenPath.Origin.INTERNET,
                ports.first(),
                ports.last(),
                ports.protocol().toUpperCase(Locale.ROOT),
                steps(at, group, gateway)))
        .replayed(rests.stream().allMatch(Signal::replayed))
        .build();
  }

  /** From the internet on. */
  private static List<OpenPath.Step> steps(NetworkInterface at, Signal group, String gateway) {
    var steps = new ArrayList<OpenPath.Step>();
    steps.add(new OpenPath.Step(gateway, INTERNET_GATEWAY));
    at.tables().forEach(table -> steps.add(step(table.resource())));
    at.acls().forEach(acl -> steps.add(step(acl.resource())));
    steps.add(step(group.resource()));
    steps.add(step(at.resource()));
    return steps;
  }

  private static OpenPath.Step step(Resource resource) {
    return new OpenPath.Step(resource.arn().name(), resource.type().name());
  }

  private static String title(PortRanges.Range ports, Signal group) {
    var protocol = ports.protocol().toUpperCase(Locale.ROOT);
    return "By configuration, "
        + (ports.first() == ports.last()
            ? protocol + " port " + ports.first() + " is"
            : protocol + " ports " + ports.first() + " to " + ports.last() + " are")
        + " open to the internet through "
        + group.resource().arn().name();
  }
}
