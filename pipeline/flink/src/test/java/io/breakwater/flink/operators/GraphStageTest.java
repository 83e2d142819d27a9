// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.graph.PresenceChange;
import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import io.breakwater.core.trait.HeldSignal;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.TraitWindow;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.types.GraphChange;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GraphStageTest {
  private static final Resource INSTANCE = resource("instance/i-0a1");
  private static final Resource GROUP = resource("security-group/sg-0a1");
  private static final Relation EDGE = RelationRules.between(INSTANCE, GROUP);

  private KeyedOneInputStreamOperatorTestHarness<String, GraphChange, GraphChange> first;
  private KeyedOneInputStreamOperatorTestHarness<String, GraphChange, GraphChange> second;
  private Optional<HeldSignal> held = Optional.empty();

  @BeforeEach
  void open() throws Exception {
    first = Harnesses.graphStage(Settings.live().build(), 0);
    second = Harnesses.graphStage(Settings.live().build(), 1);
  }

  @AfterEach
  void close() throws Exception {
    first.close();
    second.close();
  }

  @Test
  void a_trait_goes_over_the_edge_and_arrives_at_the_next_stage() throws Exception {
    see(edge());
    see(finding(SignalState.ACTIVE, START));

    passOn();

    assertThat(second.getSideOutput(GraphStage.ARRIVALS))
        .singleElement()
        .satisfies(
            arrival -> {
              assertThat(arrival.getValue().kind()).isEqualTo(TraitChange.Kind.GIVEN);
              assertThat(arrival.getValue().resource()).isEqualTo(INSTANCE.arn());
            });
  }

  @Test
  void what_is_taken_back_leaves_neither_state_nor_timer_at_any_stage() throws Exception {
    see(edge());
    see(finding(SignalState.ACTIVE, START));
    see(finding(SignalState.RESOLVED, START.plusSeconds(60)));
    see(RelationChange.ends(EDGE, Withdrawal.UNRELATED, START, false));

    passOn();

    assertThat(first.numKeyedStateEntries()).isZero();
    assertThat(second.numKeyedStateEntries()).isZero();
    assertThat(first.numEventTimeTimers() + second.numEventTimeTimers()).isZero();
    assertThat(second.getSideOutput(GraphStage.ARRIVALS))
        .extracting(arrival -> arrival.getValue().kind())
        .containsExactly(TraitChange.Kind.GIVEN, TraitChange.Kind.WITHDRAWN);
  }

  @Test
  void that_a_resource_is_there_is_told_along_an_edge_until_one_of_both_is_gone() throws Exception {
    var user = arn("arn:aws:iam::111122223333:user/carol");
    var bucket = arn("arn:aws:s3:::invoices");
    var access = new Relation(user, bucket, RelationType.CAN_ACCESS);
    var basis = new Basis(Basis.Kind.OWN_ITEM, Product.CONFIG, user.arn().toString());

    atBucket(GraphChange.of(bucket.arn(), RelationChange.holds(access, basis, START, false)));
    atBucket(GraphChange.of(new PresenceChange(bucket.arn(), true, START, false)));
    atBucket(GraphChange.of(new PresenceChange(bucket.arn(), false, START, false)));
    atBucket(
        GraphChange.of(
            bucket.arn(), RelationChange.ends(access, Withdrawal.UNRELATED, START, false)));
    passOn();

    assertThat(second.getSideOutput(GraphStage.ARRIVALS))
        .extracting(arrival -> arrival.getValue().kind())
        .containsExactly(
            TraitChange.Kind.GIVEN,
            TraitChange.Kind.WITHDRAWN,
            TraitChange.Kind.GIVEN,
            TraitChange.Kind.WITHDRAWN);
    assertThat(second.getSideOutput(GraphStage.ARRIVALS))
        .allSatisfy(arrival -> assertThat(arrival.getValue().resource()).isEqualTo(user.arn()));
    assertThat(first.numKeyedStateEntries()).isZero();
    assertThat(second.numKeyedStateEntries()).isZero();
  }

  private void atBucket(GraphChange change) throws Exception {
    first.processElement(change, START.toEpochMilli());
  }

  private static Resource arn(String arn) {
    return CanonicalResource.of(arn, "", Scope.of("111122223333", "eu-central-1")).orElseThrow();
  }

  private void passOn() throws Exception {
    for (var told : first.extractOutputValues()) {
      second.processElement(told, told.at().toEpochMilli());
    }
  }

  private void see(RelationChange change) throws Exception {
    first.processElement(GraphChange.of(GROUP.arn(), change), START.toEpochMilli());
  }

  private void see(Signal signal) throws Exception {
    var seen =
        new TraitWindow(Catalogue.builtIn()).observe(held, signal, Optional.empty(), Instant.MIN);
    held = seen.held();
    first.processElement(
        GraphChange.of(seen.change().orElseThrow()), signal.observedAt().toEpochMilli());
  }

  private static RelationChange edge() {
    var basis = new Basis(Basis.Kind.OWN_ITEM, Product.CONFIG, INSTANCE.arn().toString());
    return RelationChange.holds(EDGE, basis, START, false);
  }

  private static Signal finding(SignalState state, Instant at) {
    return Signal.builder()
        .product(Product.SECURITY_HUB)
        .findingUid("finding-1")
        .resource(GROUP)
        .control("EC2.18")
        .state(state)
        .updatedAt(at)
        .build();
  }

  private static Resource resource(String name) {
    return arn("arn:aws:ec2:eu-central-1:111122223333:" + name);
  }
}
