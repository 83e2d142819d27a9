// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.breakwater.demo.server.ServerProcess;
import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.jira.FakeJira;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.SearchLag;
import io.breakwater.fakes.jira.Site;
import io.breakwater.response.fixture.NodeExample;
import io.breakwater.response.fixture.RunningResponse;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.simulation.Notices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job as it is deployed, and a remote function by the SDK for JavaScript as it is published.
 */
final class PlaybookInNodeTest {
  private static final String COMMENT =
      "owners: Belongs to team-payments; runbook: https://wiki.example.com/payments/exposures";

  private final FakeJira jira =
      new FakeJira(Site.standard(), SearchLag.spread(7, Duration.ofMillis(200)));

  @TempDir private Path directory;

  @Test
  void what_it_says_is_on_the_tickets_also_after_it_was_away() throws Exception {
    var example = NodeExample.install(directory);
    try (var server = FakeServer.start(jira, Troubles.none(), Clock.systemUTC());
        var job =
            RunningResponse.start(
                settings(server, example.address(), "PT1H"), Duration.ofMillis(300))) {
      var first = new Notices(Clock.systemUTC(), "exposure-1");
      var second = new Notices(Clock.systemUTC(), "exposure-2");

      ServerProcess playbook = example.start();
      try {
        job.hear(first.create());
        job.await("the comment", () -> isTold(first, COMMENT));
        job.hear(first.anotherTrait());
        job.await("the revision", () -> isTold(first, "New: weakness 2"));
      } finally {
        playbook.close();
      }
      job.hear(second.create());
      job.hear(first.close());
      job.await("the ticket without it", () -> ticket(second).isPresent());
      job.await("the end without it", () -> isTold(first, "It is over."));
      var meanwhile = ticket(second).orElseThrow();
      job.loseTaskManager(0);
      playbook = example.start();
      try {
        job.await("the other comment", () -> isTold(second, COMMENT));
        job.await("its count", () -> isTold(first, "Over after 3 revisions."));
      } finally {
        playbook.close();
      }

      assertThat(meanwhile.comments()).isEmpty();
      assertThat(jira.issues())
          .hasSize(2)
          .allSatisfy(
              issue -> {
                assertThat(issue.description()).contains("Owner: team-payments");
                assertThat(issue.comments())
                    .extracting(Issue.Comment::text)
                    .filteredOn(text -> text.contains(COMMENT))
                    .hasSize(1);
              });
      assertThat(job.deadEnds()).isEmpty();
    }
  }

  @Test
  void what_it_was_not_asked_in_time_is_a_dead_end_and_the_job_goes_on() throws Exception {
    var address = "http://127.0.0.1:" + ServerProcess.freePort() + "/";
    try (var server = FakeServer.start(jira, Troubles.none(), Clock.systemUTC());
        var job =
            RunningResponse.start(settings(server, address, "PT1S"), Duration.ofMillis(300))) {
      job.hear(new Notices(Clock.systemUTC(), "exposure-1").create());
      job.await("what was given up", () -> !job.deadEnds().isEmpty());
      job.hear(new Notices(Clock.systemUTC(), "exposure-2").create());
      job.await("both tickets", () -> jira.issues().size() == 2);

      assertThat(job.deadEnds())
          .extracting(DeadEnd::getReason, end -> end.getReport().getTarget())
          .contains(tuple("given-up", "playbook:owners"));
    }
  }

  private Optional<Issue> ticket(Notices exposure) {
    return jira.issues().stream()
        .filter(issue -> issue.summary().endsWith("(" + exposure.uid() + ")"))
        .findFirst();
  }

  private boolean isTold(Notices exposure, String text) {
    return ticket(exposure)
        .filter(
            issue -> issue.comments().stream().anyMatch(comment -> comment.text().contains(text)))
        .isPresent();
  }

  private static ResponseSettings settings(FakeServer server, String playbook, String patience) {
    return ResponseSettings.of(
        "plan.json",
        """
        {
          "version": "1",
          "targets": {
            "jira": {
              "type": "jira", "url": "%s", "project": "SEC", "email": "%s",
              "token": {"environment": "BREAKWATER_TEST_JIRA_TOKEN"},
              "search-lag": "PT1S", "timeout": "PT5S",
              "policy": {"merge-within": "PT0.1S"}
            }
          },
          "playbooks": {
            "owners": {
              "endpoint": "%s", "function": "example/owner", "timeout": "PT5S",
              "give-up-after": "%s"
            }
          },
          "routes": [{"name": "everything", "tickets": ["jira"], "playbooks": ["owners"]}]
        }
        """
            .formatted(server.uri(), Site.BOT.email(), playbook, patience));
  }
}
