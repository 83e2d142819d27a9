// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.List;
import java.util.Objects;

/** A way in over the network: where it comes from, what it leads through, the ports it reaches. */
public final class OpenPath {
  /** Steps kept per path: the first ones, from the origin on. */
  public static final int MAX_STEPS = 16;

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
  private final List<Step> steps;

  /** One whose steps nobody told. */
  public OpenPath(Origin origin, int firstPort, int lastPort, String protocol) {
    this(origin, firstPort, lastPort, protocol, List.of());
  }

  /**
   * @param firstPort 0 to 65535, or -1 when nobody said
   * @param protocol in upper case, such as {@code TCP}; may be empty
   * @param steps beyond {@value #MAX_STEPS} they are cut off
   */
  public OpenPath(Origin origin, int firstPort, int lastPort, String protocol, List<Step> steps) {
    this.origin = Objects.requireNonNull(origin);
    this.firstPort = firstPort;
    this.lastPort = lastPort;
    this.protocol = Objects.requireNonNull(protocol);
    this.steps = List.copyOf(steps.subList(0, Math.min(steps.size(), MAX_STEPS)));
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

  /** From the origin to the resource; empty when nobody told. */
  public List<Step> steps() {
    return steps;
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
        && protocol.equals(that.protocol)
        && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, firstPort, lastPort, protocol, steps);
  }

  /** What every copy of a finding tells: the steps are not in it, as some copies leave them out. */
  @Override
  public String toString() {
    return origin + " " + protocol + " " + firstPort + "-" + lastPort;
  }

  /** Something that the way leads through, as the source names it. */
  public static final class Step {
    private final String id;
    private final String type;

    /**
     * @param id such as {@code igw-0a1}; may be empty
     * @param type such as {@code AWS::EC2::InternetGateway}; may be empty
     */
    public Step(String id, String type) {
      this.id = Objects.requireNonNull(id);
      this.type = Objects.requireNonNull(type);
    }

    public String id() {
      return id;
    }

    public String type() {
      return type;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Step
          && id.equals(((Step) other).id)
          && type.equals(((Step) other).type);
    }

    @Override
    public int hashCode() {
      return Objects.hash(id, type);
    }

    @Override
    public String toString() {
      return type + " " + id;
    }
  }
}
