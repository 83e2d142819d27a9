// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of TCP and UDP ports, as security groups and network ACLs open them. Immutable.
 *
 * <p>Written {@code tcp/22-22 tcp/443-443 udp/0-65535}: TCP first, ranges merged and sorted; {@code
 * all/0-65535} is every port of both, {@code none} no port. Protocols without ports (ICMP, GRE)
 * have no part in it.
 */
public final class PortRanges {
  /** The protocol that stands for TCP and UDP both. */
  public static final String ALL_PROTOCOLS = "all";

  public static final String TCP = "tcp";
  public static final String UDP = "udp";

  public static final int LAST_PORT = 65_535;

  private static final String NONE_TEXT = "none";
  private static final Pattern RANGE = Pattern.compile("(tcp|udp|all)/(\\d{1,5})-(\\d{1,5})");
  private static final Pattern BLANK = Pattern.compile(" ");

  private static final PortRanges NONE = new PortRanges(List.of(), List.of());
  private static final PortRanges ALL = of(ALL_PROTOCOLS, 0, LAST_PORT);

  private final List<Range> tcp;
  private final List<Range> udp;

  private PortRanges(List<Range> tcp, List<Range> udp) {
    this.tcp = List.copyOf(tcp);
    this.udp = List.copyOf(udp);
  }

  public static PortRanges none() {
    return NONE;
  }

  public static PortRanges all() {
    return ALL;
  }

  /**
   * One range, both ends included.
   *
   * @param protocol {@code tcp}, {@code udp} or {@code all}, in any case
   * @throws IllegalArgumentException when the protocol has no ports, or the ports are no range
   *     within 0 to 65535
   */
  public static PortRanges of(String protocol, int first, int last) {
    if (first < 0 || last > LAST_PORT || first > last) {
      throw new IllegalArgumentException(
          first + "-" + last + " is no range of ports within 0-" + LAST_PORT);
    }
    var name = protocol.toLowerCase(Locale.ROOT);
    switch (name) {
      case TCP:
        return new PortRanges(List.of(new Range(name, first, last)), List.of());
      case UDP:
        return new PortRanges(List.of(), List.of(new Range(name, first, last)));
      case ALL_PROTOCOLS:
        return of(TCP, first, last).union(of(UDP, first, last));
      default:
        throw new IllegalArgumentException(
            "'" + protocol + "' has no ports; tcp, udp and all have some");
    }
  }

  /**
   * What {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when the text is of another form
   */
  public static PortRanges parse(String text) {
    if (text.equals(NONE_TEXT)) {
      return NONE;
    }
    var ports = NONE;
    for (var word : BLANK.split(text, -1)) {
      var range = RANGE.matcher(word);
      if (!range.matches()) {
        throw new IllegalArgumentException(
            "'" + word + "' is no range of ports; expected such as tcp/22-22, or none");
      }
      ports =
          ports.union(
              of(
                  range.group(1),
                  Integer.parseInt(range.group(2)),
                  Integer.parseInt(range.group(3))));
    }
    return ports;
  }

  public PortRanges union(PortRanges other) {
    return new PortRanges(union(tcp, other.tcp), union(udp, other.udp));
  }

  public PortRanges intersect(PortRanges other) {
    return new PortRanges(intersect(tcp, other.tcp), intersect(udp, other.udp));
  }

  /** The ports of this that the other has not. */
  public PortRanges minus(PortRanges other) {
    return new PortRanges(
        intersect(tcp, complement(TCP, other.tcp)), intersect(udp, complement(UDP, other.udp)));
  }

  public boolean isEmpty() {
    return tcp.isEmpty() && udp.isEmpty();
  }

  /**
   * @param protocol {@code tcp} or {@code udp}, or {@code all} for the port of both; in any case
   */
  public boolean contains(String protocol, int port) {
    var name = protocol.toLowerCase(Locale.ROOT);
    boolean inTcp = tcp.stream().anyMatch(range -> range.contains(port));
    boolean inUdp = udp.stream().anyMatch(range -> range.contains(port));
    switch (name) {
      case TCP:
        return inTcp;
      case UDP:
        return inUdp;
      default:
        return name.equals(ALL_PROTOCOLS) && inTcp && inUdp;
    }
  }

  /** Apart from one another, sorted, TCP first. */
  public List<Range> ranges() {
    var ranges = new ArrayList<>(tcp);
    ranges.addAll(udp);
    return List.copyOf(ranges);
  }

  private static List<Range> union(List<Range> one, List<Range> other) {
    if (one.isEmpty()) {
      return other;
    }
    var sorted = new ArrayList<>(one);
    sorted.addAll(other);
    sorted.sort((a, b) -> Integer.compare(a.first, b.first));
    List<Range> merged = new ArrayList<>(sorted.size());
    var open = sorted.get(0);
    for (var next : sorted) {
      if (next.first <= open.last + 1) {
        open = new Range(open.protocol, open.first, Math.max(open.last, next.last));
      } else {
        merged.add(open);
        open = next;
      }
    }
    merged.add(open);
    return merged;
  }

  private static List<Range> intersect(List<Range> one, List<Range> other) {
    List<Range> common = new ArrayList<>();
    for (var range : one) {
      for (var with : other) {
        int first = Math.max(range.first, with.first);
        int last = Math.min(range.last, with.last);
        if (first <= last) {
          common.add(new Range(range.protocol, first, last));
        }
      }
    }
    return common;
  }

  private static List<Range> complement(String protocol, List<Range> ranges) {
    List<Range> gaps = new ArrayList<>(ranges.size() + 1);
    int next = 0;
    for (var range : ranges) {
      if (range.first > next) {
        gaps.add(new Range(protocol, next, range.first - 1));
      }
      next = range.last + 1;
    }
    if (next <= LAST_PORT) {
      gaps.add(new Range(protocol, next, LAST_PORT));
    }
    return gaps;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof PortRanges)) {
      return false;
    }
    var that = (PortRanges) other;
    return tcp.equals(that.tcp) && udp.equals(that.udp);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tcp, udp);
  }

  @Override
  public String toString() {
    if (isEmpty()) {
      return NONE_TEXT;
    }
    return equals(ALL)
        ? ALL_PROTOCOLS + "/0-" + LAST_PORT
        : ranges().stream().map(Range::toString).collect(Collectors.joining(" "));
  }

  /** Ports next to one another, of one protocol. */
  public static final class Range {
    private final String protocol;
    private final int first;
    private final int last;

    private Range(String protocol, int first, int last) {
      this.protocol = protocol;
      this.first = first;
      this.last = last;
    }

    /** {@code tcp} or {@code udp}. */
    public String protocol() {
      return protocol;
    }

    public int first() {
      return first;
    }

    public int last() {
      return last;
    }

    private boolean contains(int port) {
      return first <= port && port <= last;
    }

    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Range)) {
        return false;
      }
      var that = (Range) other;
      return protocol.equals(that.protocol) && first == that.first && last == that.last;
    }

    @Override
    public int hashCode() {
      return Objects.hash(protocol, first, last);
    }

    @Override
    public String toString() {
      return protocol + "/" + first + "-" + last;
    }
  }
}
