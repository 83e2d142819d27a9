// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import io.breakwater.fakes.FakeService;
import io.breakwater.fakes.Troubles;
import io.breakwater.fakes.jira.FakeJira;
import io.breakwater.fakes.jira.Issue;
import io.breakwater.fakes.jira.SearchLag;
import io.breakwater.fakes.jira.Site;
import io.breakwater.fakes.webhook.WebhookReceiver;
import io.breakwater.response.limit.Backoff;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.PlaybookPlan;
import io.breakwater.response.playbook.Endpoint;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.playbook.PlaybookTerms;
import io.breakwater.response.targets.Done;
import io.breakwater.response.targets.FormerTarget;
import io.breakwater.response.targets.Merging;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.targets.jira.JiraSettings;
import io.breakwater.response.targets.jira.JiraTarget;
import io.breakwater.response.targets.webhook.WebhookSettings;
import io.breakwater.response.targets.webhook.WebhookTarget;
import io.breakwater.response.ticket.TicketPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The job and the Jiras that its tickets are in, on a clock that a test moves. */
public final class Simulation {
  public static final Duration LAG = Duration.ofMinutes(2);

  /** The name of the target that is only told. */
  public static final String PAGER = "pager";

  private static final String SECRET = "a secret that both know";

  private final World world = new World(Instant.parse("2026-11-02T08:00:00Z"));
  private final Map<String, FakeJira> jiras = new LinkedHashMap<>();
  private final Map<String, SimulatedHttp> networks = new LinkedHashMap<>();
  private final Map<String, TicketTarget> targets = new LinkedHashMap<>();
  private final Map<String, Playbook> playbooks = new LinkedHashMap<>();
  private final WebhookReceiver receiver = new WebhookReceiver(SECRET);
  private final SimulatedJob job;
  private boolean dryRun;

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
              SimulatedHttp.TIMEOUT,
              world));
    }
    var pager = new SimulatedHttp(world, receiver, builder.troubles, builder.seed);
    networks.put(PAGER, pager);
    MessageTarget told =
        new WebhookTarget(
            WebhookSettings.of(URI.create("https://pager.example.com/hook")).build(),
            pager,
            () -> CompletableFuture.completedFuture(SECRET),
            world);
    var plan = plan(builder);
    for (var function : builder.functions.entrySet()) {
      var http = new SimulatedHttp(world, function.getValue(), builder.troubles, builder.seed);
      networks.put(function.getKey(), http);
      playbooks.put(function.getKey(), playbook(plan.playbooks().get(function.getKey()), http));
    }
    var random = new SplittableRandom(builder.seed);
    dryRun = builder.dryRun;
    job =
        new SimulatedJob(
            world,
            started ->
                new TestingWorkplace(
                    world,
                    started,
                    random,
                    plan,
                    targets,
                    Map.of(PAGER, new Pager(told, builder.merging, builder.words)),
                    playbooks,
                    builder.policy,
                    dryRun));
  }

  private static Playbook playbook(PlaybookPlan plan, SimulatedHttp http) {
    return new Playbook(
        PlaybookTerms.of(
            plan, new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2)), () -> 0.5),
        new Endpoint(plan.endpoint(), Map.of(), http));
  }

  private static Plan plan(Builder builder) {
    var routes =
        builder.routes == null
            ? "[{\"name\": \"everything\", \"tickets\": "
                + list(builder.names)
                + ", \"playbooks\": "
                + list(builder.functions.keySet())
                + "}]"
            : builder.routes;
    var playbooks =
        builder.functions.keySet().stream()
            .map(
                name ->
                    """
                    "%s": {"endpoint": "https://%s.example.com/statefun", "function": "%s",
                      "batch": 3}\
                    """
                        .formatted(name, name, FakeFunction.TYPE))
            .collect(Collectors.joining(", "));
    var targets = new StringBuilder();
    for (var name : builder.names) {
      targets
          .append("\"" + name + "\": {\"type\": \"jira\", \"url\": \"https://jira.example.com\", ")
          .append("\"project\": \"SEC\", \"email\": \"bot@example.com\", ")
          .append("\"token\": {\"environment\": \"X\"}}, ");
    }
    return Plan.of(
        "plan",
        "{\"version\": \"1\", \"targets\": {"
            + targets
            + "\""
            + PAGER
            + "\": {\"type\": \"webhook\", \"url\": \"https://pager.example.com/hook\","
            + " \"secret\": {\"environment\": \"X\"}}}, \"playbooks\": {"
            + playbooks
            + "}, \"routes\": "
            + routes
            + "}");
  }

  private static String list(Collection<String> names) {
    return names.stream()
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
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

  /** The job is stopped with a snapshot, and started from it to do what it says. */
  public void endDryRun() {
    dryRun = false;
    job.takeCheckpoint();
    job.fail();
    world.pass(Duration.ofMinutes(1));
  }

  /** The plan is another one from now on, without this target. */
  public void takeTargetOutOfPlan(String target) {
    targets.put(target, new FormerTarget(target));
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

  /** What the pager was told, as kind and text. */
  public List<String> told() {
    return receiver.distinct().stream()
        .map(delivery -> delivery.call().json().orElseThrow())
        .map(json -> json.path("kind").asText() + ": " + json.path("text").asText())
        .toList();
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
    private String routes;
    private Merging merging = Merging.NOTHING;
    private boolean words = true;
    private long seed = 1;
    private boolean dryRun;

    private Builder() {}

    public Builder jiras(String... values) {
      names = List.of(values);
      return this;
    }

    /** Has each exposure told to this function, unless routes say else. */
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

    /** In the form of the plan, in place of one that gives everything a ticket everywhere. */
    public Builder routes(String json) {
      routes = json;
      return this;
    }

    /** The pager is for people, who are told what was held back as one message. */
    public Builder forPeople() {
      merging = Merging.WHAT_WAS_HELD;
      return this;
    }

    /** The pager takes what is about one exposure, and nothing else. */
    public Builder withoutWords() {
      words = false;
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

  /** A webhook, for people or for machines. */
  private record Pager(MessageTarget target, Merging merging, boolean takesWords)
      implements MessageTarget {
    @Override
    public CompletableFuture<Outcome<Done>> send(Message message) {
      return target.send(message);
    }

    @Override
    public boolean knowsRepeats() {
      return target.knowsRepeats();
    }

    @Override
    public boolean handsOnRecords() {
      return merging == Merging.NOTHING && target.handsOnRecords();
    }
  }
}
