// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.jira.FakeJira;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.SearchLag;
import io.breakwater.fakes.jira.Site;
import io.breakwater.response.fixture.Collecting;
import io.breakwater.response.fixture.Feed;
import io.breakwater.response.fixture.RunningResponse;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Notices;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job as it is deployed, against a Jira behind HTTP. */
final class ResponseJobTest {
  private static final int EXPOSURES = 30;

  private final FakeJira jira =
      new FakeJira(Site.standard(), SearchLag.spread(7, Duration.ofSeconds(1)));

  @Test
  void tickets_follow_exposures_while_task_managers_are_lost() throws Exception {
    var troubles =
        Troubles.seeded(
                7,
                Map.of(
                    Trouble.THROTTLED, 0.02,
                    Trouble.ERROR_BEFORE, 0.02,
                    Trouble.ERROR_AFTER, 0.02,
                    Trouble.LOST_ANSWER, 0.03))
            .withRetryAfter(Duration.ofSeconds(1));
    try (var server = FakeServer.start(jira, troubles, Clock.systemUTC());
        var job = RunningResponse.start(settings(server), Duration.ofMillis(300))) {
      var all = new ArrayList<Notices>();
      for (int i = 0; i < EXPOSURES; i++) {
        all.add(new Notices(Clock.systemUTC(), "exposure-" + i));
      }

      all.forEach(exposure -> job.hear(exposure.create()));
      job.await("half of the tickets", () -> jira.issues().size() >= EXPOSURES / 2);
      job.loseTaskManager(0);
      job.await("all tickets", () -> jira.issues().size() >= EXPOSURES);
      all.forEach(exposure -> job.hear(exposure.severity(Severity.CRITICAL)));
      job.await("half of the rises", () -> withPriority("Highest") >= EXPOSURES / 2);
      job.loseTaskManager(1);
      job.await("all rises", () -> withPriority("Highest") == EXPOSURES);
      all.forEach(exposure -> job.hear(exposure.close()));
      job.await("all closings", () -> done() == EXPOSURES);
      job.hear("not JSON".getBytes(StandardCharsets.UTF_8));
      job.await("the record that cannot be read", () -> !job.deadEnds().isEmpty());

      assertThat(jira.issues()).hasSize(EXPOSURES);
      assertThat(jira.issues())
          .allSatisfy(
              issue ->
                  assertThat(issue.comments())
                      .extracting(Issue.Comment::text)
                      .map(String::strip)
                      .containsExactly(
                          "The severity rose from Medium to Critical.",
                          "It is over. It was fixed in episode 1."));
      assertThat(job.deadEnds().get(0).getDetail()).isEqualTo("not JSON");
    }
  }

  @Test
  void one_that_was_put_together_anew_goes_on_from_a_savepoint(@TempDir Path savepoints)
      throws Exception {
    try (var server = FakeServer.start(jira, Troubles.none(), Clock.systemUTC());
        var job = RunningResponse.start(settings(server), Duration.ofMillis(300))) {
      var exposure = new Notices(Clock.systemUTC(), "exposure-1");
      job.hear(exposure.create());
      job.await("the ticket", () -> jira.issues().size() == 1);
      job.replace(settings(server), savepoints);
      job.hear(exposure.close());
      job.await("its closing", () -> done() == 1);

      assertThat(jira.issues()).hasSize(1);
    }
  }

  @Test
  void what_people_ask_for_and_say_is_on_the_ticket_once_though_the_job_goes_on_from_a_savepoint(
      @TempDir Path savepoints) throws Exception {
    try (var server = FakeServer.start(jira, Troubles.none(), Clock.systemUTC());
        var job = RunningResponse.start(settings(server, ""), Duration.ofMillis(300))) {
      var exposure = new Notices(Clock.systemUTC(), "exposure-1");
      job.hear(exposure.create());
      exposure.comment("kim@example.com", "Whose is it?");
      job.hear(exposure.ticketRequested("kim@example.com"));
      job.await("the ticket", () -> jira.issues().size() == 1);
      job.await("the first comment", () -> comments().size() == 1);
      job.replace(settings(server, ""), savepoints);
      job.hear(exposure.comment("jo@example.com", "Ours."));
      job.await("the second comment", () -> comments().size() == 2);
      job.hear(exposure.close());
      job.await("its closing", () -> done() == 1);

      assertThat(jira.issues().get(0).description()).contains("asked for by kim@example.com");
      assertThat(comments())
          .containsExactly(
              "kim@example.com: Whose is it?",
              "jo@example.com: Ours.",
              "It is over. It was fixed in episode 1.");
    }
  }

  private List<String> comments() {
    return jira.issues().stream()
        .flatMap(issue -> issue.comments().stream())
        .map(comment -> comment.text().strip())
        .collect(Collectors.toList());
  }

  @Test
  void each_job_has_a_way_back_of_its_own() {
    try (var server = FakeServer.start(jira, Troubles.none(), Clock.systemUTC())) {
      var one = wayBack(settings(server));
      var other = wayBack(settings(server));

      assertThat(one).hasSize(1).doesNotContainAnyElementsOf(other);
    }
  }

  /** By which messages find their way back: without the number that a process counts by. */
  private static Set<String> wayBack(ResponseSettings settings) {
    try (var feed = new Feed();
        var sinks = new Collecting()) {
      var env = StreamExecutionEnvironment.getExecutionEnvironment();
      ResponseJob.build(env, feed, sinks, settings);
      return env.getStreamGraph().getStreamNodes().stream()
          .map(StreamNode::getCoLocationGroup)
          .filter(Objects::nonNull)
          .map(group -> group.substring(0, group.lastIndexOf('/')))
          .collect(Collectors.toSet());
    }
  }

  private long withPriority(String name) {
    return jira.issues().stream().filter(issue -> issue.priority().equals(name)).count();
  }

  private long done() {
    return jira.issues().stream().filter(issue -> issue.statusCategory().equals("done")).count();
  }

  private static ResponseSettings settings(FakeServer server) {
    return settings(server, "{\"name\": \"everything\", \"tickets\": [\"jira\"]}");
  }

  /**
   * @param routes of the plan; empty for none
   */
  private static ResponseSettings settings(FakeServer server, String routes) {
    return ResponseSettings.of(
        "plan.json",
        """
        {
          "version": "1",
          "targets": {
            "jira": {
              "type": "jira", "url": "%s", "project": "SEC", "email": "%s",
              "token": {"environment": "BREAKWATER_TEST_JIRA_TOKEN"},
              "search-lag": "PT1S", "timeout": "PT2S",
              "rate": {"per-second": 500, "at-once": 20},
              "policy": {"merge-within": "PT0.1S"}
            }
          },
          "routes": [%s]
        }
        """
            .formatted(server.uri(), Site.BOT.email(), routes));
  }
}
