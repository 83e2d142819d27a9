// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.signal.Attribute;
import java.util.List;

/**
 * A route of a route table. One that leads to nothing any more ({@code blackhole}) is none.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html">Route</a>
 */
final class RouteOfTable {
  static final Shape<RouteOfTable> SHAPE =
      Shape.of(RouteOfTable::new)
          .inAnyCase()
          .text("destinationCidrBlock", (route, value) -> route.destination = value)
          .text("destinationIpv6CidrBlock", (route, value) -> route.destinationOfIpv6 = value)
          .text("gatewayId", (route, value) -> route.gateway = value)
          .text("natGatewayId", (route, value) -> route.natGateway = value)
          .text("state", (route, value) -> route.state = value);

  private static final String INTERNET_GATEWAY_PREFIX = "igw-";
  private static final String NONE = "none";

  private String destination = "";
  private String destinationOfIpv6 = "";
  private String gateway = "";
  private String natGateway = "";
  private String state = "";

  static void tell(Configuration table, List<RouteOfTable> routes) {
    var wayOut = NONE;
    var wayOutOfIpv6 = NONE;
    for (var route : routes) {
      if (route.state.equals("blackhole")) {
        continue;
      }
      table.mentions.add(Mention.of(route.gateway, TypeName.INTERNET_GATEWAY));
      table.mentions.add(Mention.of(route.natGateway, TypeName.NAT_GATEWAY));
      // A VPC has one internet gateway at most, so all that do lead to the same.
      if (route.gateway.startsWith(INTERNET_GATEWAY_PREFIX)) {
        wayOut = route.destination.equals(InternetTraffic.IPV4) ? route.gateway : wayOut;
        wayOutOfIpv6 =
            route.destinationOfIpv6.equals(InternetTraffic.IPV6) ? route.gateway : wayOutOfIpv6;
      }
    }
    table.attribute(Attribute.INTERNET_ROUTE, wayOut);
    table.attribute(Attribute.INTERNET_ROUTE_IPV6, wayOutOfIpv6);
  }
}
