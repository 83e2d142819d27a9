// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.network;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.PortRanges;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The network around one resource, as far as configuration items tell of it: which ways in from the
 * internet it opens, and which that findings tell of it does not.
 *
 * <p>A way in is open where all of it is known and lets traffic pass: the interface has a public
 * address, the route table of its subnet (else the main one of its VPC) leads to an internet
 * gateway, the network ACL and one of the security groups let the whole internet in to the same
 * ports. IPv4 and IPv6 are looked at each by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html">Enable
 *     internet access for a VPC using an internet gateway</a>
 */
public final class NetworkConfiguration {
  /** Of a resource around which nothing is known. */
  public static final NetworkConfiguration UNKNOWN = new NetworkConfiguration(null);

  private static final String INTERFACE = "AWS::EC2::NetworkInterface";
  private static final String GROUP = "AWS::EC2::SecurityGroup";
  private static final String ACL = "AWS::EC2::NetworkAcl";
  private static final String TABLE = "AWS::EC2::RouteTable";
  private static final String VPC = "AWS::EC2::VPC";

  private final Resource resource;
  private final SortedMap<String, NetworkInterface> interfaces = new TreeMap<>();
  private Signal own;

  private NetworkConfiguration(Resource resource) {
    this.resource = resource;
  }

  /**
   * @param premises configuration items of the resource and of what lies around it, each with the
   *     path by which it came; whatever else is among them counts for nothing
   */
  public static NetworkConfiguration of(Resource resource, Collection<Evidence> premises) {
    var network = new NetworkConfiguration(resource);
    premises.forEach(network::take);
    network.addressByOwnItem();
    return network;
  }

  private void take(Evidence premise) {
    var signal = premise.signal();
    if (premise.path().isEmpty()) {
      own = signal;
      return;
    }
    var passed = premise.path().get().resources();
    var at = passed.get(passed.size() - 2);
    if (!at.type().name().equals(INTERFACE)) {
      return;
    }
    var to = interfaces.computeIfAbsent(at.arn().toString(), arn -> new NetworkInterface(at));
    switch (signal.resource().type().name()) {
      case INTERFACE:
        to.addressedBy(signal);
        break;
      case GROUP:
        to.addGroup(signal);
        break;
      case ACL:
        to.addAcl(signal);
        break;
      case TABLE:
        if (passed.stream().anyMatch(place -> place.type().name().equals(VPC))) {
          to.addMainTable(signal);
        } else {
          to.addTable(signal);
        }
        break;
      default:
        break;
    }
  }

  /** Of a resource with one interface, its own item says which addresses that one has. */
  private void addressByOwnItem() {
    if (own != null && interfaces.size() == 1) {
      var only = interfaces.values().iterator().next();
      if (only.addressed().isEmpty()) {
        only.addressedBy(own);
      }
    }
  }

  /**
   * The ways in that configuration opens and no finding tells of.
   *
   * @param told the findings of ways in, those that somebody suppressed included
   * @return signals about the resource, by interface, security group and port
   */
  public List<Signal> waysIn(Collection<Signal> told) {
    var known =
        told.stream().map(NetworkConfiguration::ports).reduce(PortRanges.none(), PortRanges::union);
    var ways = new ArrayList<Signal>();
    for (var at : interfaces.values()) {
      for (var group : at.groups()) {
        var untold = PortRanges.none();
        for (var family : AddressFamily.values()) {
          untold = untold.union(at.openThrough(group, family));
        }
        for (var range : untold.minus(known).ranges()) {
          ways.add(ComputedPath.of(resource, at, group, range, gateway(at)));
        }
      }
    }
    return ways;
  }

  private static String gateway(NetworkInterface at) {
    return at.gateway(AddressFamily.IPV4).or(() -> at.gateway(AddressFamily.IPV6)).orElse("");
  }

  /** A finding that does not say which ports may mean any. */
  private static PortRanges ports(Signal told) {
    var path = told.openPath().filter(way -> way.origin() == OpenPath.Origin.INTERNET);
    return path.isEmpty() ? PortRanges.none() : ports(path.get());
  }

  private static PortRanges ports(OpenPath path) {
    if (path.firstPort() < 0 || path.lastPort() < path.firstPort()) {
      return PortRanges.all();
    }
    var protocol = path.protocol().toLowerCase(Locale.ROOT);
    return PortRanges.of(
        protocol.equals(PortRanges.TCP) || protocol.equals(PortRanges.UDP)
            ? protocol
            : PortRanges.ALL_PROTOCOLS,
        path.firstPort(),
        path.lastPort());
  }

  /** What configuration says against the ways in that findings tell of, in the order of those. */
  public List<Contradiction> contradictions(Collection<Signal> told) {
    var contradictions = new ArrayList<Contradiction>();
    for (var finding : told) {
      for (var step : stepsOf(finding)) {
        var check = check(step, finding);
        if (!check.objection.isEmpty()) {
          contradictions.add(new Contradiction(finding, check.configuration, check.objection));
        }
      }
    }
    return contradictions;
  }

  private static List<OpenPath.Step> stepsOf(Signal finding) {
    return finding
        .openPath()
        .filter(path -> path.origin() == OpenPath.Origin.INTERNET)
        .map(OpenPath::steps)
        .orElse(List.of());
  }

  /** What configuration says of one step of the way that a finding tells of. */
  public Standing standing(OpenPath.Step step, Signal finding) {
    var check = check(step, finding);
    if (check.configuration == null) {
      return Standing.UNKNOWN;
    }
    return check.objection.isEmpty() ? Standing.AGREES : Standing.CONTRADICTS;
  }

  /** What opens a way in that was worked out: a security group; empty for what was not. */
  public Optional<Signal> openedBy(Signal way) {
    return ComputedPath.is(way)
        ? stepsOf(way).stream()
            .filter(step -> step.type().equals(GROUP))
            .flatMap(step -> configurationOf(step).stream())
            .findFirst()
        : Optional.empty();
  }

  /** What configuration says of each step of the way in from the internet that a finding tells. */
  public List<Standing> standings(Signal finding) {
    return stepsOf(finding).stream()
        .map(step -> standing(step, finding))
        .collect(Collectors.toList());
  }

  /** The configuration of a step of a way in; empty when it is not known. */
  public Optional<Signal> configurationOf(OpenPath.Step step) {
    return interfaces.values().stream()
        .flatMap(at -> at.parts().stream())
        .filter(part -> part.resource().arn().name().equals(step.id()))
        .findFirst();
  }

  private Check check(OpenPath.Step step, Signal finding) {
    var path = finding.openPath().orElseThrow();
    var known = configurationOf(step);
    if (known.isEmpty()) {
      return checkGateway(step);
    }
    var part = known.get();
    var name = part.resource().arn().name();
    switch (part.resource().type().name()) {
      case GROUP:
      case ACL:
        return checkFilter(part, name, path);
      case TABLE:
        return checkRoutes(part, name);
      case INTERFACE:
        return checkAddress(part, name, path);
      default:
        return Check.NOTHING_KNOWN;
    }
  }

  private static Check checkFilter(Signal filter, String name, OpenPath path) {
    var open = PortRanges.none();
    boolean told = false;
    for (var family : AddressFamily.values()) {
      var ingress = family.ingress(filter);
      told |= ingress.isPresent();
      open = open.union(ingress.orElse(PortRanges.none()));
    }
    if (!told) {
      return Check.NOTHING_KNOWN;
    }
    return open.intersect(ports(path)).isEmpty()
        ? Check.against(filter, name + " lets the whole internet in to none of these ports")
        : Check.agrees(filter);
  }

  private static Check checkRoutes(Signal table, String name) {
    boolean told = false;
    boolean leads = false;
    for (var family : AddressFamily.values()) {
      told |= family.knowsRoutes(table);
      leads |= family.gateway(table).isPresent();
    }
    if (!told) {
      return Check.NOTHING_KNOWN;
    }
    return leads
        ? Check.agrees(table)
        : Check.against(table, name + " has no route to an internet gateway");
  }

  /** A load balancer on the way has the public address for what is behind it. */
  private static Check checkAddress(Signal addressed, String name, OpenPath path) {
    boolean balanced = path.steps().stream().anyMatch(step -> step.type().contains("LoadBalanc"));
    if (!addressed.resource().type().name().equals(INTERFACE)
        || !AddressFamily.IPV4.knowsAddress(addressed)) {
      return Check.NOTHING_KNOWN;
    }
    for (var family : AddressFamily.values()) {
      if (balanced || family.isPublic(addressed)) {
        return Check.agrees(addressed);
      }
    }
    return Check.against(addressed, name + " has no public address");
  }

  /** A gateway is what the tables that are known lead to, if they lead anywhere. */
  private Check checkGateway(OpenPath.Step step) {
    if (!step.id().startsWith("igw-")) {
      return Check.NOTHING_KNOWN;
    }
    Signal other = null;
    for (var at : interfaces.values()) {
      for (var table : at.tables()) {
        for (var family : AddressFamily.values()) {
          if (family.gateway(table).filter(step.id()::equals).isPresent()) {
            return Check.agrees(table);
          }
          other = family.knowsRoutes(table) ? table : other;
        }
      }
    }
    return other == null
        ? Check.NOTHING_KNOWN
        : Check.against(other, other.resource().arn().name() + " has no route to " + step.id());
  }

  /** What configuration says of a step. */
  public enum Standing {
    AGREES,
    CONTRADICTS,
    UNKNOWN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final class Check {
    static final Check NOTHING_KNOWN = new Check(null, "");

    private final Signal configuration;
    private final String objection;

    private Check(Signal configuration, String objection) {
      this.configuration = configuration;
      this.objection = objection;
    }

    static Check agrees(Signal configuration) {
      return new Check(configuration, "");
    }

    static Check against(Signal configuration, String objection) {
      return new Check(configuration, objection);
    }
  }
}
