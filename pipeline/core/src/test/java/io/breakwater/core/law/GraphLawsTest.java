// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.finding;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Relations.acl;
import static io.breakwater.core.fixture.Relations.bucket;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.fixture.Relations.item;
import static io.breakwater.core.fixture.Relations.networkInterface;
import static io.breakwater.core.fixture.Relations.policy;
import static io.breakwater.core.fixture.Relations.profile;
import static io.breakwater.core.fixture.Relations.role;
import static io.breakwater.core.fixture.Relations.routeTable;
import static io.breakwater.core.fixture.Relations.subnet;
import static io.breakwater.core.fixture.Relations.vpc;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Premise;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.decode.Part;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What reaches a resource is a function of the edges and findings that hold in the end: of random
 * graphs, in random orders.
 */
final class GraphLawsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Instant AS_OF = START.plus(Duration.ofDays(1));

  private static final List<Resource> INSTANCES =
      numbered(3, number -> instance("i-0aaa11112222333" + number));
  private static final List<Resource> INTERFACES =
      numbered(3, number -> networkInterface("eni-0a" + number));
  private static final List<Resource> GROUPS = numbered(3, number -> group("sg-0a" + number));
  private static final List<Resource> PROFILES = numbered(2, number -> profile("p" + number));
  private static final List<Resource> ROLES = numbered(2, number -> role("r" + number));
  private static final List<Resource> POLICIES = numbered(3, number -> policy("p" + number));
  private static final List<Resource> BUCKETS = numbered(3, number -> bucket("b" + number));
  private static final List<Resource> SUBNETS = numbered(2, number -> subnet("subnet-0a" + number));
  private static final List<Resource> VPCS = numbered(1, number -> vpc("vpc-0a" + number));
  private static final List<Resource> ACLS = numbered(2, number -> acl("acl-0a" + number));
  private static final List<Resource> TABLES = numbered(2, number -> routeTable("rtb-0a" + number));

  private static final List<Resource> ALL =
      Stream.of(INSTANCES, INTERFACES, GROUPS, PROFILES, ROLES, POLICIES, SUBNETS, ACLS, TABLES)
          .flatMap(List::stream)
          .collect(toList());

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void any_order_ends_with_the_same_paths(@ForAll Random random) {
    var events = events(random);
    var shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);

    var one = Correlation.at(AS_OF, CATALOGUE).see(events);
    var other = Correlation.at(AS_OF, CATALOGUE).see(shuffled);

    assertThat(Open.of(other)).isEqualTo(Open.of(one));
    assertThat(said(other)).isEqualTo(said(one));
    assertThat(other.graphEntries()).isEqualTo(one.graphEntries());
  }

  /** Findings mention edges as well, and resources are deleted and made again. */
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void any_order_of_items_findings_and_deletions_ends_with_the_same_paths(@ForAll Random random) {
    var events = contradictions(random);
    var shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);

    var one = Correlation.at(AS_OF, CATALOGUE);
    events.forEach(one::see);
    var other = Correlation.at(AS_OF, CATALOGUE);
    shuffled.forEach(other::see);

    assertThat(Open.of(other)).isEqualTo(Open.of(one));
    assertThat(said(other)).isEqualTo(said(one));
    assertThat(other.relations()).isEqualTo(one.relations());
    assertThat(other.graphEntries()).isEqualTo(one.graphEntries());
    one.advanceTo(START.plus(Duration.ofDays(2000)));
    assertThat(one.graphEntries()).isZero();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void taken_at_once_or_one_by_one_events_end_the_same(@ForAll Random random) {
    var events = events(random);

    var one = Correlation.at(AS_OF, CATALOGUE).see(events);
    var together = Correlation.at(AS_OF, CATALOGUE).seeTogether(events);

    assertThat(Open.of(together)).isEqualTo(Open.of(one));
    assertThat(together.graphEntries()).isEqualTo(one.graphEntries());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void what_arrives_is_what_the_paths_of_the_catalogue_lead_to(@ForAll Random random) {
    var events = events(random);

    var correlation = Correlation.at(AS_OF, CATALOGUE).see(events);

    assertThat(arrived(correlation)).isEqualTo(expected(events));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void once_all_of_it_is_over_nothing_is_left(@ForAll Random random) {
    var correlation = Correlation.at(AS_OF, CATALOGUE).see(events(random));

    correlation.advanceTo(START.plus(Duration.ofDays(2000)));

    assertThat(correlation.graphEntries()).isZero();
    assertThat(correlation.evidence()).isEmpty();
    assertThat(correlation.announced()).isEmpty();
  }

  /** All evidence with how it came; not when EventBridge sent it, which is told to nobody. */
  private static List<String> said(Correlation correlation) {
    return correlation.evidence().stream()
        .map(
            item ->
                item.resource()
                    + " "
                    + item
                    + " at "
                    + item.signal().updatedAt()
                    + item.path().map(path -> " over " + path.hops() + bases(path)).orElse(""))
        .sorted()
        .collect(toList());
  }

  private static String bases(TravelledPath path) {
    return path.hops().stream().map(Hop::basis).collect(toList()).toString();
  }

  /** Primary resource, trait, origin and finding of all that came by a path. */
  private static Set<String> arrived(Correlation correlation) {
    return correlation.evidence().stream()
        .filter(item -> item.path().isPresent())
        .flatMap(
            item ->
                item.traits().stream()
                    .map(trait -> line(item.resource(), trait.id(), item.signal())))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String line(Resource primary, String trait, Signal signal) {
    return primary.arn().name() + " " + trait + " by " + signal.findingUid();
  }

  /** The same by looking at every path from every instance, edge by edge. */
  private static Set<String> expected(List<Signal> events) {
    var latest = latest(events);
    var edges = edges(latest.values());
    var lines = new TreeSet<String>();
    for (var instance : INSTANCES) {
      for (var trait : CATALOGUE.rulesFor(instance.type()).orElseThrow().traits()) {
        for (var path : trait.via()) {
          var ends = List.of(instance);
          for (var step : path.steps()) {
            ends =
                ends.stream()
                    .flatMap(
                        end ->
                            edges.stream()
                                .filter(edge -> edge.type() == step.relation())
                                .filter(
                                    edge -> (step.against() ? edge.to() : edge.from()).equals(end))
                                .map(edge -> step.against() ? edge.from() : edge.to())
                                .filter(far -> far.type().equals(step.resourceType())))
                    .collect(toList());
          }
          for (var end : ends) {
            if (trait.serves().equals(Optional.of(Premise.BLAST_RADIUS))) {
              lines.add(instance.arn().name() + " " + trait.id() + " by " + end.arn());
            }
            latest.values().stream()
                .filter(signal -> signal.resource().equals(end))
                .filter(signal -> signal.state() == SignalState.ACTIVE)
                .filter(signal -> gives(signal, instance, trait.id()))
                .forEach(signal -> lines.add(line(instance, trait.id(), signal)));
          }
        }
      }
    }
    return lines;
  }

  private static boolean gives(Signal signal, Resource instance, String trait) {
    return CATALOGUE
        .recogniseAll(signal)
        .related()
        .getOrDefault(instance.type(), List.of())
        .stream()
        .anyMatch(given -> given.trait().id().equals(trait));
  }

  private static Map<String, Signal> latest(List<Signal> events) {
    var latest = new HashMap<String, Signal>();
    for (var event : events) {
      latest.merge(
          event.product() + event.findingUid(),
          event,
          (one, other) -> one.updatedAt().isAfter(other.updatedAt()) ? one : other);
    }
    return latest;
  }

  /**
   * An edge holds when its owner lists it, or another does and the owner has said nothing since.
   */
  private static List<Relation> edges(Iterable<Signal> latest) {
    var items = new HashMap<Resource, Signal>();
    latest.forEach(
        signal -> {
          if (signal.isConfiguration()) {
            items.put(signal.resource(), signal);
          }
        });
    return items.values().stream()
        .flatMap(
            item ->
                item.relations().stream()
                    .filter(
                        edge -> {
                          var owner = RelationRules.ownerOf(edge);
                          var word = items.get(owner);
                          return owner.equals(item.resource())
                              || word == null
                              || !item.updatedAt().isBefore(word.updatedAt());
                        }))
        .distinct()
        .collect(toList());
  }

  /** Every event at a time of its own, so that the latest is plain to see. */
  private static List<Signal> events(Random random) {
    var minutes = IntStream.range(1, 80).boxed().collect(toList());
    Collections.shuffle(minutes, random);
    var events = new ArrayList<Signal>();
    int count = 5 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      events.add(event(minutes.get(i), random));
    }
    return events;
  }

  private static List<Part> contradictions(Random random) {
    var parts = new ArrayList<Part>();
    for (var event : events(random)) {
      if (event.isConfiguration() && random.nextInt(4) == 0) {
        parts.add(
            Part.signals(
                List.of(event.toBuilder().relations(List.of()).state(SignalState.DELETED).build()),
                List.of()));
      } else if (event.isConfiguration() && random.nextInt(3) == 0) {
        var finding =
            finding(Product.INSPECTOR, event.resource(), Integer.toString(random.nextInt(3)))
                .updatedAt(event.updatedAt())
                .build();
        parts.add(Part.signals(List.of(finding), event.relations()));
      } else {
        parts.add(Part.signals(List.of(event), List.of()));
      }
    }
    return parts;
  }

  private static Signal event(int minutes, Random random) {
    if (random.nextInt(10) == 0) {
      return finding(Product.MACIE, any(BUCKETS, random), "sensitive")
          .kind("SensitiveData:S3Object/Credentials")
          .attribute(Attribute.SENSITIVE_DATA, "CREDENTIALS")
          .updatedAt(START.plus(Duration.ofMinutes(minutes)))
          .build();
    }
    if (random.nextInt(3) == 0) {
      var resource = random.nextBoolean() ? any(GROUPS, random) : any(POLICIES, random);
      var name = resource.type().name().equals("AWS::IAM::Policy") ? "IAM.1" : "EC2.18";
      return control(resource, name)
          .state(random.nextInt(4) == 0 ? SignalState.RESOLVED : SignalState.ACTIVE)
          .updatedAt(START.plus(Duration.ofMinutes(minutes)))
          .build();
    }
    var resource = any(ALL, random);
    var others = new ArrayList<Resource>();
    for (var other : neighbours(resource)) {
      if (random.nextInt(3) == 0) {
        others.add(other);
      }
    }
    var relations =
        others.stream().map(other -> relation(resource, other)).collect(Collectors.toList());
    return configured(item(resource, minutes, relations).toBuilder(), random).build();
  }

  /** Whose policy names a bucket can get at it. */
  private static Relation relation(Resource resource, Resource other) {
    return BUCKETS.contains(other)
        ? new Relation(resource, other, RelationType.CAN_ACCESS)
        : RelationRules.between(resource, other);
  }

  /** What an item says of traffic, whatever it is of. */
  private static Signal.Builder configured(Signal.Builder item, Random random) {
    return item.attribute(Attribute.INGRESS, random.nextInt(3) == 0 ? "none" : "tcp/443-443")
        .attribute(Attribute.INTERNET_ROUTE, random.nextInt(3) == 0 ? "none" : "igw-0a1")
        .attribute(Attribute.ADDRESS, random.nextInt(3) == 0 ? "private" : "public");
  }

  /** What its item may name; where an edge can only be one, always the same. */
  private static List<Resource> neighbours(Resource resource) {
    switch (resource.type().name()) {
      case "AWS::EC2::Instance":
        return concat(
            concat(INTERFACES, GROUPS), List.of(PROFILES.get(INSTANCES.indexOf(resource) % 2)));
      case "AWS::EC2::NetworkInterface":
        return concat(concat(INSTANCES, GROUPS), concat(SUBNETS, VPCS));
      case "AWS::EC2::NetworkAcl":
        return SUBNETS;
      case "AWS::EC2::RouteTable":
        return concat(SUBNETS, VPCS);
      case "AWS::EC2::Subnet":
        return VPCS;
      case "AWS::EC2::SecurityGroup":
        return concat(INSTANCES, INTERFACES);
      case "AWS::IAM::InstanceProfile":
        return List.of(ROLES.get(PROFILES.indexOf(resource)));
      case "AWS::IAM::Role":
        return concat(POLICIES, BUCKETS);
      default:
        return concat(ROLES, BUCKETS);
    }
  }

  private static List<Resource> concat(List<Resource> some, List<Resource> others) {
    return Stream.concat(some.stream(), others.stream()).collect(toList());
  }

  private static Resource any(List<Resource> resources, Random random) {
    return resources.get(random.nextInt(resources.size()));
  }

  private static List<Resource> numbered(int count, IntFunction<Resource> resource) {
    return IntStream.rangeClosed(1, count).mapToObj(resource).collect(toList());
  }
}
