// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.Severity;
import io.breakwater.response.ticket.TicketPolicy;
import io.breakwater.response.ticket.TicketPolicy.Reopening;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.event.ruler.Machine;

/** Reads and checks a plan, gathering every fault before it gives up. */
final class PlanReader {
  private static final String FORM = "response/plan";
  private static final String DEFAULT_NAME = "breakwater";
  private static final double DEFAULT_PER_SECOND = 10;
  private static final int DEFAULT_AT_ONCE = 10;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration DEFAULT_POLL = Duration.ofMinutes(2);

  /** Matches everything: every notice has a severity. */
  private static final String ANY = "{\"severity\": [{\"exists\": true}]}";

  /** Headers that are for the client to set, or by which requests could be taken for others. */
  private static final Set<String> OF_THE_CLIENT =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final Faults faults = new Faults();
  private final Machine patterns = Machine.builder().build();
  private Document document;

  Plan read(String file, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    document =
        Document.read(file, name -> new ByteArrayInputStream(bytes), FORM, faults).orElse(null);
    failIfFaulty();
    var root = document.root();
    var targets = targets(root.path("targets"));
    var playbooks = playbooks(root.path("playbooks"));
    var routes = routes(root.path("routes"), targets, playbooks.keySet());
    var targetOfRequests = targetOfRequests(root.path("requested").path("target"), targets);
    failIfFaulty();
    return new Plan(
        root.path("version").asText(),
        root.path("name").asText(DEFAULT_NAME),
        root.path("dry-run").asBoolean(),
        root.path("secrets"),
        targets,
        playbooks,
        routes,
        targetOfRequests,
        patterns);
  }

  private void failIfFaulty() {
    if (!faults.found().isEmpty()) {
      throw new PlanException(faults.found());
    }
  }

  private Map<String, TargetPlan> targets(JsonNode nodes) {
    var targets = new LinkedHashMap<String, TargetPlan>();
    for (var entry : nodes.properties()) {
      var node = entry.getValue();
      targets.put(
          entry.getKey(),
          new TargetPlan(
              entry.getKey(),
              node.path("type").asText(),
              node,
              policy(node),
              limits(node.path("rate")),
              duration(node, "timeout", DEFAULT_TIMEOUT),
              duration(node, "poll-every", DEFAULT_POLL)));
    }
    return targets;
  }

  private static Limits limits(JsonNode rate) {
    return new Limits(
        rate.path("per-second").asDouble(DEFAULT_PER_SECOND),
        rate.path("at-once").asInt(DEFAULT_AT_ONCE));
  }

  private Map<String, PlaybookPlan> playbooks(JsonNode nodes) {
    var playbooks = new LinkedHashMap<String, PlaybookPlan>();
    for (var entry : nodes.properties()) {
      var name = entry.getKey();
      var node = entry.getValue();
      endpoint(name, node.path("endpoint"))
          .ifPresent(endpoint -> playbooks.put(name, playbook(name, endpoint, node)));
    }
    return playbooks;
  }

  private PlaybookPlan playbook(String name, URI endpoint, JsonNode node) {
    var playbook =
        PlaybookPlan.of(name, endpoint, node.path("function").asText())
            .limits(limits(node.path("rate")));
    if (node.has("batch")) {
      playbook.batch(node.path("batch").asInt());
    }
    playbook
        .timeout(duration(node, "timeout", playbook.build().timeout()))
        .giveUpAfter(duration(node, "give-up-after", playbook.build().giveUpAfter()));
    for (var header : node.path("headers").properties()) {
      if (OF_THE_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        faults.add(
            document,
            header.getValue(),
            "playbook '" + name + "' sets the header '" + header.getKey() + "', which is not its");
      }
      playbook.header(header.getKey(), header.getValue());
    }
    return playbook.build();
  }

  private Optional<URI> endpoint(String name, JsonNode node) {
    try {
      var endpoint = new URI(node.asText());
      if (endpoint.getHost() != null && endpoint.getRawUserInfo() == null) {
        return Optional.of(endpoint);
      }
    } catch (URISyntaxException e) {
      // Said below, like an address without a host.
    }
    faults.add(
        document,
        node,
        "playbook '" + name + "': '" + node.asText() + "' is no address to send requests to");
    return Optional.empty();
  }

  /** What is only told has nothing of it but how long it is tried, and that beside the rest. */
  private TicketPolicy policy(JsonNode target) {
    var node = target.path("policy");
    var policy =
        TicketPolicy.builder()
            .closesWhatPeopleMoved(node.path("close-what-people-moved").asBoolean())
            .wayToDone(texts(node.path("way-to-done")))
            .wayToOpen(texts(node.path("way-to-open")));
    if (node.path("reopening").asText().equals("new-ticket")) {
      policy.reopening(Reopening.NEW_TICKET);
    }
    policy.mergeWithin(duration(node, "merge-within", Duration.ofMinutes(1)));
    policy.giveUpAfter(
        duration(
            target.has("give-up-after") ? target : node, "give-up-after", Duration.ofHours(24)));
    return policy.build();
  }

  private Duration duration(JsonNode node, String field, Duration fallback) {
    var value = node.path(field);
    return value.isMissingNode()
        ? fallback
        : faults.duration(document, value, field).orElse(fallback);
  }

  private static List<String> texts(JsonNode nodes) {
    var texts = new ArrayList<String>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private List<Route> routes(
      JsonNode nodes, Map<String, TargetPlan> targets, Set<String> playbooks) {
    var keeping = keepingTickets(targets);
    var told = new HashSet<>(targets.keySet());
    told.removeAll(keeping);
    var routes = new ArrayList<Route>();
    var names = new HashSet<String>();
    for (var node : nodes) {
      var name = node.path("name").asText();
      if (!names.add(name)) {
        faults.add(document, node, "route '" + name + "' is there twice");
      }
      if (name.equals(Plan.REQUESTED)) {
        faults.add(document, node, "'" + name + "' is for tickets that people ask for: no route");
      }
      var where = "route '" + name + "': no target ";
      faults.unknown(document, node.path("tickets"), keeping, where + "keeps tickets by the name");
      faults.unknown(
          document, node.path("escalate").path("notify"), told, where + "is told by the name");
      faults.unknown(
          document,
          node.path("playbooks"),
          playbooks,
          "route '" + name + "': no playbook has the name");
      pattern(name, node.path("when"));
      routes.add(
          new Route(
              name,
              texts(node.path("tickets")),
              notifications(node.path("notify"), told, where),
              texts(node.path("playbooks")),
              escalation(node.path("escalate")),
              cap(node.path("storm-cap")),
              node.path("group-by").asText().equals("owner-and-remedy"),
              node.path("continue").asBoolean()));
    }
    return routes;
  }

  private static Set<String> keepingTickets(Map<String, TargetPlan> targets) {
    var keeping = new LinkedHashSet<String>();
    targets.forEach(
        (name, target) -> {
          if (target.keepsTickets()) {
            keeping.add(name);
          }
        });
    return keeping;
  }

  /** The first that keeps tickets unless the plan says which; null where none does. */
  private String targetOfRequests(JsonNode name, Map<String, TargetPlan> targets) {
    var keeping = keepingTickets(targets);
    if (name.isMissingNode()) {
      return keeping.stream().findFirst().orElse(null);
    }
    faults.unknown(document, only(name), keeping, "requested: no target keeps tickets by the name");
    return name.asText();
  }

  private List<Notification> notifications(JsonNode nodes, Set<String> told, String where) {
    var notifications = new ArrayList<Notification>();
    for (var node : nodes) {
      faults.unknown(
          document,
          node.path("target").isTextual() ? only(node.path("target")) : node,
          told,
          where + "is told by the name");
      var quiet = node.path("quiet-hours");
      var digest = node.path("digest");
      notifications.add(
          new Notification(
              node.path("target").asText(),
              kinds(node.path("about")),
              quiet.isMissingNode() ? null : quietHours(quiet),
              digest.isMissingNode()
                  ? null
                  : new DigestTime(zone(digest.path("zone")), time(digest.path("at")))));
    }
    return notifications;
  }

  /** The same, as a list that knows its line. */
  private static JsonNode only(JsonNode node) {
    return JsonNodeFactory.instance.arrayNode().add(node);
  }

  private static Set<MessageKind> kinds(JsonNode about) {
    if (about.isMissingNode()) {
      return EnumSet.of(
          MessageKind.OPENED, MessageKind.ROSE, MessageKind.CLOSED, MessageKind.REOPENED);
    }
    var kinds = EnumSet.noneOf(MessageKind.class);
    about.forEach(kind -> kinds.add(MessageKind.valueOf(upper(kind.asText()))));
    return kinds;
  }

  private QuietHours quietHours(JsonNode node) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    node.path("days").forEach(day -> days.add(DayOfWeek.valueOf(upper(day.asText()))));
    return new QuietHours(
        zone(node.path("zone")),
        time(node.path("from")),
        time(node.path("to")),
        node.path("days").isMissingNode() ? EnumSet.allOf(DayOfWeek.class) : days,
        severities(node.path("except")));
  }

  private ZoneId zone(JsonNode node) {
    try {
      return ZoneId.of(node.asText("UTC"));
    } catch (DateTimeException e) {
      faults.add(document, node, "'" + node.asText() + "' is no time zone such as Europe/Berlin");
      return ZoneOffset.UTC;
    }
  }

  private LocalTime time(JsonNode node) {
    try {
      return LocalTime.parse(node.asText());
    } catch (DateTimeException e) {
      faults.add(document, node, "'" + node.asText() + "' is no time of the day such as 08:00");
      return LocalTime.MIDNIGHT;
    }
  }

  private Escalation escalation(JsonNode node) {
    var after = new EnumMap<Severity, Duration>(Severity.class);
    for (var entry : node.path("after").properties()) {
      faults
          .duration(document, entry.getValue(), "escalate after")
          .ifPresent(time -> after.put(Severity.valueOf(upper(entry.getKey())), time));
    }
    return new Escalation(after, texts(node.path("notify")));
  }

  /** Null for none. */
  private StormCap cap(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    return new StormCap(
        node.path("exposures").asInt(),
        duration(node, "within", Duration.ofHours(1)),
        severities(node.path("except")));
  }

  private static Set<Severity> severities(JsonNode nodes) {
    var severities = EnumSet.noneOf(Severity.class);
    nodes.forEach(node -> severities.add(Severity.valueOf(upper(node.asText()))));
    return severities;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private void pattern(String route, JsonNode pattern) {
    try {
      patterns.addRule(route, pattern.isMissingNode() ? ANY : pattern.toString());
    } catch (IOException | RuntimeException e) {
      faults.add(
          document,
          pattern,
          "route '" + route + "' has a pattern that EventBridge would refuse: " + e.getMessage());
    }
  }
}
