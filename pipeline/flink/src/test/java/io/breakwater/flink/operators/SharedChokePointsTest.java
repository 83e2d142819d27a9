// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import static io.breakwater.flink.fixture.InspectorEvent.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.choke.Effect;
import io.breakwater.core.choke.Reliance;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Severity;
import io.breakwater.flink.Settings;
import io.breakwater.flink.fixture.Harnesses;
import io.breakwater.flink.fixture.Harnesses.Task;
import io.breakwater.flink.fixture.Revisions;
import io.breakwater.flink.types.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SharedChokePointsTest {
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final Effect CLOSES = new Effect(Severity.HIGH, null, 0);
  private static final Effect LOWERS = new Effect(Severity.CRITICAL, Severity.MEDIUM, 0);

  private KeyedOneInputStreamOperatorTestHarness<String, RelianceChange, Output> points;
  private int millis;

  @BeforeEach
  void open() throws Exception {
    points = Harnesses.sharedChokePoints(live(), Task.single());
  }

  @AfterEach
  void close() throws Exception {
    points.close();
  }

  @Test
  void one_exposure_alone_is_kept_and_sets_no_timer() throws Exception {
    take(rests(1, CLOSES));

    assertThat(points.numProcessingTimeTimers()).isZero();
    assertThat(told()).isEmpty();
  }

  @Test
  void a_burst_is_told_once_when_it_has_settled() throws Exception {
    for (int i = 0; i < 50; i++) {
      take(rests(i, i == 7 ? LOWERS : CLOSES));
    }
    assertThat(points.numProcessingTimeTimers()).isEqualTo(1);

    settle();

    assertThat(told()).hasSize(1);
    assertThat(told().get(0).path("exposures").asInt()).isEqualTo(50);
    assertThat(told().get(0).path("closes").asInt()).isEqualTo(49);
    assertThat(told().get(0).at("/worst/0/severity").asText()).isEqualTo("Critical");
    assertThat(points.numProcessingTimeTimers()).isZero();
  }

  @Test
  void what_is_taken_back_before_it_has_settled_is_never_said() throws Exception {
    take(rests(1, CLOSES));
    take(rests(2, CLOSES));
    take(ends(2));

    settle();

    assertThat(told()).isEmpty();
  }

  @Test
  void when_fewer_than_two_are_left_it_is_withdrawn() throws Exception {
    take(rests(1, CLOSES));
    take(rests(2, CLOSES));
    settle();

    take(ends(1));
    settle();

    assertThat(told())
        .extracting(SharedChokePointsTest::status)
        .containsExactly("open", "withdrawn");
    assertThat(told().get(1).path("uid")).isEqualTo(told().get(0).path("uid"));
  }

  @Test
  void once_all_exposures_are_closed_neither_state_nor_timer_is_left() throws Exception {
    for (int i = 0; i < 30; i++) {
      take(rests(i, CLOSES));
    }
    settle();
    for (int i = 0; i < 30; i++) {
      take(ends(i));
    }
    settle();

    assertThat(told())
        .extracting(SharedChokePointsTest::status)
        .containsExactly("open", "withdrawn");
    assertThat(points.numKeyedStateEntries()).isZero();
    assertThat(points.numProcessingTimeTimers()).isZero();
    assertThat(points.numEventTimeTimers()).isZero();
  }

  @Test
  void what_was_never_told_leaves_nothing_either() throws Exception {
    take(rests(1, CLOSES));
    take(ends(1));

    assertThat(points.numKeyedStateEntries()).isZero();
    assertThat(points.numProcessingTimeTimers()).isZero();
  }

  @Test
  void the_end_of_what_nobody_knew_of_leaves_nothing() throws Exception {
    take(ends(1));

    assertThat(points.numKeyedStateEntries()).isZero();
  }

  @Test
  void when_the_worst_close_the_next_ones_are_listed() throws Exception {
    for (int i = 0; i < 20; i++) {
      take(rests(i, i < 10 ? LOWERS : CLOSES));
    }
    settle();
    for (int i = 0; i < 10; i++) {
      take(ends(i));
    }
    settle();

    var last = told().get(1);
    assertThat(last.path("worst")).hasSize(10);
    assertThat(last.path("left_out").asInt()).isZero();
    assertThat(last.at("/worst/0/severity").asText()).isEqualTo("High");
  }

  @Test
  void nothing_is_told_again_when_it_comes_to_the_same() throws Exception {
    take(rests(1, CLOSES));
    take(rests(2, CLOSES));
    settle();

    take(rests(2, LOWERS));
    take(rests(2, CLOSES));
    settle();

    assertThat(told()).hasSize(1);
  }

  @Test
  void without_a_settle_time_every_change_is_told_at_once() throws Exception {
    open(Settings.live().settle(Duration.ZERO).build(), Task.single());

    take(rests(1, CLOSES));
    take(rests(2, CLOSES));
    take(ends(1));

    assertThat(told())
        .extracting(SharedChokePointsTest::status)
        .containsExactly("open", "withdrawn");
    assertThat(points.numProcessingTimeTimers()).isZero();
  }

  @Test
  void what_was_still_to_be_said_is_said_after_a_restart() throws Exception {
    take(rests(1, CLOSES));
    take(rests(2, CLOSES));
    var snapshot = points.snapshot(1, 1);
    open(live(), Task.single().from(snapshot, 1));

    settle();

    assertThat(told()).hasSize(1);
    assertThat(points.numProcessingTimeTimers()).isZero();
  }

  @Test
  void what_was_told_before_a_restart_is_withdrawn_after_it() throws Exception {
    take(rests(1, CLOSES));
    take(rests(2, CLOSES));
    settle();
    var snapshot = points.snapshot(1, 1);
    open(live(), Task.single().from(snapshot, 1));

    take(ends(1));
    settle();

    assertThat(told()).extracting(SharedChokePointsTest::status).containsExactly("withdrawn");
  }

  @Test
  void a_bounded_run_tells_how_it_is_in_the_end_whatever_the_order() throws Exception {
    var changes = new ArrayList<RelianceChange>();
    for (int i = 0; i < 30; i++) {
      changes.add(rests(i, i % 3 == 0 ? LOWERS : CLOSES));
    }
    var shuffled = new ArrayList<>(changes);
    Collections.reverse(shuffled);

    assertThat(bounded(shuffled)).isEqualTo(bounded(changes)).hasSize(1);
  }

  @Test
  void a_bounded_run_in_which_it_ended_tells_nothing() throws Exception {
    assertThat(bounded(List.of(rests(1, CLOSES), rests(2, CLOSES), ends(1)))).isEmpty();
  }

  private List<String> bounded(List<RelianceChange> changes) throws Exception {
    open(Settings.asOf(START.plusSeconds(60)).build(), Task.single());
    for (var change : changes) {
      take(change);
    }
    assertThat(told()).isEmpty();
    points.processWatermark(Watermark.MAX_WATERMARK.getTimestamp());
    assertThat(points.numEventTimeTimers()).isZero();
    return points.extractOutputValues().stream()
        .map(output -> new String(output.json(), UTF_8))
        .collect(Collectors.toList());
  }

  private void settle() throws Exception {
    points.setProcessingTime(points.getProcessingTime() + SETTLE.toMillis());
  }

  private void take(RelianceChange change) throws Exception {
    points.processElement(new StreamRecord<>(change, change.at().toEpochMilli()));
  }

  private List<JsonNode> told() {
    return points.extractOutputValues().stream().map(Revisions::json).collect(Collectors.toList());
  }

  private static String status(JsonNode record) {
    return record.path("status").asText();
  }

  private RelianceChange rests(int number, Effect effect) {
    return change(number, effect, true);
  }

  private RelianceChange ends(int number) {
    return change(number, CLOSES, false);
  }

  private RelianceChange change(int number, Effect effect, boolean holds) {
    var group = resource("security-group/sg-0a1", ResourceType.named("AWS::EC2::SecurityGroup"));
    var exposed = resource(String.format("instance/i-%017x", number), ResourceType.EC2_INSTANCE);
    return new RelianceChange(
        exposed,
        new Reliance(group, "open-security-group", effect),
        holds,
        START.plusMillis(millis++),
        false);
  }

  private static Resource resource(String name, ResourceType type) {
    return Resource.of(
        Arn.of("aws", "ec2", "eu-central-1", "111122223333", name),
        type,
        "111122223333",
        "eu-central-1");
  }

  private void open(Settings settings, Task task) throws Exception {
    points.close();
    points = Harnesses.sharedChokePoints(settings, task);
  }

  private static Settings live() {
    return Settings.live().settle(SETTLE).build();
  }
}
