// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.Objects;

/** A way in over the network: where it comes from, and the ports it reaches. */
public final class OpenPath {
  /** Where a network path begins. */
  public enum Origin {
    INTERNET,
    VPC_PEERING,
    VPN,
    UNKNOWN
  }

  private final Origin origin;
  private final int firstPort;
  private final int lastPort;
  private final String protocol;

  /**
   * @param firstPort 0 to 65535, or -1 when nobody said
   * @param protocol in upper case, such as {@code TCP}; may be empty
   */
  public OpenPath(Origin origin, int firstPort, int lastPort, String protocol) {
    this.origin = Objects.requireNonNull(origin);
    this.firstPort = firstPort;
    this.lastPort = lastPort;
    this.protocol = Objects.requireNonNull(protocol);
  }

  public Origin origin() {
    return origin;
  }

  public int firstPort() {
    return firstPort;
  }

  public int lastPort() {
    return lastPort;
  }

  public String protocol() {
    return protocol;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof OpenPath)) {
      return false;
    }
    var that = (OpenPath) other;
    return origin == that.origin
        && firstPort == that.firstPort
        && lastPort == that.lastPort
        && protocol.equals(that.protocol);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, firstPort, lastPort, protocol);
  }

  @Override
  public String toString() {
    return origin + " " + protocol + " " + firstPort + "-" + lastPort;
  }
}
