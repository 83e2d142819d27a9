// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.control.ActionKind;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.flink.fixture.Acted;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.fixture.RuledJob;
import io.breakwater.flink.types.Output;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People act on exposures while the job runs, each action reaching the task that has its resource.
 * After a failure what they did may be read again before the findings that it is about.
 */
final class ActionsInTheJobTest {
  private static final int EXPOSURES = 20;

  @ParameterizedTest(name = "rules may change: {0}")
  @ValueSource(booleans = {true, false})
  void each_action_is_obeyed_and_answered_though_a_task_manager_is_lost(boolean rulesMayChange)
      throws Exception {
    try (var job = start(rulesMayChange)) {
      job.feed(findings().stream().map(InspectorEvent::record).collect(toList()));
      job.await("all exposures", () -> statuses(job).size() == EXPOSURES);

      act(job, 0, EXPOSURES / 2);
      job.await("half of the answers", () -> outcomes(job).size() == EXPOSURES / 2);
      job.loseTaskManager();
      act(job, EXPOSURES / 2, EXPOSURES);

      job.await(
          "all of them in progress",
          () -> statuses(job).values().stream().allMatch("In Progress"::equals));
      job.await("an answer to each", () -> outcomes(job).size() == EXPOSURES);
      assertThat(outcomes(job).values())
          .allMatch(List.of("applied", "unchanged", "unknown")::contains);
      assertThat(statuses(job)).hasSize(EXPOSURES);
    }
  }

  @Test
  void a_record_that_is_no_action_is_a_dead_letter_and_holds_nothing_up() throws Exception {
    try (var job = start(false)) {
      job.feed(List.of(findings().get(0).record()));
      job.await("the exposure", () -> statuses(job).size() == 1);

      job.sendActions(List.of("{\"version\":1}".getBytes(UTF_8)));
      job.act(Acted.on(findings().get(0), ActionKind.STATUS, 1).statusId(2).build());

      job.await("the answer", () -> outcomes(job).size() == 1);
      job.await("the dead letter", () -> job.deadLetters().size() == 1);
      assertThat(Revisions.json(job.deadLetters().get(0)).path("reason").asText())
          .isEqualTo("malformed-action");
    }
  }

  @Test
  void a_ticket_that_somebody_asks_for_is_told_with_who_did() throws Exception {
    try (var job = start(false)) {
      job.feed(List.of(findings().get(0).record()));
      job.await("the exposure", () -> statuses(job).size() == 1);

      job.act(Acted.on(findings().get(0), ActionKind.TICKET, 1).build());

      job.await("the answer", () -> outcomes(job).containsValue("applied"));
      job.await(
          "the revision that says so",
          () ->
              field(job.exposures(), "/finding_info/uid", "/unmapped/ticket_requested/by")
                  .containsValue(Acted.WHO));
    }
  }

  private static RuledJob start(boolean rulesMayChange) throws Exception {
    var settings =
        Settings.live()
            .settle(Duration.ZERO)
            .clock(Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC))
            .build();
    var checkpoints = Duration.ofMillis(200);
    return rulesMayChange
        ? RuledJob.start(settings, checkpoints)
        : RuledJob.withFixedRules(settings, checkpoints);
  }

  private static List<InspectorEvent> findings() {
    var findings = new ArrayList<InspectorEvent>();
    for (int i = 0; i < EXPOSURES; i++) {
      findings.add(exploitable("CVE-2026-1").on(String.format("i-00000000000000%02d", i)));
    }
    return findings;
  }

  private static void act(RuledJob job, int from, int to) {
    for (int i = from; i < to; i++) {
      job.act(Acted.on(findings().get(i), ActionKind.STATUS, i).statusId(2).build());
    }
  }

  /** The last that was told of each exposure. */
  private static Map<String, String> statuses(RuledJob job) {
    var known =
        findings().stream()
            .map(finding -> Exposure.uidOf(finding.signal().resource()))
            .collect(toList());
    var statuses = field(job.exposures(), "/finding_info/uid", "/status");
    statuses.keySet().retainAll(known);
    return statuses;
  }

  private static Map<String, String> outcomes(RuledJob job) {
    return field(job.actionAnswers(), "/id", "/outcome");
  }

  private static Map<String, String> field(List<Output> records, String key, String value) {
    var values = new HashMap<String, String>();
    for (var record : records) {
      var json = Revisions.json(record);
      values.put(json.at(key).asText(), json.at(value).asText());
    }
    return values;
  }
}
