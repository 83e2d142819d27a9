// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.List;

/** Names of the {@linkplain Signal#attributes() attributes} that readers set and patterns use. */
public final class Attribute {
  /** Compliance status as the provider wrote it: FAILED, PASSED, WARNING, NON_COMPLIANT, … */
  public static final String COMPLIANCE = "compliance";

  /** ARN of the instance profile that an instance carries. */
  public static final String INSTANCE_PROFILE = "instanceProfile";

  /** ARN of the role that a function or service runs with. */
  public static final String ROLE = "role";

  /** {@code true} or {@code false}: Access Analyzer's or Macie's word on public access. */
  public static final String PUBLIC = "public";

  /** The principal that has access from outside. */
  public static final String PRINCIPAL = "principal";

  /**
   * What sort of analyzer finding: {@code external}, {@code internal}, the unused kind in the
   * analyzer's words ({@code UnusedPermission}, …), or {@code error} where the analyzer could not
   * look.
   */
  public static final String ACCESS = "access";

  /** The worst category of sensitive data found, such as {@code CREDENTIALS}. */
  public static final String SENSITIVE_DATA = "sensitiveData";

  /** {@code TARGET} or {@code ACTOR}: what part the resource plays in a GuardDuty finding. */
  public static final String RESOURCE_ROLE = "resourceRole";

  /** {@code true} on GuardDuty's sample findings. */
  public static final String SAMPLE = "sample";

  /** The detector of a code vulnerability. */
  public static final String DETECTOR = "detector";

  /**
   * The {@linkplain PortRanges ports} that a security group or network ACL lets the whole IPv4
   * internet ({@code 0.0.0.0/0}) in to. Rules for a part of it count for nothing, neither those
   * that allow nor those that deny.
   */
  public static final String INGRESS = "ingress";

  /** As {@link #INGRESS}, for the whole IPv6 internet ({@code ::/0}). */
  public static final String INGRESS_IPV6 = "ingressIpv6";

  /**
   * Of a route table, the id of the internet gateway that an active default route for IPv4 leads
   * to, or {@code none}.
   */
  public static final String INTERNET_ROUTE = "internetRoute";

  /** As {@link #INTERNET_ROUTE}, for IPv6. An egress-only gateway lets nobody in, and is none. */
  public static final String INTERNET_ROUTE_IPV6 = "internetRouteIpv6";

  /**
   * {@code public} or {@code private}: whether a resource has a public IPv4 address (interfaces,
   * instances, services), or a name that resolves to one (load balancers, databases).
   */
  public static final String ADDRESS = "address";

  /**
   * {@code public} on an interface or instance with an IPv6 address of the internet (from {@code
   * 2000::/3}); there is no network address translation on the way to one.
   */
  public static final String ADDRESS_IPV6 = "addressIpv6";

  /** Who a certificate belongs to, or what presents one: the value of a tag that says so. */
  public static final String OWNER = "owner";

  private static final List<String> NAMES =
      List.of(
          COMPLIANCE,
          INSTANCE_PROFILE,
          ROLE,
          PUBLIC,
          PRINCIPAL,
          ACCESS,
          SENSITIVE_DATA,
          RESOURCE_ROLE,
          SAMPLE,
          DETECTOR,
          INGRESS,
          INGRESS_IPV6,
          INTERNET_ROUTE,
          INTERNET_ROUTE_IPV6,
          ADDRESS,
          ADDRESS_IPV6,
          OWNER);

  private Attribute() {}

  /** All of them. */
  public static List<String> names() {
    return NAMES;
  }
}
