// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.network;

import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.PortRanges;
import io.breakwater.core.signal.Signal;
import java.util.Optional;

/** IPv4 and IPv6: what configuration items say of each of the two internets. */
enum AddressFamily {
  IPV4(Attribute.ADDRESS, Attribute.INTERNET_ROUTE, Attribute.INGRESS),
  IPV6(Attribute.ADDRESS_IPV6, Attribute.INTERNET_ROUTE_IPV6, Attribute.INGRESS_IPV6);

  private static final String PUBLIC = "public";
  private static final String NO_ROUTE = "none";

  private final String address;
  private final String route;
  private final String ingress;

  AddressFamily(String address, String route, String ingress) {
    this.address = address;
    this.route = route;
    this.ingress = ingress;
  }

  /** Whether an interface or instance is known to have an address that the internet reaches. */
  boolean isPublic(Signal addressed) {
    return PUBLIC.equals(addressed.attributes().get(address));
  }

  /** Whether it is known which address of the family something has, if any. */
  boolean knowsAddress(Signal addressed) {
    return addressed.attributes().containsKey(address);
  }

  /** The internet gateway that a route table leads to; empty when to none, or nobody told. */
  Optional<String> gateway(Signal table) {
    return Optional.ofNullable(table.attributes().get(route)).filter(id -> !id.equals(NO_ROUTE));
  }

  /** Whether the routes of a table are known. */
  boolean knowsRoutes(Signal table) {
    return table.attributes().containsKey(route);
  }

  /** What a security group or network ACL lets in; empty when nobody told. */
  Optional<PortRanges> ingress(Signal filter) {
    return Optional.ofNullable(filter.attributes().get(ingress)).map(PortRanges::parse);
  }
}
