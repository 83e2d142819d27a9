// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.catalogue.TraitType;
import io.breakwater.core.network.ComputedPath;
import io.breakwater.core.network.NetworkConfiguration;
import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the resources of an exposure hang together: the ways in from the internet, the primary
 * resource, and those that its traits come from, with why each edge is there.
 */
public final class AttackPath {
  /** The uid of the node that stands for the internet. */
  public static final String INTERNET = "internet";

  private final Exposure exposure;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Edge> edges = new LinkedHashMap<>();

  private AttackPath(Exposure exposure) {
    this.exposure = exposure;
  }

  /**
   * The path of an exposure as far as some of its evidence tells of it.
   *
   * @param evidence in the order in which nodes and edges are to be listed
   */
  public static AttackPath of(Exposure exposure, Collection<Evidence> evidence) {
    var path = new AttackPath(exposure);
    path.node(exposure.resource(), Role.PRIMARY);
    evidence.forEach(path::take);
    exposure.blastRadius().listed().forEach(path::reach);
    return path;
  }

  private void take(Evidence item) {
    var traits = new TreeSet<String>();
    item.traits().forEach(trait -> traits.add(trait.id()));
    if (item.path().isPresent()) {
      var path = item.path().get();
      path.resources().forEach(resource -> node(resource, Role.INVOLVED));
      path.hops().forEach(hop -> edge(hop, traits));
      nodes.get(path.origin().arn().toString()).traits.addAll(traits);
    } else {
      nodes.get(exposure.resource().arn().toString()).traits.addAll(traits);
      reachability(item).ifPresent(trait -> wayIn(item, trait));
    }
  }

  /** The shortest way to a resource of the blast radius. */
  private void reach(BlastRadius.Reached reached) {
    node(reached.resource(), Role.BLAST_RADIUS);
    reached.path().resources().forEach(resource -> node(resource, Role.INVOLVED));
    reached.path().hops().forEach(hop -> edge(hop, Set.of()));
  }

  private Optional<ExposureTrait> reachability(Evidence item) {
    if (item.signal()
        .openPath()
        .filter(path -> path.origin() != OpenPath.Origin.INTERNET)
        .isPresent()) {
      return Optional.empty();
    }
    return exposure.traits().stream()
        .filter(trait -> trait.trait().type() == TraitType.REACHABILITY)
        .filter(
            trait ->
                item.traits().stream().anyMatch(given -> given.id().equals(trait.trait().id())))
        .findFirst();
  }

  private void wayIn(Evidence item, ExposureTrait trait) {
    var signal = item.signal();
    var primary = exposure.resource().arn().toString();
    nodes.computeIfAbsent(INTERNET, uid -> new Node(uid, "Internet", "Internet", Role.INTERNET));
    var traits = Set.of(trait.trait().id());
    boolean computed = ComputedPath.is(signal);
    var basis =
        computed
            ? openedBy(signal)
            : new Basis(Basis.Kind.FINDING, signal.product(), signal.findingUid());
    var reason = signal.openPath().map(AttackPath::ports).orElse("") + trait.trait().title() + ".";
    var steps = signal.openPath().map(OpenPath::steps).orElse(List.of());
    if (steps.isEmpty()) {
      edge(new Edge(INTERNET, primary, "reaches", reason, basis).unknown(), traits);
      return;
    }
    var network = "network-path/" + signal.findingUid();
    nodes.computeIfAbsent(
                network, uid -> new Node(uid, "Network path", "Network path", Role.NETWORK))
            .steps =
        steps.stream()
            .map(step -> new Step(step, exposure.network().standing(step, signal)))
            .collect(Collectors.toList());
    edge(new Edge(INTERNET, network, "enters", reason, basis).computed(computed), traits);
    edge(new Edge(network, primary, "reaches", reason, basis).computed(computed), traits);
  }

  /** A way in by configuration rests on what opens it: the security group. */
  private Basis openedBy(Signal signal) {
    var group = exposure.network().openedBy(signal).orElseThrow();
    return new Basis(Basis.Kind.ITEM, group.product(), group.findingUid());
  }

  private static String ports(OpenPath path) {
    if (path.firstPort() < 0) {
      return "";
    }
    var protocol = path.protocol().isEmpty() ? "" : path.protocol() + " ";
    return path.firstPort() == path.lastPort()
        ? protocol + "port " + path.firstPort() + ": "
        : protocol + "ports " + path.firstPort() + " to " + path.lastPort() + ": ";
  }

  private void node(Resource resource, Role role) {
    nodes.computeIfAbsent(
        resource.arn().toString(),
        uid -> {
          var node = new Node(uid, resource.arn().name(), resource.type().name(), role);
          node.resource = resource;
          return node;
        });
  }

  /** The uid of the edge that a hop is in the graph. */
  public static String uidOf(Hop hop) {
    var relation = hop.relation();
    return Edge.uidOf(
        relation.from().arn().toString(), relation.type().label(), relation.to().arn().toString());
  }

  private void edge(Hop hop, Set<String> traits) {
    var relation = hop.relation();
    edge(
        new Edge(
            relation.from().arn().toString(),
            relation.to().arn().toString(),
            relation.type().label(),
            hop.sentence(),
            hop.basis()),
        traits);
  }

  private void edge(Edge edge, Set<String> traits) {
    edges.computeIfAbsent(edge.uid(), uid -> edge).traits.addAll(traits);
  }

  /** The primary resource first. */
  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  public List<Edge> edges() {
    return List.copyOf(edges.values());
  }

  /** Whether it is more than the primary resource by itself. */
  public boolean leadsAnywhere() {
    return !edges.isEmpty();
  }

  /** The part that something plays. */
  public enum Role {
    INTERNET("internet"),
    NETWORK("network-path"),
    PRIMARY("primary"),
    /** Traits come from it, or lead through it. */
    INVOLVED("involved"),
    /** It can be reached from the primary resource. */
    BLAST_RADIUS("blast-radius");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** A resource, the internet, or a stretch of network between them. */
  public static final class Node {
    private final String uid;
    private final String name;
    private final String type;
    private final Role role;
    private final Set<String> traits = new TreeSet<>();
    private Resource resource;
    private List<Step> steps = List.of();

    private Node(String uid, String name, String type, Role role) {
      this.uid = uid;
      this.name = name;
      this.type = type;
      this.role = role;
    }

    /** The ARN of a resource. */
    public String uid() {
      return uid;
    }

    public String name() {
      return name;
    }

    public String type() {
      return type;
    }

    public Role role() {
      return role;
    }

    /** Ids of the traits of the exposure that are found here. */
    public Set<String> traits() {
      return Collections.unmodifiableSet(traits);
    }

    /** Empty for what is no resource of AWS. */
    public Optional<Resource> resource() {
      return Optional.ofNullable(resource);
    }

    /** What a network path leads through, from the internet on. */
    public List<Step> steps() {
      return steps;
    }
  }

  /** Something that a network path leads through, and what its configuration says of that. */
  public static final class Step {
    private final OpenPath.Step step;
    private final NetworkConfiguration.Standing configuration;

    private Step(OpenPath.Step step, NetworkConfiguration.Standing configuration) {
      this.step = step;
      this.configuration = configuration;
    }

    public String id() {
      return step.id();
    }

    public String type() {
      return step.type();
    }

    public NetworkConfiguration.Standing configuration() {
      return configuration;
    }
  }

  /** Why two nodes belong together. */
  public static final class Edge {
    private final String source;
    private final String target;
    private final String relation;
    private final String reason;
    private final Basis basis;
    private final Set<String> traits = new TreeSet<>();
    private boolean computed;
    private boolean unknown;

    private Edge(String source, String target, String relation, String reason, Basis basis) {
      this.source = source;
      this.target = target;
      this.relation = relation;
      this.reason = reason;
      this.basis = basis;
    }

    private Edge computed(boolean whether) {
      computed = whether;
      return this;
    }

    private Edge unknown() {
      unknown = true;
      return this;
    }

    public String uid() {
      return uidOf(source, relation, target);
    }

    private static String uidOf(String source, String relation, String target) {
      return source + " " + relation + " " + target;
    }

    public String source() {
      return source;
    }

    public String target() {
      return target;
    }

    public String relation() {
      return relation;
    }

    /** In words. */
    public String reason() {
      return reason;
    }

    /** The configuration item or finding that it rests on. */
    public Basis basis() {
      return basis;
    }

    /** Whether it was worked out from configuration rather than found by a product. */
    public boolean isComputed() {
      return computed;
    }

    /** Whether it is known that the one leads to the other, and not through what. */
    public boolean isUnknown() {
      return unknown;
    }

    /** Ids of the traits that come along it. */
    public List<String> traits() {
      return new ArrayList<>(traits);
    }
  }
}
