// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.breakwater.core.rules.CatalogueUpdate;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RuleUpdate;
import io.breakwater.core.rules.RulesInForce;
import io.breakwater.core.rules.UpdateRecords;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.ChangedCatalogue;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Instruction;
import io.breakwater.flink.types.Output;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The task that judges updates, and what it keeps of them. */
final class RuleUpdatesTest {
  private OneInputStreamOperatorTestHarness<Record, Instruction> updates;

  @BeforeEach
  void open() throws Exception {
    open(null);
  }

  private void open(OperatorSubtaskState snapshot) throws Exception {
    updates =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new RuleUpdates(Settings.live().build())));
    updates.getExecutionConfig().getSerializerConfig().setGenericTypes(false);
    updates.setup(
        WireTypes.INSTRUCTION.createSerializer(updates.getExecutionConfig().getSerializerConfig()));
    if (snapshot == null) {
      updates.initializeEmptyState();
    } else {
      updates.initializeState(snapshot);
    }
    updates.open();
  }

  @AfterEach
  void close() throws Exception {
    updates.close();
  }

  @Test
  void what_is_accepted_goes_on_and_every_update_is_answered() throws Exception {
    take(UpdateRecords.of(catalogue("9.0")));
    take(List.of("no update".getBytes(UTF_8)));
    take(UpdateRecords.of(new RuleUpdate("empty", RuleKind.SUPPRESSIONS, "{}")));

    assertThat(accepted())
        .extracting(RulesInForce::number, RulesInForce::version)
        .containsExactly(tuple(1L, "9.0"));
    assertThat(answered("/outcome")).containsExactly("accepted", "refused", "refused");
    assertThat(answered("/id")).containsExactly("update-9.0", "", "empty");
    assertThat(Harnesses.counts(updates))
        .containsEntry("ruleUpdatesAccepted", 1L)
        .containsEntry("ruleUpdatesRefused", 2L);
  }

  @Test
  void numbers_and_parts_that_wait_survive_a_failure() throws Exception {
    take(UpdateRecords.of(catalogue("9.0")));
    var parts = UpdateRecords.of(new RuleUpdate("large", RuleKind.SUPPRESSIONS, large()));
    assertThat(parts).hasSizeGreaterThan(1);
    take(parts.subList(0, 1));
    var snapshot = updates.snapshot(1, 1);
    updates.close();
    open(snapshot);

    take(parts.subList(1, parts.size()));
    take(UpdateRecords.of(catalogue("9.1")));

    assertThat(answered("/id")).containsExactly("large", "update-9.1");
    assertThat(answered("/outcome")).containsExactly("refused", "accepted");
    assertThat(accepted()).extracting(RulesInForce::number).containsExactly(2L);
  }

  private static RuleUpdate catalogue(String version) {
    var text = new ChangedCatalogue(version).text();
    return new RuleUpdate(
        "update-" + version, RuleKind.CATALOGUE, CatalogueUpdate.documentOf(text));
  }

  /** Nothing that can be compressed much. */
  private static String large() {
    var random = new Random(3);
    var text = new StringBuilder("{\"version\":\"");
    for (int i = 0; i < 1_500_000; i++) {
      text.append((char) ('0' + random.nextInt(70)));
    }
    return text.append("\"}").toString();
  }

  private void take(List<byte[]> records) throws Exception {
    for (var record : records) {
      updates.processElement(new StreamRecord<>(new Record(record, "rules", "0")));
    }
  }

  private List<String> answered(String pointer) {
    var values = new ArrayList<String>();
    for (StreamRecord<Output> answer : updates.getSideOutput(RuleUpdates.ANSWERS)) {
      values.add(Revisions.json(answer.getValue()).at(pointer).asText());
    }
    return values;
  }

  private List<RulesInForce> accepted() {
    return updates.extractOutputValues().stream()
        .map(instruction -> instruction.rules().orElseThrow())
        .collect(toList());
  }
}
