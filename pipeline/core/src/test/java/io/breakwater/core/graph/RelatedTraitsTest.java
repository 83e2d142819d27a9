// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.control;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Relations.account;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.fixture.Relations.item;
import static io.breakwater.core.fixture.Relations.networkInterface;
import static io.breakwater.core.fixture.Relations.policy;
import static io.breakwater.core.fixture.Relations.profile;
import static io.breakwater.core.fixture.Relations.role;
import static io.breakwater.core.fixture.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Traits of related resources, from the relation to the exposure and back. */
final class RelatedTraitsTest {
  private static final Resource INSTANCE = instance("i-0aaa111122223333a");
  private static final Resource GROUP = group("sg-0a1");
  private static final Resource INTERFACE = networkInterface("eni-0a1");

  private final Correlation correlation =
      Correlation.at(START.plus(Duration.ofDays(1)), Catalogue.builtIn());

  @Test
  void an_open_security_group_exposes_the_instance_that_it_protects() {
    correlation.see(List.of(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build()));

    assertThat(traits(INSTANCE)).contains("open-security-group");
  }

  @Test
  void the_finding_may_come_before_the_relation() {
    correlation.see(List.of(control(GROUP, "EC2.18").build(), item(INSTANCE, 1, GROUP)));

    assertThat(traits(INSTANCE)).contains("open-security-group");
  }

  @Test
  void a_group_that_is_detached_takes_its_traits_along() {
    correlation.see(List.of(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build()));

    correlation.see(item(INSTANCE, 2));

    assertThat(correlation.exposures()).isEmpty();
    assertThat(correlation.evidence()).allMatch(given -> given.path().isEmpty());
  }

  @Test
  void a_finding_that_is_resolved_takes_its_traits_along() {
    correlation.see(List.of(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build()));

    correlation.see(
        control(GROUP, "EC2.18")
            .state(SignalState.RESOLVED)
            .updatedAt(START.plusSeconds(600))
            .build());

    assertThat(correlation.exposures()).isEmpty();
  }

  @Test
  void an_administrative_policy_reaches_the_instance_over_role_and_profile() {
    var profile = profile("web");
    var role = role("web");
    var policy = policy("everything");

    correlation.see(
        List.of(
            exploitable(INSTANCE, "CVE-2026-0001").build(),
            control(policy, "IAM.1").build(),
            item(role, 1, policy),
            item(profile, 1, role),
            item(INSTANCE, 1, profile)));

    assertThat(traits(INSTANCE)).contains("administrative-access-policy");
  }

  @Test
  void of_two_paths_the_shorter_one_is_named() {
    correlation.see(
        List.of(
            control(GROUP, "EC2.18").build(),
            item(INTERFACE, 1, GROUP),
            item(INSTANCE, 1, INTERFACE, GROUP)));

    var evidence = correlation.exposures().get(INSTANCE.arn()).evidence();

    assertThat(evidence)
        .singleElement()
        .satisfies(item -> assertThat(item.path().orElseThrow().hops()).hasSize(1));
  }

  @Test
  void what_is_gone_leaves_nothing_behind() {
    correlation.see(
        List.of(
            control(GROUP, "EC2.18").build(),
            item(INTERFACE, 1, GROUP),
            item(INSTANCE, 1, INTERFACE, GROUP)));
    int entries = correlation.graphEntries();

    correlation.advanceTo(START.plus(Duration.ofDays(1000)));

    assertThat(entries).isPositive();
    assertThat(correlation.graphEntries()).isZero();
  }

  @Test
  void the_password_policy_of_an_account_reaches_each_of_ten_thousand_users() {
    var account = account();
    var events = new ArrayList<Signal>();
    for (int i = 0; i < 10_000; i++) {
      events.add(item(user("user-" + i), 1, account));
    }
    events.add(control(account, "IAM.7").build());

    correlation.seeTogether(events);

    assertThat(correlation.exposures()).hasSize(10_000);
  }

  @Test
  void a_deleted_instance_closes_its_exposure() {
    correlation.see(List.of(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build()));

    correlation.see(deleted(INSTANCE));

    var last = correlation.revisions().get(correlation.revisions().size() - 1);
    assertThat(last.withdrawal().orElseThrow().code()).isEqualTo("resource-deleted");
  }

  @Test
  void a_relation_that_was_not_seen_again_is_gone_unconfirmed() {
    correlation.see(List.of(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build()));
    correlation.advanceTo(START.plus(Duration.ofDays(80)));
    correlation.see(control(GROUP, "EC2.18").updatedAt(START.plus(Duration.ofDays(390))).build());

    correlation.advanceTo(START.plus(Duration.ofDays(410)));

    var last = correlation.revisions().get(correlation.revisions().size() - 1);
    assertThat(last.withdrawal().orElseThrow().code()).isEqualTo("not-seen");
    assertThat(last.time()).isBefore(START.plus(Duration.ofDays(402)));
  }

  @Test
  void a_deleted_group_exposes_nobody_any_more() {
    correlation.see(List.of(item(INSTANCE, 1, GROUP), control(GROUP, "EC2.18").build()));

    correlation.see(deleted(GROUP));

    var last = correlation.revisions().get(correlation.revisions().size() - 1);
    assertThat(last.withdrawal().orElseThrow().code()).isEqualTo("unrelated");
    assertThat(correlation.exposures()).isEmpty();
  }

  private static Signal deleted(Resource resource) {
    return item(resource, 60).toBuilder().state(SignalState.DELETED).build();
  }

  private List<String> traits(Resource resource) {
    return correlation.exposures().get(resource.arn()).traits().stream()
        .map(trait -> trait.trait().id())
        .collect(Collectors.toList());
  }
}
