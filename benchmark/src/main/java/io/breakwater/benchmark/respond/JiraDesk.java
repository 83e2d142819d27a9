// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.fakes.jira.FakeJira;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.SearchLag;
import io.breakwater.fakes.jira.Site;
import io.breakwater.fakes.jira.Workflow;
import io.breakwater.fakes.jira.Workflow.Category;
import io.breakwater.fakes.jira.Workflow.Status;
import io.breakwater.fakes.jira.Workflow.Transition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Jira, whose search is late and whose workflow does not let every ticket be closed. */
final class JiraDesk extends Desk {
  private static final String TOKEN = "BREAKWATER_FAKE_JIRA_TOKEN";

  private final RespondPlan plan;
  private final FakeJira jira;

  private JiraDesk(RespondPlan plan, FakeJira jira) {
    super(jira, plan);
    this.plan = plan;
    this.jira = jira;
  }

  static JiraDesk of(RespondPlan plan) {
    var workflow =
        new Workflow(
            List.of(new Status("1", "To Do", Category.NEW), new Status("2", "Done", Category.DONE)),
            List.of(
                Transition.of("11", "Reopen", Set.of("2"), "1"),
                Transition.of("21", "Close", Set.of("1"), "2").forbiddenFor(plan.forbidden())));
    return new JiraDesk(
        plan,
        new FakeJira(
            Site.builder().workflow(workflow).build(),
            SearchLag.spread(plan.seed(), RespondPlan.SEARCH_LAG)));
  }

  @Override
  String name() {
    return "jira";
  }

  @Override
  JsonNode target() {
    return new ObjectMapper()
        .valueToTree(
            Map.of(
                "type", "jira",
                "url", uri(),
                "project", "SEC",
                "email", Site.BOT.email(),
                "token", Map.of("environment", TOKEN),
                "search-lag", RespondPlan.SEARCH_LAG.toString(),
                "timeout", RespondPlan.TIMEOUT.toString(),
                "rate", rate(plan),
                "policy", Map.of("merge-within", "PT1S")));
  }

  @Override
  Map<String, String> environment() {
    return Map.of(TOKEN, Site.BOT.token());
  }

  @Override
  long changes() {
    return jira.issues().stream()
        .mapToLong(issue -> 1L + issue.comments().size() + issue.history().size())
        .sum();
  }

  @Override
  List<Ticket> tickets() {
    return jira.issues().stream()
        .map(
            issue ->
                new Ticket(
                    issue.key(),
                    resourceOf(issue.summary()),
                    issue.description(),
                    issue.statusCategory().equals("done"),
                    issue.comments().stream().map(Issue.Comment::text).toList()))
        .toList();
  }
}
