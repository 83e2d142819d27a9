// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.Shape;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.PortRanges;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The traffic that a rule of a security group, network ACL or route table is about, as far as it
 * comes from or goes to the whole internet.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html">
 *     IpPermission</a>
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html">
 *     NetworkAclEntry</a>
 */
final class InternetTraffic {
  static final String IPV4 = "0.0.0.0/0";
  static final String IPV6 = "::/0";

  private static final int EVERY = -1;

  private InternetTraffic() {}

  /**
   * Protocols are names in security groups and IANA's numbers in network ACLs; {@code -1} is every
   * one, whatever ports stand beside it. A port that is absent or -1 is every port.
   *
   * @return none for a protocol without ports, and for ports that are no range
   */
  static PortRanges ports(String protocol, int from, int to) {
    var name = nameOf(protocol);
    if (name.isEmpty()) {
      return PortRanges.none();
    }
    if (name.get().equals(PortRanges.ALL_PROTOCOLS) || (from == EVERY && to == EVERY)) {
      return PortRanges.of(name.get(), 0, PortRanges.LAST_PORT);
    }
    return from < 0 || to > PortRanges.LAST_PORT || from > to
        ? PortRanges.none()
        : PortRanges.of(name.get(), from, to);
  }

  private static Optional<String> nameOf(String protocol) {
    switch (protocol.toLowerCase(Locale.ROOT)) {
      case "-1":
      case "all":
        return Optional.of(PortRanges.ALL_PROTOCOLS);
      case "6":
      case "tcp":
        return Optional.of(PortRanges.TCP);
      case "17":
      case "udp":
        return Optional.of(PortRanges.UDP);
      default:
        return Optional.empty();
    }
  }

  /** One rule that lets traffic in to a security group. */
  static final class Permission {
    static final Shape<Permission> SHAPE =
        Shape.of(Permission::new)
            .inAnyCase()
            .text("ipProtocol", (permission, value) -> permission.protocol = value)
            .number("fromPort", (permission, value) -> permission.from = (int) value)
            .number("toPort", (permission, value) -> permission.to = (int) value)
            .member("ipRanges", Permission::ranges)
            .member("ipv4Ranges", Permission::ranges)
            .member("ipv6Ranges", Permission::ranges);

    private static final Shape<Permission> RANGE =
        Shape.<Permission>part()
            .inAnyCase()
            .text("cidrIp", Permission::from)
            .text("cidrIpv6", Permission::from);

    private String protocol = "";
    private int from = EVERY;
    private int to = EVERY;
    private boolean open;
    private boolean openToIpv6;

    /** A range is a text in {@code ipRanges} and an object in the others (observed in Config). */
    private static void ranges(JsonParser parser, Permission into) throws IOException {
      Shape.expect(parser, JsonToken.START_ARRAY, "an array");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          RANGE.readInto(parser, into);
        } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
          into.from(parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }

    private void from(String cidr) {
      open |= cidr.equals(IPV4);
      openToIpv6 |= cidr.equals(IPV6);
    }

    /** What all of them together let in from the internet. */
    static void tell(Configuration group, List<Permission> permissions) {
      group.attribute(Attribute.INGRESS, ingress(permissions, rule -> rule.open));
      group.attribute(Attribute.INGRESS_IPV6, ingress(permissions, rule -> rule.openToIpv6));
    }

    private static String ingress(List<Permission> permissions, Predicate<Permission> open) {
      return permissions.stream()
          .filter(open)
          .map(rule -> InternetTraffic.ports(rule.protocol, rule.from, rule.to))
          .reduce(PortRanges.none(), PortRanges::union)
          .toString();
    }
  }
}
