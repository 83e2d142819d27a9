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
import io.breakwater.response.fixture.RunningResponse;
import io.breakwater.response.message.Severity;
import io.breakwater.response.simulation.Notices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  private long withPriority(String name) {
    return jira.issues().stream().filter(issue -> issue.priority().equals(name)).count();
  }

  private long done() {
    return jira.issues().stream().filter(issue -> issue.statusCategory().equals("done")).count();
  }

  private static ResponseSettings settings(FakeServer server) {
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
          "routes": [{"name": "everything", "tickets": ["jira"]}]
        }
        """
            .formatted(server.uri(), Site.BOT.email()));
  }
}
