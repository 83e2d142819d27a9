// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static io.breakwater.flink.fixture.InspectorEvent.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.relation.Basis;
import io.breakwater.core.relation.Hop;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.relation.TravelledPath;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalVersion;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Changes;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AssessTest {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Resource INTERFACE =
      ec2("network-interface/eni-0a1", "AWS::EC2::NetworkInterface");
  private static final Resource SUBNET = ec2("subnet/subnet-0a1", "AWS::EC2::Subnet");
  private static final Resource ACL = ec2("network-acl/acl-0a1", "AWS::EC2::NetworkAcl");
  private static final Resource TABLE = ec2("route-table/rtb-0a1", "AWS::EC2::RouteTable");
  private static final Resource GROUP = ec2("security-group/sg-0a1", "AWS::EC2::SecurityGroup");

  private final Changes changes = new Changes();
  private KeyedOneInputStreamOperatorTestHarness<String, TraitChange, Output> assess;

  @BeforeEach
  void open() throws Exception {
    assess = Harnesses.assess(live(), Task.single());
  }

  @AfterEach
  void close() throws Exception {
    assess.close();
  }

  @Test
  void a_new_exposure_is_announced_at_once() throws Exception {
    take(exploitable("CVE-2026-1"));

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create");
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void a_rise_in_severity_is_announced_at_once() throws Exception {
    take(harmless("CVE-2026-1"));

    take(exploitable("CVE-2026-2"));

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Update");
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void a_rise_is_announced_at_once_however_many_findings_there_are() throws Exception {
    for (int i = 0; i < 100; i++) {
      take(harmless("CVE-2026-" + (1000 + i)));
    }
    assess.setProcessingTime(SETTLE.toMillis());

    take(harmless("CVE-2026-2000"));
    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Update");

    take(exploitable("CVE-2026-3000"));
    assertThat(announced())
        .extracting(Revisions::activity)
        .containsExactly("Create", "Update", "Update");
    assertThat(Revisions.severity(announced().get(2))).isEqualTo("High");
  }

  /** By themselves premises weigh nothing: what the bound of severity knows does not tell. */
  @Test
  void a_rise_by_the_configuration_of_the_network_is_announced_at_once() throws Exception {
    for (int i = 0; i < 100; i++) {
      take(exploitable("CVE-2026-" + (1000 + i)));
    }
    assess.setProcessingTime(SETTLE.toMillis());
    take(exploitable("CVE-2026-2000"));
    int before = announced().size();

    take(premise(INTERFACE, Attribute.ADDRESS, "public"));
    take(premise(GROUP, Attribute.INGRESS, "tcp/22-22"));
    take(premise(ACL, Attribute.INGRESS, "all/0-65535"));
    assertThat(announced()).hasSize(before);
    take(premise(TABLE, Attribute.INTERNET_ROUTE, "igw-0a1"));

    assertThat(announced()).hasSize(before + 1);
    assertThat(Revisions.json(announced().get(before)).at("/finding_info/title").asText())
        .contains("Internet reachable");
    assertThat(Revisions.severity(announced().get(before))).isEqualTo("Critical");
  }

  @Test
  void an_exposure_opens_with_the_tags_that_were_told_before_it() throws Exception {
    var event = exploitable("CVE-2026-1").tagged("team", "shop");
    take(changes.ofTags(event));
    assertThat(announced()).isEmpty();
    assertThat(assess.numProcessingTimeTimers()).isZero();

    take(event);

    assertThat(announced()).extracting(AssessTest::owner).containsExactly("shop");
  }

  @Test
  void tags_that_change_are_told_when_they_have_settled() throws Exception {
    take(exploitable("CVE-2026-1"));

    take(changes.ofTags(exploitable("CVE-2026-1").tagged("team", "shop")));
    assertThat(announced()).hasSize(1);
    assess.setProcessingTime(SETTLE.toMillis());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Update");
    assertThat(owner(announced().get(1))).isEqualTo("shop");
  }

  @Test
  void the_close_has_the_tags_though_they_went_with_the_resource() throws Exception {
    var event = exploitable("CVE-2026-1").tagged("team", "shop");
    var tags = changes.ofTags(event);
    var trait = changes.of(event);
    take(tags);
    take(trait);

    take(withdrawn(tags));
    take(withdrawn(trait));
    assess.setProcessingTime(SETTLE.toMillis());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Close");
    assertThat(announced()).extracting(AssessTest::owner).containsExactly("shop", "shop");
    assertThat(Revisions.json(announced().get(1)).at("/unmapped/closed/reason").asText())
        .isEqualTo("fixed");
  }

  @Test
  void tags_of_what_is_not_exposed_leave_nothing_when_they_are_forgotten() throws Exception {
    var tags = changes.ofTags(exploitable("CVE-2026-1").tagged("team", "shop"));
    take(tags);
    int kept = assess.numKeyedStateEntries();

    take(withdrawn(tags));

    assertThat(kept).isEqualTo(1);
    assertThat(assess.numKeyedStateEntries()).isZero();
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void any_other_change_waits_until_it_has_settled() throws Exception {
    take(exploitable("CVE-2026-1"));

    take(harmless("CVE-2026-2"));

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create");
    assertThat(assess.numProcessingTimeTimers()).isEqualTo(1);
  }

  @Test
  void changes_that_settle_together_share_a_timer_and_a_revision() throws Exception {
    take(exploitable("CVE-2026-1"));
    for (int i = 2; i < 10; i++) {
      take(harmless("CVE-2026-" + i));
    }
    int timers = assess.numProcessingTimeTimers();

    assess.setProcessingTime(SETTLE.toMillis());

    assertThat(timers).isEqualTo(1);
    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Update");
  }

  @Test
  void what_is_taken_back_before_it_has_settled_is_never_said() throws Exception {
    take(exploitable("CVE-2026-1"));
    take(harmless("CVE-2026-2"));
    take(harmless("CVE-2026-2").closed().updated(START.plusSeconds(60)));

    assess.setProcessingTime(SETTLE.toMillis());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create");
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void a_signal_that_is_seen_again_sets_no_timer() throws Exception {
    take(exploitable("CVE-2026-1"));

    take(exploitable("CVE-2026-1").updated(START.plusSeconds(3600)));

    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void an_exposure_that_is_closed_leaves_how_it_ended_and_no_timer() throws Exception {
    take(exploitable("CVE-2026-1"));
    take(exploitable("CVE-2026-1").closed().updated(START.plusSeconds(60)));

    assess.setProcessingTime(SETTLE.toMillis());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Close");
    assertThat(assess.numKeyedStateEntries()).isEqualTo(1);
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void an_exposure_that_opens_again_is_created_again_under_its_uid() throws Exception {
    take(exploitable("CVE-2026-1"));
    take(exploitable("CVE-2026-1").closed().updated(START.plusSeconds(60)));
    assess.setProcessingTime(SETTLE.toMillis());

    take(exploitable("CVE-2026-1").updated(START.plusSeconds(120)));

    assertThat(announced())
        .extracting(Revisions::activity)
        .containsExactly("Create", "Close", "Create");
    assertThat(announced()).extracting(Output::key).containsOnly(announced().get(0).key());
  }

  @Test
  void without_a_settle_time_every_change_is_announced_at_once() throws Exception {
    open(Settings.live().settle(Duration.ZERO).build(), Task.single());
    take(exploitable("CVE-2026-1"));

    take(harmless("CVE-2026-2"));

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Update");
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void the_end_of_a_live_stream_announces_nothing() throws Exception {
    take(exploitable("CVE-2026-1"));
    take(harmless("CVE-2026-2"));

    assess.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create");
  }

  @Test
  void what_was_still_to_be_said_is_said_once_after_a_restart() throws Exception {
    take(exploitable("CVE-2026-1"));
    take(harmless("CVE-2026-2"));
    var snapshot = assess.snapshot(1, 1);
    open(live(), Task.single().from(snapshot, 1));

    assess.setProcessingTime(SETTLE.multipliedBy(2).toMillis());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Update");
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void an_exposure_announced_before_a_restart_is_closed_after_it() throws Exception {
    take(exploitable("CVE-2026-1"));
    var snapshot = assess.snapshot(1, 1);
    open(live(), Task.single().from(snapshot, 1));

    take(exploitable("CVE-2026-1").closed().updated(START.plusSeconds(60)));
    assess.setProcessingTime(SETTLE.toMillis());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Close");
  }

  @Test
  void each_exposure_goes_on_in_exactly_one_task_after_a_change_of_parallelism() throws Exception {
    int resources = 40;
    for (int i = 0; i < resources; i++) {
      take(exploitable("CVE-2026-1").on(String.format("i-%017d", i)));
      take(harmless("CVE-2026-2").on(String.format("i-%017d", i)));
    }
    var snapshot = assess.snapshot(1, 1);
    var said = new ArrayList<Output>();

    for (int task = 0; task < 3; task++) {
      open(live(), Task.of(task, 3).from(snapshot, 1));
      assess.setProcessingTime(SETTLE.multipliedBy(2).toMillis());
      said.addAll(announced());
    }

    assertThat(said).extracting(Revisions::activity).containsOnly("Update").hasSize(resources);
    assertThat(said).extracting(Output::key).doesNotHaveDuplicates();
  }

  @Test
  void what_an_exposure_rests_on_is_told_and_taken_back_when_it_closes() throws Exception {
    var fromGroup = comeFromGroup(exploitable("CVE-2026-1"));
    take(fromGroup);

    take(withdrawn(fromGroup));
    assess.setProcessingTime(SETTLE.toMillis());

    var told = assess.getSideOutput(Assess.RELIANCES);
    assertThat(told).extracting(change -> change.getValue().holds()).containsExactly(true, false);
    assertThat(told)
        .extracting(change -> change.getValue().reliance().origin())
        .containsOnly(GROUP);
    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Close");
    assertThat(assess.numKeyedStateEntries()).isEqualTo(1);
  }

  @Test
  void what_an_exposure_has_of_itself_is_nobody_else_s_affair() throws Exception {
    take(exploitable("CVE-2026-1"));

    assertThat(assess.getSideOutput(Assess.RELIANCES)).isNull();
  }

  @Test
  void what_an_exposure_rests_on_is_told_again_only_when_it_differs() throws Exception {
    take(comeFromGroup(exploitable("CVE-2026-1")));
    take(harmless("CVE-2026-2"));
    assess.setProcessingTime(SETTLE.toMillis());
    take(harmless("CVE-2026-3"));
    assess.setProcessingTime(SETTLE.multipliedBy(2).toMillis());

    assertThat(announced())
        .extracting(Revisions::activity)
        .containsExactly("Create", "Update", "Update");
    assertThat(assess.getSideOutput(Assess.RELIANCES))
        .extracting(change -> change.getValue().reliance().effect().closes())
        .containsExactly(true, false);
  }

  @Test
  void changes_of_the_same_millisecond_are_one_revision_of_a_bounded_run() throws Exception {
    open(Settings.asOf(START).build(), Task.single());
    take(harmless("CVE-2026-1"));
    take(exploitable("CVE-2026-2"));

    assess.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create");
  }

  @Test
  void a_bounded_run_says_the_same_whatever_the_order_within_a_millisecond() throws Exception {
    var together =
        List.of(
            changes.of(harmless("CVE-2026-1")),
            changes.of(exploitable("CVE-2026-2")),
            changes.of(exploitable("CVE-2026-2").closed().delivered(START)),
            changes.of(reachable("port-22")));
    var reversed = new ArrayList<>(together);
    Collections.reverse(reversed);

    assertThat(bounded(reversed)).isEqualTo(bounded(together)).hasSize(1);
  }

  @Test
  void changes_of_different_milliseconds_are_revisions_of_their_own_when_nothing_settles()
      throws Exception {
    open(Settings.asOf(START.plusSeconds(60)).settle(Duration.ZERO).build(), Task.single());
    take(exploitable("CVE-2026-1"));
    take(harmless("CVE-2026-2").updated(START.plusMillis(1)));
    take(exploitable("CVE-2026-1").closed().updated(START.plusMillis(2)));

    assess.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(announced())
        .extracting(Revisions::activity)
        .containsExactly("Create", "Update", "Update");
  }

  @Test
  void a_bounded_run_leaves_no_change_behind() throws Exception {
    open(Settings.asOf(START.plusSeconds(60)).build(), Task.single());
    take(exploitable("CVE-2026-1"));
    take(exploitable("CVE-2026-1").closed().updated(START.plusMillis(2)));

    assess.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());

    assertThat(announced()).extracting(Revisions::activity).containsExactly("Create", "Close");
    assertThat(assess.numKeyedStateEntries()).isEqualTo(1);
  }

  private List<String> bounded(List<TraitChange> order) throws Exception {
    open(Settings.asOf(START.plusSeconds(60)).build(), Task.single());
    for (var change : order) {
      take(change);
    }
    assess.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());
    return Revisions.inOrder(announced());
  }

  /** As if the finding were about the group, and the instance had the trait from there. */
  private TraitChange comeFromGroup(InspectorEvent event) {
    var change = changes.of(event);
    var evidence = change.evidence().orElseThrow();
    var basis =
        new Basis(Basis.Kind.OWN_ITEM, Product.CONFIG, evidence.resource().arn().toString());
    var hop = new Hop(RelationRules.between(evidence.resource(), GROUP), basis);
    return TraitChange.given(
        change.signalKey(),
        change.version(),
        new Evidence(
            evidence.signal(), evidence.traits(), List.of(), TravelledPath.from(GROUP).and(hop), 0),
        change.at());
  }

  /** What Config has recorded of something that traffic to the interface passes. */
  private TraitChange premise(Resource of, String attribute, String value) {
    var instance =
        changes.of(harmless("CVE-2025-" + of.arn().name())).evidence().orElseThrow().resource();
    var basis = new Basis(Basis.Kind.OWN_ITEM, Product.CONFIG, INTERFACE.arn().toString());
    var path = TravelledPath.from(of);
    if (of.equals(ACL) || of.equals(TABLE)) {
      path = path.and(new Hop(RelationRules.between(SUBNET, of), basis));
      path = path.and(new Hop(RelationRules.between(INTERFACE, SUBNET), basis));
    } else if (of.equals(GROUP)) {
      path = path.and(new Hop(RelationRules.between(INTERFACE, of), basis));
    }
    path = path.and(new Hop(RelationRules.between(instance, INTERFACE), basis));
    var item =
        Signal.builder()
            .product(Product.CONFIG)
            .kind(Signal.CONFIGURATION)
            .findingUid(of.arn().toString())
            .resource(of)
            .updatedAt(START)
            .attribute(attribute, value)
            .build();
    return TraitChange.given(
        of.arn().hashCode(),
        new SignalVersion(START, START, 1),
        new Evidence(
            item,
            List.of(new Evidence.GivenTrait("network-configuration", List.of())),
            List.of(),
            path,
            0),
        START);
  }

  private static TraitChange withdrawn(TraitChange change) {
    return TraitChange.withdrawn(
        change.resource(),
        change.signalKey(),
        change.version(),
        Withdrawal.FIXED,
        change.at().plusSeconds(60),
        false,
        change.audience());
  }

  private void take(InspectorEvent event) throws Exception {
    take(changes.of(event));
  }

  private void take(TraitChange change) throws Exception {
    assess.processElement(new StreamRecord<>(change, millis(change.at())));
  }

  private static String owner(Output output) {
    return Revisions.json(output).at("/resources/0/owner/name").asText();
  }

  private List<Output> announced() {
    return assess.extractOutputValues();
  }

  private void open(Settings settings, Task task) throws Exception {
    assess.close();
    assess = Harnesses.assess(settings, task);
  }

  private static Settings live() {
    return Settings.live().settle(SETTLE).build();
  }

  private static Resource ec2(String name, String type) {
    return Resource.of(
        Arn.of("aws", "ec2", "eu-central-1", "111122223333", name),
        ResourceType.named(type),
        "111122223333",
        "eu-central-1");
  }

  private static long millis(Instant time) {
    return time.toEpochMilli();
  }
}
