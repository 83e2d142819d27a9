// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.resource.AboutResource;
import io.breakwater.core.signal.Severity;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Acted;
import io.breakwater.flink.fixture.Changes;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Instruction;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people decide about exposures while the job runs. */
final class AssessActionsTest {
  private static final Instant NOW = START.plus(Duration.ofHours(1));
  private static final Instant UNTIL = START.plus(Duration.ofDays(7));
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final InspectorEvent FINDING = exploitable("CVE-2026-1");

  private final Changes changes = new Changes();
  private KeyedTwoInputStreamOperatorTestHarness<String, AboutResource, Instruction, Output> assess;

  @AfterEach
  void close() throws Exception {
    assess.close();
  }

  @Test
  void a_status_is_told_at_once_and_taken_back() throws Exception {
    open(null);
    take(FINDING);

    act(action(ActionKind.STATUS, 1).statusId(2).build());
    act(action(ActionKind.STATUS, 2).statusId(1).build());

    assertThat(told("/status")).containsExactly("New", "In Progress", "New");
    assertThat(told("/activity_name")).containsExactly("Create", "Update", "Update");
    assertThat(answers("/outcome")).containsExactly("applied", "applied");
  }

  @Test
  void a_severity_takes_the_place_of_the_computed_one_until_it_is_more_severe() throws Exception {
    open(null);
    take(harmless("CVE-2026-2"));

    act(action(ActionKind.SEVERITY, 1).severity(Severity.MEDIUM).build());
    take(FINDING.updated(START.plusSeconds(60)));

    assertThat(told("/severity")).containsExactly("Low", "Medium", "High");
    assertThat(told("/unmapped/severity_decided/computed_severity")).containsExactly("", "Low", "");
    assertThat(count("exposuresOpenHigh")).isEqualTo(1);
    assertThat(count("exposuresOpenMedium")).isZero();
  }

  @Test
  void a_lowered_severity_does_not_make_every_change_urgent() throws Exception {
    open(null);
    take(FINDING);
    act(action(ActionKind.SEVERITY, 1).severity(Severity.LOW).build());

    take(harmless("CVE-2026-2").updated(START.plusSeconds(60)));

    assertThat(told("/severity")).hasSize(2);
    assess.setProcessingTime(SETTLE.toMillis());
    assertThat(told("/severity")).hasSize(3).endsWith("Low");
  }

  @Test
  void what_somebody_says_is_told_once_however_often_it_comes() throws Exception {
    open(null);
    take(FINDING);
    var said = action(ActionKind.COMMENT, 1).comment("Patch is on its way.").build();

    act(said);
    act(said);

    assertThat(told("/comment")).containsExactly("", "Patch is on its way.");
    assertThat(answers("/outcome")).containsExactly("applied", "unchanged");
  }

  @Test
  void a_ticket_that_somebody_asks_for_is_told_once_and_not_of_the_next_episode() throws Exception {
    open(null);
    take(FINDING);
    var asked = action(ActionKind.TICKET, 1).build();

    act(asked);
    act(asked);
    take(FINDING.closed().updated(START.plusSeconds(60)));
    assess.setProcessingTime(SETTLE.toMillis());
    take(FINDING.updated(START.plusSeconds(120)));

    assertThat(told("/unmapped/ticket_requested/by")).containsExactly("", Acted.WHO, "", "");
    assertThat(told("/activity_name")).containsExactly("Create", "Update", "Close", "Create");
    assertThat(answers("/outcome")).containsExactly("applied", "unchanged");
    assertThat(count("actionsApplied")).isEqualTo(1);
  }

  @Test
  void a_suppression_ends_at_its_instant_and_is_told_again() throws Exception {
    open(null);
    take(FINDING);

    act(suppress(1));
    assess.processWatermark1(new Watermark(UNTIL.toEpochMilli() - 1));
    assertThat(told("/status")).containsExactly("New", "Suppressed");
    assertThat(count("exposuresSuppressed")).isEqualTo(1);
    assess.processWatermark1(new Watermark(UNTIL.toEpochMilli()));

    assertThat(told("/status")).containsExactly("New", "Suppressed", "New");
    assertThat(last().at("/unmapped/suppression_ended/owner").asText()).isEqualTo(Acted.WHO);
    assertThat(last().path("time").asLong()).isEqualTo(UNTIL.toEpochMilli());
    assertThat(count("exposuresSuppressed")).isZero();
    assertThat(assess.numEventTimeTimers()).isZero();
  }

  @Test
  void a_job_that_is_being_stopped_ends_no_suppression() throws Exception {
    open(null);
    take(FINDING);
    act(suppress(1));

    assess.processWatermark1(Watermark.MAX_WATERMARK);

    assertThat(told("/status")).containsExactly("New", "Suppressed");
  }

  @Test
  void a_suppression_that_somebody_lifts_is_over() throws Exception {
    open(null);
    take(FINDING);

    act(suppress(1));
    act(action(ActionKind.UNSUPPRESS, 2).comment("It is in use after all.").build());

    assertThat(told("/status")).containsExactly("New", "Suppressed", "New");
    assertThat(last().path("comment").asText()).isEqualTo("It is in use after all.");
  }

  @Test
  void what_was_decided_of_an_episode_ends_with_it_but_a_suppression() throws Exception {
    open(null);
    take(FINDING);
    act(action(ActionKind.STATUS, 1).statusId(2).comment("mine").build());
    act(suppress(2));
    take(FINDING.closed().updated(START.plusSeconds(60)));
    assess.setProcessingTime(SETTLE.toMillis());

    take(FINDING.updated(START.plusSeconds(120)));

    assertThat(told("/activity_name"))
        .containsExactly("Create", "Update", "Update", "Close", "Create");
    assertThat(last().path("status").asText()).isEqualTo("Suppressed");
    assertThat(last().path("comment").isMissingNode()).isTrue();
    assertThat(last().at("/unmapped/status_decided").isMissingNode()).isTrue();
  }

  @Test
  void a_suppression_that_ends_while_nothing_is_open_is_forgotten() throws Exception {
    open(null);
    take(FINDING);
    act(suppress(1));
    take(FINDING.closed().updated(START.plusSeconds(60)));
    assess.setProcessingTime(SETTLE.toMillis());
    int kept = assess.numKeyedStateEntries();

    assess.processWatermark1(new Watermark(UNTIL.toEpochMilli()));

    assertThat(assess.numKeyedStateEntries()).isLessThan(kept);
    assertThat(assess.numEventTimeTimers()).isZero();
  }

  @Test
  void an_action_on_what_is_not_open_is_answered_and_waits_for_a_day() throws Exception {
    open(null);

    act(action(ActionKind.STATUS, 1).statusId(2).build());

    assertThat(assess.extractOutputValues()).isEmpty();
    assertThat(answers("/outcome")).containsExactly("unknown");
    assertThat(count("actionsUnknown")).isEqualTo(1);
    assertThat(assess.numKeyedStateEntries()).isEqualTo(1);
    assess.processWatermark1(new Watermark(START.plusSeconds(86_401).toEpochMilli()));
    assertThat(assess.numKeyedStateEntries()).isZero();
    assertThat(assess.numEventTimeTimers()).isZero();
  }

  @Test
  void an_action_that_comes_before_the_finding_holds_once_that_is_there() throws Exception {
    open(null);
    act(action(ActionKind.STATUS, 1).statusId(2).build());
    act(action(ActionKind.COMMENT, -1).comment("about the time before").build());

    take(FINDING);

    assertThat(told("/status")).containsExactly("In Progress");
    assertThat(last().path("comment").isMissingNode()).isTrue();
  }

  @Test
  void a_decision_on_the_next_episode_that_comes_before_the_close_is_of_the_next()
      throws Exception {
    open(null);
    take(FINDING);
    act(action(ActionKind.STATUS, 100).statusId(2).build());
    take(FINDING.closed().updated(START.plusSeconds(60)));
    assess.setProcessingTime(SETTLE.toMillis());

    take(FINDING.updated(START.plusSeconds(90)));

    assertThat(told("/status")).containsExactly("New", "In Progress", "Resolved", "In Progress");
  }

  @Test
  void the_order_in_which_actions_come_does_not_matter() throws Exception {
    var actions =
        List.of(
            action(ActionKind.STATUS, 1).statusId(2).build(),
            action(ActionKind.STATUS, 2).statusId(1).comment("not mine").build(),
            action(ActionKind.SEVERITY, 3).severity(Severity.LOW).seen(Severity.HIGH).build(),
            action(ActionKind.SEVERITY, 4).severity(Severity.MEDIUM).seen(Severity.LOW).build(),
            suppress(5),
            action(ActionKind.UNSUPPRESS, 6).build(),
            action(ActionKind.COMMENT, 7).comment("so be it").build(),
            action(ActionKind.TICKET, 8).build(),
            action(ActionKind.TICKET, 9).comment("for the network team").build());
    var ends = new ArrayList<JsonNode>();
    for (int seed = 0; seed < 10; seed++) {
      var shuffled = new ArrayList<>(actions);
      shuffled.addAll(actions);
      Collections.shuffle(shuffled, new Random(seed));
      open(null);
      int finding = seed % shuffled.size();
      for (int i = 0; i < shuffled.size(); i++) {
        if (i == finding) {
          take(new Changes(), FINDING);
        }
        act(shuffled.get(i));
      }
      ends.add(last().at("/metadata/uid"));
      assess.close();
    }

    assertThat(ends).containsOnly(ends.get(0));
  }

  @Test
  void decisions_survive_a_failure() throws Exception {
    open(null);
    take(FINDING);
    act(action(ActionKind.STATUS, 1).statusId(2).comment("mine").build());
    act(suppress(2));
    act(action(ActionKind.TICKET, 3).build());
    var snapshot = assess.snapshot(1, 1);
    assess.close();
    open(snapshot);

    assess.processWatermark1(new Watermark(UNTIL.toEpochMilli()));

    assertThat(told("/status")).containsExactly("In Progress");
    assertThat(told("/comment")).containsExactly("mine");
    assertThat(told("/unmapped/ticket_requested/by")).containsExactly(Acted.WHO);
  }

  private static Action.Builder action(ActionKind kind, int second) {
    return Acted.on(FINDING, kind, second);
  }

  private static Action suppress(int second) {
    return action(ActionKind.SUPPRESS, second)
        .reason("A test machine.")
        .until(UNTIL)
        .seen(Severity.HIGH)
        .build();
  }

  private void open(OperatorSubtaskState from) throws Exception {
    var settings = Settings.live().settle(SETTLE).clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    assess =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            RuledOperator.fixed(new Assess(settings), settings),
            said -> said.resource().toString(),
            null,
            Types.STRING,
            CorrelationJob.MAX_PARALLELISM,
            1,
            0);
    assess.getExecutionConfig().getSerializerConfig().setGenericTypes(false);
    assess.setup(
        WireTypes.OUTPUT.createSerializer(assess.getExecutionConfig().getSerializerConfig()));
    if (from == null) {
      assess.initializeEmptyState();
    } else {
      assess.initializeState(from);
    }
    assess.open();
  }

  private void take(InspectorEvent event) throws Exception {
    take(changes, event);
  }

  private void take(Changes window, InspectorEvent event) throws Exception {
    var change = window.of(event);
    assess.processElement1(new StreamRecord<>(change, change.at().toEpochMilli()));
  }

  private void act(Action action) throws Exception {
    assess.processElement2(new StreamRecord<>(Instruction.of(action)));
  }

  private List<String> told(String pointer) {
    return assess.extractOutputValues().stream()
        .map(revision -> Revisions.json(revision).at(pointer).asText())
        .collect(toList());
  }

  private JsonNode last() {
    var all = assess.extractOutputValues();
    return Revisions.json(all.get(all.size() - 1));
  }

  private List<String> answers(String pointer) {
    return assess.getSideOutput(Assess.ANSWERS).stream()
        .map(answer -> Revisions.json(answer.getValue()).at(pointer).asText())
        .collect(toList());
  }

  private long count(String name) {
    return Harnesses.counts(assess).get(name);
  }
}
