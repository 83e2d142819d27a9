// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static io.breakwater.flink.fixture.InspectorEvent.exploitable;
import static io.breakwater.flink.fixture.InspectorEvent.harmless;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.core.resource.AboutResource;
import io.breakwater.core.rules.CatalogueUpdate;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.ChangedCatalogue;
import io.breakwater.flink.fixture.Changes;
import io.breakwater.flink.fixture.InspectorEvent;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Instruction;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.WireTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that come to an operator while it runs. */
final class RuledOperatorTest {
  private static final Instant NOW = START.plus(Duration.ofDays(1));
  private static final String BUILT_IN = CatalogueUpdate.documentOfBuiltIn();

  private final Changes changes = new Changes();
  private KeyedTwoInputStreamOperatorTestHarness<String, AboutResource, Instruction, Output> assess;

  @AfterEach
  void close() throws Exception {
    assess.close();
  }

  @Test
  void what_is_known_is_judged_again_at_a_bounded_rate() throws Exception {
    open(settings().judgedAgainPerSecond(2).build(), null);
    for (int instance = 0; instance < 5; instance++) {
      take(exploitable("CVE-2026-1").on("i-000000000000000" + instance));
    }
    assertThat(told()).hasSize(5);

    update(suppressing("1"));

    assertThat(assess.numProcessingTimeTimers()).isEqualTo(5);
    assertThat(told()).hasSize(5);
    assess.setProcessingTime(1_000);
    assertThat(statuses()).hasSize(6).endsWith("Suppressed");
    assess.setProcessingTime(1_500);
    assertThat(statuses()).hasSize(7);
    assess.setProcessingTime(3_000);
    assertThat(statuses()).hasSize(10).filteredOn("Suppressed"::equals).hasSize(5);
    assertThat(assess.numProcessingTimeTimers()).isZero();
  }

  @Test
  void a_key_that_is_touched_before_its_turn_is_judged_by_the_rules_of_now() throws Exception {
    open(settings().judgedAgainPerSecond(1).build(), null);
    take(harmless("CVE-2026-1").on("i-0000000000000001"));

    update(suppressing("1"));
    take(exploitable("CVE-2026-2").on("i-0000000000000001"));

    assertThat(statuses()).containsExactly("New", "Suppressed");
    assess.setProcessingTime(60_000);
    assertThat(statuses()).hasSize(2);
  }

  @Test
  void an_update_and_what_is_left_of_it_survive_a_failure() throws Exception {
    open(settings().judgedAgainPerSecond(1).build(), null);
    take(exploitable("CVE-2026-1").on("i-0000000000000001"));
    take(exploitable("CVE-2026-1").on("i-0000000000000002"));
    update(suppressing("1"));
    assess.setProcessingTime(1_000);
    var snapshot = assess.snapshot(1, 1);
    assess.close();

    open(settings().judgedAgainPerSecond(1).build(), snapshot);
    assertThat(assess.numProcessingTimeTimers()).isEqualTo(1);
    assess.setProcessingTime(2_000);
    take(exploitable("CVE-2026-1").on("i-0000000000000003"));

    assertThat(statuses()).containsExactly("Suppressed", "Suppressed");
  }

  @Test
  void a_job_that_goes_on_with_other_rules_judges_again() throws Exception {
    open(settings().build(), null);
    take(exploitable("CVE-2026-1").on("i-0000000000000001"));
    var snapshot = assess.snapshot(1, 1);
    assess.close();

    open(settings().build(), snapshot);
    assertThat(assess.numProcessingTimeTimers()).isZero();
    assess.close();
    open(settings().catalogue(noVulnerabilities()).build(), snapshot);
    assess.setProcessingTime(1_000);

    assertThat(told()).extracting(Revisions::activity).containsExactly("Close");
    assertThat(Revisions.json(told().get(0)).at("/unmapped/closed/reason").asText())
        .isEqualTo("rules-changed");
  }

  @Test
  void a_finding_says_by_which_update_it_was_judged() throws Exception {
    open(settings().build(), null);
    take(exploitable("CVE-2026-1").on("i-0000000000000001"));
    update(suppressing("1"));
    update(
        new RulesInForce(
            RuleKind.EXPLOITATION, 3, "epss", "2026-11-26", "digest of the data", "{}"));
    assess.setProcessingTime(1_000);

    assertThat(Revisions.json(told().get(0)).path("unmapped").has("rules_update")).isFalse();
    var unmapped = Revisions.json(told().get(1)).path("unmapped");
    assertThat(unmapped.path("suppressions_version").asText()).isEqualTo("1");
    assertThat(unmapped.path("exploitation_version").asText()).isEqualTo("2026-11-26");
    assertThat(unmapped.path("rules_update").asInt()).isEqualTo(3);
  }

  @Test
  void an_exposure_that_the_rules_do_not_count_any_more_is_closed() throws Exception {
    open(settings().build(), null);
    take(exploitable("CVE-2026-1").on("i-0000000000000001"));

    update(catalogue(2, noVulnerabilities()));
    assess.setProcessingTime(1_000);

    assertThat(told()).extracting(Revisions::activity).containsExactly("Create", "Close");
    var closed = Revisions.json(told().get(1));
    assertThat(closed.at("/unmapped/closed/reason").asText()).isEqualTo("rules-changed");
    assertThat(closed.path("time").asLong()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void what_is_not_counted_for_a_while_counts_again_though_nobody_says_so_again() throws Exception {
    open(settings().build(), null);
    take(exploitable("CVE-2026-1").on("i-0000000000000001"));

    update(catalogue(2, noVulnerabilities()));
    assess.setProcessingTime(1_000);
    update(new RulesInForce(RuleKind.CATALOGUE, 3, "back", "1", RulesInForce.BUILT_IN, BUILT_IN));
    assess.setProcessingTime(2_000);

    assertThat(told()).extracting(Revisions::activity).containsExactly("Create", "Close", "Create");
    var again = Revisions.json(told().get(2));
    assertThat(again.at("/finding_info/uid"))
        .isEqualTo(Revisions.json(told().get(0)).at("/finding_info/uid"));
    assertThat(again.at("/unmapped/episode/number").asInt()).isEqualTo(2);
  }

  @Test
  void rules_do_not_hold_the_clock_back() throws Exception {
    open(settings().build(), null);

    assess.processWatermark1(new Watermark(7));
    assess.processWatermark2(new Watermark(3));

    assertThat(assess.getOutput()).containsExactly(new Watermark(7));
  }

  private void open(Settings settings, OperatorSubtaskState snapshot) throws Exception {
    assess =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            RuledOperator.of(new Assess(settings), settings),
            change -> change.resource().toString(),
            null,
            Types.STRING,
            CorrelationJob.MAX_PARALLELISM,
            1,
            0);
    assess.getExecutionConfig().getSerializerConfig().setGenericTypes(false);
    assess.setup(
        WireTypes.OUTPUT.createSerializer(assess.getExecutionConfig().getSerializerConfig()));
    if (snapshot == null) {
      assess.initializeEmptyState();
    } else {
      assess.initializeState(snapshot);
    }
    assess.open();
  }

  private static Settings.Builder settings() {
    return Settings.live().settle(Duration.ZERO).clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private void take(InspectorEvent event) throws Exception {
    var change = changes.of(event);
    assess.processElement1(new StreamRecord<>(change, change.at().toEpochMilli()));
  }

  private void update(RulesInForce rules) throws Exception {
    assess.processElement2(new StreamRecord<>(Instruction.of(rules)));
  }

  private List<Output> told() {
    return assess.extractOutputValues();
  }

  private List<String> statuses() {
    return told().stream()
        .map(revision -> Revisions.json(revision).path("status").asText())
        .collect(toList());
  }

  private static CatalogueText noVulnerabilities() {
    return new ChangedCatalogue("9.0")
        .trait("ec2-instance", "high-priority-vulnerability", trait -> only(trait, "none"))
        .trait("ec2-instance", "low-priority-vulnerability", trait -> only(trait, "nothing"))
        .text();
  }

  private static void only(ObjectNode trait, String vulnerability) {
    trait.putObject("pattern").putObject("vulnerability").putArray("id").add(vulnerability);
  }

  private static RulesInForce catalogue(long number, CatalogueText text) {
    return new RulesInForce(
        RuleKind.CATALOGUE,
        number,
        "update",
        text.catalogue().version(),
        text.digest(),
        CatalogueUpdate.documentOf(text));
  }

  private static RulesInForce suppressing(String version) {
    var document =
        String.format(
            "{\"version\":\"%s\",\"suppressions\":[{\"id\":\"sandbox\","
                + "\"reason\":\"Nothing of value is there.\",\"owner\":\"platform\","
                + "\"expires\":\"2026-12-31\",\"severity\":\"Critical\","
                + "\"pattern\":{\"resource\":{\"type\":[\"AWS::EC2::Instance\"]}}}]}",
            version);
    return new RulesInForce(RuleKind.SUPPRESSIONS, 1, "update", version, version, document);
  }
}
