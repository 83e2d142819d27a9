// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.PortRanges;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule of a network ACL. The lowest number that fits decides.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html">Network ACL
 *     rules</a>
 */
final class NetworkAclEntry {
  static final Shape<NetworkAclEntry> SHAPE =
      Shape.of(NetworkAclEntry::new)
          .inAnyCase()
          .number("ruleNumber", (entry, value) -> entry.number = (int) value)
          .text("protocol", (entry, value) -> entry.protocol = value)
          .text("ruleAction", (entry, value) -> entry.action = value)
          .text("egress", (entry, value) -> entry.egress = value)
          .text("cidrBlock", (entry, value) -> entry.cidr = value)
          .text("ipv6CidrBlock", (entry, value) -> entry.cidrOfIpv6 = value)
          .inside(
              "portRange",
              Shape.<NetworkAclEntry>part()
                  .inAnyCase()
                  .number("from", (entry, value) -> entry.from = (int) value)
                  .number("to", (entry, value) -> entry.to = (int) value));

  private static final String ALLOW = "allow";

  private int number;
  private String protocol = "";
  private String action = "";
  private String egress = "";
  private String cidr = "";
  private String cidrOfIpv6 = "";
  private int from = -1;
  private int to = -1;

  /** What they let in from the internet. */
  static void tell(Configuration acl, List<NetworkAclEntry> entries) {
    acl.attribute(Attribute.INGRESS, ingress(entries, InternetTraffic.IPV4).toString());
    acl.attribute(Attribute.INGRESS_IPV6, ingress(entries, InternetTraffic.IPV6).toString());
  }

  private static PortRanges ingress(List<NetworkAclEntry> entries, String internet) {
    var allowed = PortRanges.none();
    var undecided = PortRanges.all();
    for (var entry : inOrder(entries, internet)) {
      var ports = InternetTraffic.ports(entry.protocol, entry.from, entry.to);
      if (entry.action.equalsIgnoreCase(ALLOW)) {
        allowed = allowed.union(ports.intersect(undecided));
      }
      undecided = undecided.minus(ports);
    }
    return allowed;
  }

  private static List<NetworkAclEntry> inOrder(List<NetworkAclEntry> entries, String internet) {
    return entries.stream()
        .filter(entry -> Known.ofText(entry.egress) == Known.NO)
        .filter(entry -> entry.cidr.equals(internet) || entry.cidrOfIpv6.equals(internet))
        .sorted(Comparator.comparingInt(entry -> entry.number))
        .collect(Collectors.toList());
  }
}
