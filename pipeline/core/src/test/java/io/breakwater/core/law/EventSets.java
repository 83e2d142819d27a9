// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import static io.breakwater.core.fixture.Findings.EASY_VECTOR;
import static io.breakwater.core.fixture.Findings.LOCAL_VECTOR;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.finding;
import static io.breakwater.core.fixture.Findings.function;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachableFrom;
import static io.breakwater.core.fixture.Findings.vulnerable;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.fixture.CatalogueFiles;
import io.breakwater.core.fixture.Findings;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.OpenPath;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.signal.Vulnerability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Findings of a small fleet over more than a year: few resources and few findings in many versions,
 * so that versions meet, disagree, share their times and outlive their windows.
 */
final class EventSets {
  /** As of when the laws are judged: some windows are over by then, others are not. */
  static final Instant AS_OF = Findings.START.plus(Duration.ofDays(400));

  /**
   * The catalogue that ships, but one trait ends before its product's window and one after it: the
   * cases in which a signal is remembered for longer than it gives its traits.
   */
  static final Catalogue CATALOGUE =
      CatalogueFiles.builtIn()
          .trait(
              "traits/ec2-instance.json",
              "metadata-misconfiguration",
              trait -> trait.put("window", "P30D"))
          .trait(
              "traits/ec2-instance.json",
              "internet-reachable",
              trait -> trait.put("window", "P380D"))
          .read();

  private static final List<Resource> INSTANCES =
      List.of(instance("i-0aaa111122223333a"), instance("i-0bbb111122223333b"));
  private static final List<Resource> FUNCTIONS = List.of(function("orders"), function("invoices"));

  /** Days on which findings change: close together, equal, and either side of every window. */
  private static final List<Integer> DAYS =
      List.of(0, 1, 2, 19, 20, 21, 34, 35, 36, 309, 310, 311, 369, 370, 371, 397, 398, 399);

  private static final Duration OLDEST = Duration.ofDays(10);

  private EventSets() {}

  /** Many findings at many times, or the same few over and over at the same few times. */
  static Arbitrary<List<Signal>> eventSets() {
    return Arbitraries.oneOf(
        sets(events()),
        Combinators.combine(few(claims()), few(Arbitraries.of(DAYS)))
            .flatAs((claims, days) -> sets(events(Arbitraries.of(claims), Arbitraries.of(days)))));
  }

  /** Now and then a resource is deleted: what was said of it until then is over. */
  private static Arbitrary<List<Signal>> sets(Arbitrary<Signal> events) {
    return Arbitraries.frequencyOf(Tuple.of(9, events), Tuple.of(1, deletions()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(24);
  }

  private static Arbitrary<Signal> deletions() {
    return Combinators.combine(resources(), Arbitraries.of(DAYS), Arbitraries.of(true, false))
        .as(
            (resource, day, replayed) ->
                Signal.builder()
                    .product(Product.CONFIG)
                    .findingUid(resource.arn().toString())
                    .resource(resource)
                    .kind("ConfigurationItem")
                    .state(SignalState.DELETED)
                    .updatedAt(Findings.START.plus(Duration.ofDays(day)))
                    .replayed(replayed)
                    .build());
  }

  private static <T> Arbitrary<List<T>> few(Arbitrary<T> of) {
    return of.list().ofMinSize(1).ofMaxSize(3);
  }

  static Arbitrary<Signal> events() {
    return events(claims(), Arbitraries.of(DAYS));
  }

  private static Arbitrary<Signal> events(
      Arbitrary<Signal.Builder> claims, Arbitrary<Integer> days) {
    var unlabelled =
        Combinators.combine(
                claims,
                days,
                Arbitraries.of(Duration.ZERO, Duration.ZERO, Duration.ofNanos(1_000_001)),
                Arbitraries.of(Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(2)),
                Arbitraries.of(true, false),
                states(),
                Arbitraries.of(Severity.MEDIUM, Severity.HIGH),
                Arbitraries.of(false, false, false, true))
            .as(EventSets::event);
    return Combinators.combine(unlabelled, tags(), Arbitraries.of("", "", "", "kim", "alex"))
        .as((event, tags, owner) -> event.toBuilder().tags(tags).owner(owner).build());
  }

  /** Most say nothing of tags, and some that there are none. */
  private static Arbitrary<Tags> tags() {
    return Arbitraries.of(
            Tags.NONE,
            Tags.of(Map.of("Team", "shop")),
            Tags.of(Map.of("Team", "payments", "Name", "web-1")))
        .injectNull(0.5);
  }

  private static Signal event(
      Signal.Builder claim,
      int day,
      Duration within,
      Duration delivery,
      boolean creationKnown,
      SignalState state,
      Severity severity,
      boolean replayed) {
    var updatedAt = Findings.START.plus(Duration.ofDays(day)).plus(within);
    return claim
        .copy()
        .updatedAt(updatedAt)
        .observedAt(updatedAt.plus(delivery))
        .createdAt(creationKnown ? Findings.START.minus(OLDEST) : updatedAt)
        .state(state)
        .severity(severity)
        .replayed(replayed)
        .build();
  }

  private static Arbitrary<SignalState> states() {
    return Arbitraries.frequency(
        Tuple.of(6, SignalState.ACTIVE),
        Tuple.of(2, SignalState.RESOLVED),
        Tuple.of(1, SignalState.SUPPRESSED),
        Tuple.of(1, SignalState.ARCHIVED));
  }

  private static Arbitrary<Signal.Builder> claims() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, vulnerabilities()),
        Tuple.of(2, reachability()),
        Tuple.of(1, controls(INSTANCES, "EC2.8", "IAM.1", "IAM.21", "EC2.999")),
        Tuple.of(1, threats()),
        Tuple.of(1, controls(FUNCTIONS, "Lambda.1", "Lambda.2", "Lambda.3", "IAM.1")),
        Tuple.of(1, malware()));
  }

  private static Arbitrary<Resource> resources() {
    return Arbitraries.oneOf(Arbitraries.of(INSTANCES), Arbitraries.of(FUNCTIONS));
  }

  private static Arbitrary<Signal.Builder> vulnerabilities() {
    return Combinators.combine(
            resources(),
            Arbitraries.of("CVE-2026-0001", "CVE-2026-0002", "MAL-2026-0003"),
            Arbitraries.of(EASY_VECTOR, LOCAL_VECTOR, "AV:N/AC:L/Au:N/C:P/I:P/A:P", ""),
            Arbitraries.of(Double.NaN, 0.0004, 0.05, 0.3, 0.94),
            Arbitraries.of(Known.class))
        .as(
            (resource, id, vector, epss, exploit) ->
                vulnerable(
                    resource,
                    id,
                    new Vulnerability.Builder()
                        .id(id)
                        .cvss(vector, vector.isEmpty() ? Double.NaN : 7.5)
                        .epss(epss)
                        .exploitAvailable(exploit)));
  }

  private static Arbitrary<Signal.Builder> reachability() {
    return Combinators.combine(
            Arbitraries.of(INSTANCES),
            Arbitraries.of(OpenPath.Origin.class),
            Arbitraries.of("", Findings.ADMINISTRATOR_PROFILE))
        .as(
            (resource, origin, profile) ->
                reachableFrom(origin, resource).attribute(Attribute.INSTANCE_PROFILE, profile));
  }

  private static Arbitrary<Signal.Builder> controls(List<Resource> resources, String... controls) {
    return Combinators.combine(Arbitraries.of(resources), Arbitraries.of(controls))
        .as((resource, control) -> control(resource, control));
  }

  private static Arbitrary<Signal.Builder> threats() {
    return Combinators.combine(
            resources(), Arbitraries.of("CryptoCurrency", "CredentialAccess", "Exfiltration"))
        .as(
            (resource, purpose) ->
                finding(Product.GUARDDUTY, resource, purpose).kind(purpose + ":Runtime/Anything"));
  }

  private static Arbitrary<Signal.Builder> malware() {
    return Arbitraries.of(INSTANCES)
        .map(
            resource ->
                finding(Product.GUARDDUTY, resource, "malware")
                    .kind("Execution:EC2/MaliciousFile"));
  }
}
