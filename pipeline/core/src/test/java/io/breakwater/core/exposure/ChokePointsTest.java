// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.harmless;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachableAdministrator;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.fixture.Relations.item;
import static io.breakwater.core.fixture.Relations.networkInterface;
import static io.breakwater.core.fixture.Relations.policy;
import static io.breakwater.core.fixture.Relations.profile;
import static io.breakwater.core.fixture.Relations.role;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.exposure.ChokePoint.Origin;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChokePointsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");

  @Test
  void the_end_of_the_only_weakness_closes_the_exposure() {
    var point =
        point(
            "high-priority-vulnerability",
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            reachableAdministrator(INSTANCE).build());

    assertThat(point.after()).isEmpty();
    assertThat(point.closes()).isTrue();
  }

  @Test
  void the_end_of_what_amplifies_leaves_less() {
    var signals =
        new Signal[] {
          harmless(INSTANCE, "CVE-2026-0001").build(), reachableAdministrator(INSTANCE).build()
        };

    assertThat(exposure(signals).severity()).isEqualTo(Severity.HIGH);
    assertThat(point("administrative-access-policy", signals).after()).contains(Severity.MEDIUM);
  }

  @Test
  void with_a_second_weakness_the_end_of_the_first_leaves_that_one() {
    var point =
        point(
            "high-priority-vulnerability",
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            harmless(INSTANCE, "CVE-2026-0002").build());

    assertThat(point.after()).contains(Severity.LOW);
    assertThat(point.closes()).isFalse();
  }

  @Test
  void a_trait_of_the_resource_itself_comes_from_there() {
    var point =
        point("high-priority-vulnerability", exploitable(INSTANCE, "CVE-2026-0001").build());

    assertThat(point.origins())
        .singleElement()
        .satisfies(
            origin -> {
              assertThat(origin.resource()).isEqualTo(INSTANCE);
              assertThat(origin.path()).isEmpty();
            });
  }

  @Test
  void a_trait_that_travelled_says_from_where_and_how() {
    var point =
        point(
            "administrative-access-policy",
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            item(INSTANCE, 1, profile("web")),
            item(profile("web"), 1, role("web")),
            item(role("web"), 1, policy("all")),
            control(policy("all"), "IAM.1").build());

    var origin = point.origins().get(0);
    assertThat(origin.resource()).isEqualTo(policy("all"));
    assertThat(origin.path().orElseThrow().hops().stream().map(Hop::sentence))
        .containsExactly(
            "all is attached to web.", "web can act as web.", "i-0aaa111122223333a carries web.");
  }

  @Test
  void a_trait_that_two_resources_give_stays_when_it_ends_at_one_of_them() {
    var point =
        point(
            "open-security-group",
            item(INSTANCE, 1, group("sg-0a1"), group("sg-0a2")),
            control(group("sg-0a1"), "EC2.18").build(),
            control(group("sg-0a2"), "EC2.18").build());

    assertThat(point.closes()).isTrue();
    assertThat(point.origins().stream().map(Origin::resource))
        .containsExactly(group("sg-0a1"), group("sg-0a2"));
    assertThat(point.origins()).noneMatch(Origin::closes);
  }

  @Test
  void more_origins_than_are_followed_are_counted() {
    var groups = new ArrayList<Resource>();
    var signals = new ArrayList<Signal>();
    for (int i = 0; i < ChokePoints.MAX_ORIGINS + 15; i++) {
      groups.add(group("sg-0a" + (100 + i)));
      signals.add(control(groups.get(i), "EC2.18").build());
    }
    signals.add(item(INSTANCE, 1, groups.subList(0, 20).toArray(new Resource[0])));
    var network = networkInterface("eni-0a1");
    signals.add(item(network, 1, groups.subList(20, 40).toArray(new Resource[0])));
    signals.add(item(INSTANCE, 2, concat(groups.subList(0, 20), network)));

    var point = point("open-security-group", signals.toArray(new Signal[0]));

    assertThat(point.originsInAll()).isEqualTo(40);
    assertThat(point.origins()).hasSize(ChokePoints.MAX_ORIGINS);
    assertThat(point.origins().get(0).resource()).isEqualTo(groups.get(0));
  }

  @Test
  void findings_that_were_left_behind_stay_visible() {
    var groups = new ArrayList<Resource>();
    var signals = new ArrayList<Signal>();
    for (int i = 0; i < 30; i++) {
      groups.add(group("sg-0a" + (100 + i)));
      signals.add(control(groups.get(i), "EC2.18").build());
    }
    signals.add(item(INSTANCE, 1, groups.toArray(new Resource[0])));

    var point = point("open-security-group", signals.toArray(new Signal[0]));

    assertThat(point.originsInAll()).isEqualTo(25);
    assertThat(point.origins().stream().mapToInt(Origin::leftBehind).sum()).isEqualTo(5);
  }

  @Test
  void every_contributing_trait_is_a_choke_point_in_the_order_of_the_catalogue() {
    var exposure =
        exposure(
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            reachableAdministrator(INSTANCE).build());

    assertThat(new ChokePoints(CATALOGUE).of(exposure).stream().map(point -> point.trait().id()))
        .containsExactly(
            "internet-reachable", "administrative-access-policy", "high-priority-vulnerability");
  }

  private static Resource[] concat(List<Resource> some, Resource other) {
    var all = new ArrayList<>(some);
    all.add(other);
    return all.toArray(new Resource[0]);
  }

  private static ChokePoint point(String trait, Signal... signals) {
    return new ChokePoints(CATALOGUE)
        .of(exposure(signals)).stream()
            .filter(point -> point.trait().id().equals(trait))
            .collect(toList())
            .get(0);
  }

  private static Exposure exposure(Signal... signals) {
    return Correlation.at(START.plus(Duration.ofDays(1)), CATALOGUE)
        .seeTogether(List.of(signals))
        .exposures()
        .get(INSTANCE.arn());
  }
}
