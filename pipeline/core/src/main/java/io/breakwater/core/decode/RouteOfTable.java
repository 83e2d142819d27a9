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
    for (var route : routes) {
      if (route.state.equals("blackhole")) {
        continue;
      }
      table.mentions.add(Mention.of(route.gateway, TypeName.INTERNET_GATEWAY));
      table.mentions.add(Mention.of(route.natGateway, TypeName.NAT_GATEWAY));
      if (route.leadsToInternet()) {
        wayOut = route.gateway;
      }
    }
    table.attribute(Attribute.INTERNET_ROUTE, wayOut);
  }

  /** A VPC has one internet gateway at most, so all that do lead to the same. */
  private boolean leadsToInternet() {
    return gateway.startsWith(INTERNET_GATEWAY_PREFIX)
        && (InternetTraffic.isWhole(destination) || InternetTraffic.isWhole(destinationOfIpv6));
  }
}
