// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import static java.util.stream.Collectors.groupingBy;

import io.breakwater.demo.chance.Dice;
import io.breakwater.demo.estate.Certificate.Kind;
import io.breakwater.demo.estate.Function.LambdaRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Draws the resources of an organisation, and those that take the place of others later. */
public final class Surveyor {
  /** Account ids as AWS's documentation uses them in examples; none belongs to anyone. */
  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("111122223333", "shop-production", "production"),
          new Account("222233334444", "shop-staging", "staging"),
          new Account("333344445555", "data-platform", "production"),
          new Account("444455556666", "shared-services", "production"),
          new Account("555566667777", "sandbox", "development"));

  private static final List<String> REGIONS = List.of("eu-central-1", "eu-west-1", "us-east-1");

  private static final List<Workload> WORKLOADS =
      List.of(
          new Workload("checkout", "payments", "CC-1040"),
          new Workload("ledger", "payments", "CC-1040"),
          new Workload("catalogue", "storefront", "CC-1010"),
          new Workload("search", "storefront", "CC-1010"),
          new Workload("identity", "platform", "CC-2020"),
          new Workload("notifications", "platform", "CC-2020"),
          new Workload("shipping", "logistics", "CC-1070"),
          new Workload("returns", "logistics", "CC-1070"),
          new Workload("reporting", "analytics", "CC-3030"),
          new Workload("ingest", "analytics", "CC-3030"));

  private static final List<String> TIERS = List.of("web", "api", "worker", "batch", "cache");
  private static final List<String> JOBS =
      List.of("webhook", "resize", "export", "sync", "mailer", "scheduler", "validator");
  private static final List<String> HOLDINGS =
      List.of("exports", "uploads", "invoices", "backups", "logs", "assets");
  private static final List<String> HOSTS = List.of("", "api.", "admin.", "static.");
  private static final List<String> PEOPLE =
      List.of(
          "amara", "bjorn", "chiara", "dmitri", "elif", "farid", "greta", "hanna", "ivo", "jonas",
          "keiko", "liam", "mira", "noor", "oskar", "paula", "quentin", "ravi", "sanne", "tomas");
  private static final List<String> SIZES =
      List.of("t3.medium", "m6i.large", "m6i.xlarge", "c7g.large", "r6i.large");
  private static final List<String> PLATFORMS =
      List.of("AMAZON_LINUX_2023", "UBUNTU_22_04", "UBUNTU_24_04");

  private static final int ID_DIGITS = 16;

  private static final Instant FOUNDED = Instant.parse("2026-01-12T07:30:00Z");

  private final Dice dice;

  public Surveyor(Dice dice) {
    this.dice = dice;
  }

  Estate estate(Estate.Size size) {
    var groups = draw(size.groups(), this::group);
    var buckets = draw(size.buckets(), this::bucket);
    var holdings = buckets.stream().collect(groupingBy(each -> each.place().account()));
    var roles = draw(size.roles(), i -> role(i, holdings));
    var carried = roles.stream().collect(groupingBy(each -> each.place().account()));
    return new Estate(
        groups,
        roles,
        draw(size.instances(), i -> instance(i, groups, carried)),
        draw(size.functions(), i -> function(i, carried)),
        buckets,
        draw(size.users(), this::user),
        draw(size.certificates(), this::certificate));
  }

  private static <T> List<T> draw(int count, IntFunction<T> one) {
    return IntStream.range(0, count).mapToObj(one).toList();
  }

  /** Any account, any region. */
  public Place place() {
    return new Place(dice.oneOf(ACCOUNTS), dice.oneOf(REGIONS));
  }

  /** Any account. */
  public Place placeIn(String region) {
    return new Place(dice.oneOf(ACCOUNTS), region);
  }

  private Tags tags(Workload workload, Place place, String name) {
    return new Tags(
        name,
        workload.name(),
        workload.team(),
        place.account().environment(),
        workload.costCentre());
  }

  private SecurityGroup group(int number) {
    var workload = WORKLOADS.get(number % WORKLOADS.size());
    var place = place();
    var tier = dice.oneOf(TIERS);
    return new SecurityGroup(
        place,
        "sg-0" + dice.hex(16),
        tags(workload, place, workload.name() + "-" + tier + "-sg"),
        "vpc-0" + dice.hex(16),
        tier.equals("web") ? List.of(443) : List.of());
  }

  private Role role(int number, Map<Account, List<Bucket>> holdings) {
    var workload = WORKLOADS.get(number % WORKLOADS.size());
    var place = new Place(ACCOUNTS.get(number % ACCOUNTS.size()), dice.oneOf(REGIONS));
    var own = holdings.getOrDefault(place.account(), List.of());
    return new Role(
        place,
        "AROA" + dice.hex(17).toUpperCase(Locale.ROOT),
        tags(workload, place, workload.name() + "-" + dice.oneOf(TIERS) + "-role-" + number),
        own.isEmpty() || dice.chance(0.6) ? List.of() : List.of(dice.oneOf(own)));
  }

  private Instance instance(
      int number, List<SecurityGroup> groups, Map<Account, List<Role>> roles) {
    var group = dice.oneOf(groups);
    var workload = workload(group.tags().application());
    var name = "%s-%s-%02d".formatted(workload.name(), dice.oneOf(TIERS), number);
    return instance(tags(workload, group.place(), name), group, roleIn(group.place(), roles));
  }

  private Instance instance(Tags tags, SecurityGroup group, Role role) {
    var network =
        new Instance.Network(
            "subnet-" + group.vpc().substring("vpc-".length()),
            "eni-0" + dice.hex(16),
            "10.20." + dice.below(64) + "." + dice.between(4, 250),
            "203.0.113." + dice.between(1, 254));
    return new Instance(
        group.place(),
        "i-0" + dice.hex(16),
        tags,
        group,
        role,
        network,
        "ami-0" + dice.hex(16),
        dice.oneOf(SIZES),
        dice.oneOf(PLATFORMS),
        since());
  }

  /** A new instance that does the work of the old one: same name, same owner, another id. */
  public Instance replacementOf(Instance old) {
    return instance(old.tags(), old.group(), old.role());
  }

  private Function function(int number, Map<Account, List<Role>> roles) {
    var workload = dice.oneOf(WORKLOADS);
    var place = place();
    return new Function(
        place,
        tags(workload, place, "%s-%s-%d".formatted(workload.name(), dice.oneOf(JOBS), number)),
        roleIn(place, roles),
        dice.oneOf(List.of(LambdaRuntime.values())),
        dice.hex(43) + "=",
        since());
  }

  /** A role of the account; a role of its own where the estate is too small to have one there. */
  private Role roleIn(Place place, Map<Account, List<Role>> roles) {
    var there = roles.get(place.account());
    if (there != null) {
      return dice.oneOf(there);
    }
    var any = roles.values().iterator().next().get(0);
    return new Role(place, any.id(), any.tags(), List.of());
  }

  private Bucket bucket(int number) {
    var workload = dice.oneOf(WORKLOADS);
    var place = place();
    var name =
        "harbour-%s-%s-%s-%d"
            .formatted(
                workload.name(), dice.oneOf(HOLDINGS), place.account().environment(), number);
    return new Bucket(place, tags(workload, place, name), dice.uuid(), since());
  }

  private User user(int number) {
    var workload = dice.oneOf(WORKLOADS);
    var place = place();
    int round = number / PEOPLE.size();
    var name = PEOPLE.get(number % PEOPLE.size()) + (round == 0 ? "" : "." + round);
    return new User(
        place,
        "AIDA" + dice.hex(17).toUpperCase(Locale.ROOT),
        "AKIA" + dice.hex(16).toUpperCase(Locale.ROOT),
        tags(workload, place, name));
  }

  private Certificate certificate(int number) {
    var place = place();
    var id = dice.uuid();
    var kind = dice.chance(0.3) ? Kind.IMPORTED : Kind.PUBLIC;
    return certificate(number, place, id, kind, dice.oneOf(List.of(90, 198, 365)));
  }

  /**
   * A certificate that something uses.
   *
   * @param number each gives another domain
   */
  public Certificate certificate(int number, Place place, Kind kind, int validityDays) {
    return certificate(number, place, dice.uuid(), kind, validityDays);
  }

  private Certificate certificate(int number, Place place, String id, Kind kind, int validityDays) {
    var workload = WORKLOADS.get(number % WORKLOADS.size());
    int round = number / WORKLOADS.size();
    var host = round < HOSTS.size() ? HOSTS.get(round) : "site-" + round + ".";
    var zone = kind == Kind.PRIVATE ? ".internal.example.com" : ".example.com";
    var balancer = balancer(workload, place, id.replace("-", "").substring(0, ID_DIGITS));
    return new Certificate(
        place,
        id,
        tags(workload, place, host + workload.name() + zone),
        kind,
        kind == Kind.PUBLIC || kind == Kind.ACME ? "DNS" : "",
        validityDays,
        FOUNDED,
        List.of(balancer.arn()),
        false);
  }

  /** A new certificate in the place of the old one: same domain, same use, another id. */
  public Certificate replacementOf(Certificate old, Instant issued) {
    return new Certificate(
        old.place(),
        dice.uuid(),
        old.tags(),
        old.kind(),
        old.validation(),
        old.validityDays(),
        issued,
        old.usedBy(),
        old.exported());
  }

  /** A load balancer for the workload that a certificate belongs to. */
  public LoadBalancer balancerFor(Certificate certificate) {
    var workload = workload(certificate.tags().application());
    return balancer(workload, certificate.place(), dice.hex(ID_DIGITS));
  }

  private LoadBalancer balancer(Workload workload, Place place, String id) {
    return new LoadBalancer(place, id, tags(workload, place, workload.name() + "-edge"));
  }

  private Instant since() {
    return FOUNDED.plus(Duration.ofMinutes(dice.below(200_000)));
  }

  private static Workload workload(String name) {
    return WORKLOADS.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private record Workload(String name, String team, String costCentre) {}
}
