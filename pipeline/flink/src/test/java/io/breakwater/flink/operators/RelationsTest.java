// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.graph.RelationChange;
import io.breakwater.core.graph.RelationReport;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.relation.RelationRules;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Harnesses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RelationsTest {
  private static final Duration WINDOW = Duration.ofDays(365);
  private static final Resource INSTANCE = resource("instance/i-0a1");
  private static final Relation EDGE =
      RelationRules.between(INSTANCE, resource("security-group/sg-0a1"));

  private KeyedOneInputStreamOperatorTestHarness<String, RelationReport, RelationChange> relations;

  @BeforeEach
  void open() throws Exception {
    relations = Harnesses.relations(Settings.live().build());
  }

  @AfterEach
  void close() throws Exception {
    relations.close();
  }

  @Test
  void findings_that_mention_an_edge_share_one_timer_however_many_they_are() throws Exception {
    for (int hour = 1; hour <= 24; hour++) {
      mention("finding-" + hour, START.plus(Duration.ofHours(hour)));
    }

    assertThat(relations.numEventTimeTimers()).isEqualTo(1);
    assertThat(relations.extractOutputValues()).extracting(RelationChange::relation).contains(EDGE);
  }

  @Test
  void an_edge_ends_with_the_window_of_the_last_finding_that_mentions_it() throws Exception {
    mention("finding-1", START);
    mention("finding-2", START.plus(Duration.ofDays(10)));

    relations.processWatermark(START.plus(WINDOW).toEpochMilli());
    int before = relations.extractOutputValues().size();
    relations.processWatermark(START.plus(WINDOW).plus(Duration.ofDays(10)).toEpochMilli());

    assertThat(before).isEqualTo(1);
    var last = relations.extractOutputValues().get(1);
    assertThat(last.withdrawal()).contains(Withdrawal.NOT_SEEN);
  }

  @Test
  void what_is_over_leaves_neither_state_nor_timer() throws Exception {
    mention("finding-1", START);
    mention("finding-2", START.plus(Duration.ofDays(10)));

    relations.processWatermark(START.plus(WINDOW).plus(Duration.ofDays(10)).toEpochMilli());

    assertThat(relations.numKeyedStateEntries()).isZero();
    assertThat(relations.numEventTimeTimers()).isZero();
  }

  private void mention(String finding, Instant at) throws Exception {
    relations.processElement(
        new RelationReport(
            RelationReport.Kind.MENTIONED,
            INSTANCE.arn(),
            List.of(EDGE),
            "inspector",
            finding,
            at,
            at,
            false),
        at.toEpochMilli());
  }

  private static Resource resource(String name) {
    return CanonicalResource.of(
            "arn:aws:ec2:eu-central-1:111122223333:" + name,
            "",
            Scope.of("111122223333", "eu-central-1"))
        .orElseThrow();
  }
}
