// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.wire;

import io.breakwater.core.choke.Effect;
import io.breakwater.core.choke.Reliance;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.fixture.Findings;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.Level;
import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.signal.Vulnerability;
import io.breakwater.core.trait.Audience;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Evidence.GivenTrait;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any value of each type that rests in state or crosses the network. */
final class WireValues {
  private static final int LONGER_THAN_64_KB = 70_000;

  private WireValues() {}

  /** Empty ones, ones beyond ASCII and beyond the basic plane, and one longer than 64 KB. */
  static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, Arbitraries.just("")),
        Tuple.of(200, Arbitraries.strings().ascii().ofMaxLength(40)),
        Tuple.of(
            60, Arbitraries.of("Größe", "権限", "\uD83D\uDD12 locked", "a\u0000b", "line\nline")),
        Tuple.of(1, Arbitraries.just("é".repeat(LONGER_THAN_64_KB))));
  }

  static Arbitrary<String> names() {
    return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(30);
  }

  static Arbitrary<Instant> times() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 4_102_444_800L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  static Arbitrary<Resource> resources() {
    return Combinators.combine(
            names(),
            Arbitraries.of(ResourceType.EC2_INSTANCE, ResourceType.OTHER, ResourceType.ACCOUNT),
            Arbitraries.of("", Findings.ACCOUNT),
            Arbitraries.of("", Findings.REGION))
        .as(
            (name, type, account, region) ->
                Resource.of(Arn.of("aws", "ec2", region, account, name), type, account, region));
  }

  static Arbitrary<Vulnerability> vulnerabilities() {
    return Combinators.combine(
            texts(),
            texts(),
            Arbitraries.of(Double.NaN, 0.0, 9.8),
            Arbitraries.of(Double.NaN, 0.0, 1.0e-5, 0.9734499999999999),
            Arbitraries.of(Known.class),
            Arbitraries.of(Known.class),
            packages().list().ofMaxSize(Vulnerability.MAX_PACKAGES))
        .as(WireValues::vulnerability);
  }

  private static Vulnerability vulnerability(
      String id,
      String vector,
      double score,
      double epss,
      Known exploit,
      Known fix,
      List<AffectedPackage> packages) {
    var builder =
        new Vulnerability.Builder()
            .id(id)
            .cvss(vector, score)
            .epss(epss)
            .exploitAvailable(exploit)
            .fixAvailable(fix);
    packages.forEach(builder::addPackage);
    return builder.build();
  }

  private static Arbitrary<AffectedPackage> packages() {
    return Combinators.combine(texts(), texts(), texts()).as(AffectedPackage::new);
  }

  private static Arbitrary<OpenPath> openPaths() {
    return Combinators.combine(
            Arbitraries.of(OpenPath.Origin.class),
            Arbitraries.integers().between(-1, 65_535),
            Arbitraries.integers().between(-1, 65_535),
            texts(),
            Combinators.combine(texts(), texts())
                .as(OpenPath.Step::new)
                .list()
                .ofMaxSize(OpenPath.MAX_STEPS))
        .as(OpenPath::new);
  }

  static Arbitrary<Signal> signals() {
    var claims =
        Combinators.combine(
                resources(),
                names(),
                names(),
                texts(),
                texts(),
                texts(),
                vulnerabilities().injectNull(0.3),
                openPaths().injectNull(0.3))
            .as(
                (resource, product, uid, title, kind, control, vulnerability, path) ->
                    Signal.builder()
                        .resource(resource)
                        .product(product)
                        .findingUid(uid)
                        .title(title)
                        .kind(kind)
                        .control(control)
                        .vulnerability(vulnerability)
                        .openPath(path));
    var unlabelled =
        Combinators.combine(
                claims,
                Arbitraries.of(Severity.class),
                Arbitraries.of(SignalState.class),
                times(),
                times(),
                times(),
                Arbitraries.maps(names(), names()).ofMaxSize(4),
                Arbitraries.of(true, false))
            .as(
                (claim, severity, state, updated, observed, created, attributes, replayed) ->
                    claim
                        .copy()
                        .severity(severity)
                        .state(state)
                        .updatedAt(updated)
                        .observedAt(observed)
                        .createdAt(created)
                        .attributes(attributes)
                        .replayed(replayed)
                        .build());
    return Combinators.combine(unlabelled, tags().injectNull(0.5), texts())
        .as((signal, tags, owner) -> signal.toBuilder().tags(tags).owner(owner).build());
  }

  static Arbitrary<Evidence> evidence() {
    var traits = Combinators.combine(names(), texts().list().ofMaxSize(3)).as(GivenTrait::new);
    return Combinators.combine(signals(), traits.list().ofMinSize(1).ofMaxSize(3))
        .as(Evidence::new);
  }

  static Arbitrary<SignalVersion> versions() {
    return Combinators.combine(times(), times(), Arbitraries.longs()).as(SignalVersion::new);
  }

  static Arbitrary<HeldSignal> held() {
    return Combinators.combine(versions(), times(), times(), Arbitraries.of(Audience.class))
        .as(HeldSignal::new);
  }

  static Arbitrary<TraitChange> changes() {
    var given =
        Combinators.combine(Arbitraries.longs(), versions(), evidence(), times())
            .as(TraitChange::given);
    var again =
        Combinators.combine(
                resources(),
                Arbitraries.longs(),
                versions(),
                times(),
                Arbitraries.of(true, false),
                Arbitraries.of(Audience.class))
            .as(
                (resource, key, version, at, replayed, audience) ->
                    TraitChange.seenAgain(resource.arn(), key, version, at, replayed, audience));
    var withdrawn =
        Combinators.combine(
                resources(),
                Arbitraries.longs(),
                versions(),
                Arbitraries.of(Withdrawal.class),
                times(),
                Arbitraries.of(true, false),
                Arbitraries.of(Audience.class))
            .as(
                (resource, key, version, why, at, replayed, audience) ->
                    TraitChange.withdrawn(
                        resource.arn(), key, version, why, at, replayed, audience));
    return Arbitraries.oneOf(given, again, withdrawn);
  }

  static Arbitrary<Pending> pending() {
    return Combinators.combine(
            times(), Arbitraries.of(Withdrawal.class).injectNull(0.3), Arbitraries.of(true, false))
        .as(Pending::new);
  }

  static Arbitrary<Announced> announced() {
    var words = Combinators.combine(texts(), texts(), texts(), texts()).as(List::of);
    return Combinators.combine(
            resources(),
            times(),
            Arbitraries.of(Severity.class),
            Arbitraries.of(Level.class),
            Arbitraries.of(Impact.class),
            words,
            Arbitraries.of(true, false),
            labels())
        .as(
            (resource, since, severity, level, impact, text, unconfirmed, labels) ->
                new Announced(
                    resource,
                    since,
                    1 + text.get(0).length() % 5,
                    severity,
                    level,
                    impact,
                    text.get(0),
                    text.get(1),
                    text.get(2),
                    text.get(3),
                    unconfirmed,
                    labels));
  }

  private static Arbitrary<Labels> labels() {
    return Combinators.combine(tags(), texts()).as(Labels::new);
  }

  private static Arbitrary<Tags> tags() {
    return Combinators.combine(
            Arbitraries.maps(names(), texts()).ofMaxSize(3), Arbitraries.integers().between(0, 2))
        .as(Tags::of);
  }

  private static Arbitrary<Effect> effects() {
    return Combinators.combine(
            Arbitraries.of(Severity.class),
            Arbitraries.of(Severity.class).injectNull(0.3),
            Arbitraries.integers().greaterOrEqual(0))
        .as(Effect::new);
  }

  static Arbitrary<RelianceChange> reliances() {
    var reliance = Combinators.combine(resources(), texts(), effects()).as(Reliance::new);
    return Combinators.combine(
            resources(),
            reliance,
            Arbitraries.of(true, false),
            times(),
            Arbitraries.of(true, false))
        .as(RelianceChange::new);
  }

  /** As several exposures rest on it one after the other, and some no longer do. */
  static Arbitrary<SharedChokePoint> chokePoints() {
    return Combinators.combine(
            reliances().list().ofMinSize(1).ofMaxSize(20), Arbitraries.of(true, false))
        .as(
            (changes, told) -> {
              var resting = new HashMap<Resource, Resting>();
              var point = SharedChokePoint.of(changes.get(0));
              for (var change : changes) {
                var before = Optional.ofNullable(resting.remove(change.exposed()));
                if (change.holds()) {
                  var effect = change.reliance().effect();
                  resting.put(change.exposed(), new Resting(change.exposed(), effect));
                }
                point = point.and(change, before);
              }
              return told ? point.told() : point;
            });
  }
}
