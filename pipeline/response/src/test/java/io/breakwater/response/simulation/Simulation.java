// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.jira.FakeJira;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.SearchLag;
import io.breakwater.fakes.jira.Site;
import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report;
import io.breakwater.response.plan.PlaybookPlan;
import io.breakwater.response.playbook.Endpoint;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.playbook.PlaybookTerms;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.targets.jira.JiraSettings;
import io.breakwater.response.targets.jira.JiraTarget;
import io.breakwater.response.ticket.Backoff;
import io.breakwater.response.ticket.TicketPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The job and the Jiras that its tickets are in, on a clock that a test moves. */
public final class Simulation {
  public static final Duration LAG = Duration.ofMinutes(2);

  private final World world = new World(Instant.parse("2026-11-02T08:00:00Z"));
  private final Map<String, FakeJira> jiras = new LinkedHashMap<>();
  private final Map<String, SimulatedHttp> networks = new LinkedHashMap<>();
  private final Map<String, TicketTarget> targets = new LinkedHashMap<>();
  private final Map<String, Playbook> playbooks = new LinkedHashMap<>();
  private final SimulatedJob job;

  private Simulation(Builder builder) {
    for (var name : builder.names) {
      var jira = new FakeJira(builder.site, SearchLag.spread(builder.seed, LAG));
      var http = new SimulatedHttp(world, jira, builder.troubles, builder.seed);
      jiras.put(name, jira);
      networks.put(name, http);
      targets.put(
          name,
          new JiraTarget(
              builder
                  .settings
                  .apply(JiraSettings.of(URI.create("https://jira.example.com"), "SEC"))
                  .searchLag(LAG)
                  .build(),
              http,
              () -> CompletableFuture.completedFuture(basic()),
              SimulatedHttp.TIMEOUT));
    }
    for (var function : builder.functions.entrySet()) {
      var http = new SimulatedHttp(world, function.getValue(), builder.troubles, builder.seed);
      networks.put(function.getKey(), http);
      playbooks.put(function.getKey(), playbook(function.getKey(), http));
    }
    var policy = builder.policy;
    var random = new SplittableRandom(builder.seed);
    job =
        new SimulatedJob(
            world,
            started ->
                new TestingWorkplace(
                    world,
                    started,
                    random,
                    targets,
                    policy,
                    new Limits(20, 10),
                    playbooks,
                    builder.dryRun));
  }

  private static Playbook playbook(String name, SimulatedHttp http) {
    var endpoint = URI.create("https://" + name + ".example.com/statefun");
    return new Playbook(
        PlaybookTerms.of(
            PlaybookPlan.of(name, endpoint, FakeFunction.TYPE).batch(3).build(),
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2)),
            () -> 0.5),
        new Endpoint(endpoint, Map.of(), http));
  }

  public static Builder builder() {
    return new Builder();
  }

  private static String basic() {
    var account = Site.BOT.email() + ":" + Site.BOT.token();
    return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
  }

  public World world() {
    return world;
  }

  public SimulatedJob job() {
    return job;
  }

  /** The only one. */
  public FakeJira jira() {
    return jiras.values().iterator().next();
  }

  public FakeJira jira(String name) {
    return jiras.get(name);
  }

  public SimulatedHttp network(String name) {
    return networks.get(name);
  }

  /** The plan is another one from now on, without this playbook. */
  public void takeOutOfPlan(String playbook) {
    playbooks.remove(playbook);
  }

  public Notices exposure(String uid) {
    return new Notices(world, uid);
  }

  /** A revision comes in, and the job does what it has to; time passes over it. */
  public void hear(Notice notice) {
    job.arrive(notice);
    world.pass(Duration.ofMinutes(5));
  }

  /** The only ticket. */
  public Issue ticket() {
    var issues = jira().issues();
    if (issues.size() != 1) {
      throw new AssertionError("there are " + issues.size() + " tickets");
    }
    return issues.get(0);
  }

  public List<String> comments() {
    return comments(ticket());
  }

  public static List<String> comments(Issue issue) {
    return issue.comments().stream().map(comment -> comment.text().strip()).toList();
  }

  public List<Report.What> reported() {
    return job.reports().stream().map(Report::getWhat).toList();
  }

  /** Starts from one Jira that behaves. */
  public static final class Builder {
    private List<String> names = List.of("jira");
    private Site site = Site.standard();
    private final Map<String, FakeService> functions = new LinkedHashMap<>();
    private Troubles troubles = Troubles.none();
    private TicketPolicy policy = TicketPolicy.builder().build();
    private UnaryOperator<JiraSettings.Builder> settings = UnaryOperator.identity();
    private long seed = 1;
    private boolean dryRun;

    private Builder() {}

    public Builder jiras(String... values) {
      names = List.of(values);
      return this;
    }

    /** Has each exposure told to this function. */
    public Builder playbook(String name, FakeService function) {
      functions.put(name, function);
      return this;
    }

    public Builder site(Site value) {
      site = value;
      return this;
    }

    public Builder troubles(Troubles value) {
      troubles = value;
      return this;
    }

    public Builder policy(TicketPolicy.Builder value) {
      policy = value.build();
      return this;
    }

    public Builder settings(UnaryOperator<JiraSettings.Builder> value) {
      settings = value;
      return this;
    }

    public Builder seed(long value) {
      seed = value;
      return this;
    }

    public Builder dryRun() {
      dryRun = true;
      return this;
    }

    public Simulation build() {
      return new Simulation(this);
    }
  }
}
