// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import io.breakwater.fakes.FakeServer;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.jira.FakeJira;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.SearchLag;
import io.breakwater.fakes.jira.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Stand-ins for the systems that tickets are kept in, on this machine, and a plan that uses them.
 */
public final class FakeTargets implements AutoCloseable {
  private static final String TOKEN = "BREAKWATER_FAKE_JIRA_TOKEN";
  private static final Duration SEARCH_LAG = Duration.ofSeconds(1);

  private final FakeJira jira;
  private final FakeServer server;

  private FakeTargets(FakeJira jira, FakeServer server) {
    this.jira = jira;
    this.server = server;
  }

  public static FakeTargets start() throws IOException {
    System.setProperty(TOKEN, Site.BOT.token());
    var jira = new FakeJira(Site.standard(), SearchLag.spread(1, SEARCH_LAG));
    return new FakeTargets(jira, FakeServer.start(jira, Troubles.none(), Clock.systemUTC()));
  }

  /** Where they are, for people. */
  public String where() {
    return "A stand-in for Jira is at " + server.uri();
  }

  public String plan() {
    try (var stream = FakeTargets.class.getResourceAsStream("/respond/fake-plan.json")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("\"JIRA\"", "\"" + server.uri() + "\"");
    } catch (IOException e) {
      throw new IllegalStateException("the plan for the stand-ins cannot be read", e);
    }
  }

  /** All tickets, in the order in which they were made. */
  public List<Issue> tickets() {
    return jira.issues();
  }

  @Override
  public void close() {
    server.close();
  }
}
