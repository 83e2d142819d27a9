// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.hash.Sha256;
import io.breakwater.response.message.Kind;
import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.event.ruler.Machine;

/**
 * Who is told of what, and how. The form is {@code schemas/response/plan.schema.json}.
 *
 * <p>Matching is for one thread.
 */
public final class Plan {
  /** In place of the name of a route, of tickets that no route led to but somebody asked for. */
  public static final String REQUESTED = "requested";

  private final String version;
  private final String name;
  private final boolean dryRun;
  private final JsonNode secrets;
  private final Map<String, TargetPlan> targets;
  private final Map<String, PlaybookPlan> playbooks;
  private final List<Route> routes;
  private final String targetOfRequests;
  private final Machine patterns;

  /**
   * @param targetOfRequests null where no target keeps tickets
   */
  Plan(
      String version,
      String name,
      boolean dryRun,
      JsonNode secrets,
      Map<String, TargetPlan> targets,
      Map<String, PlaybookPlan> playbooks,
      List<Route> routes,
      String targetOfRequests,
      Machine patterns) {
    this.version = Objects.requireNonNull(version);
    this.name = Objects.requireNonNull(name);
    this.dryRun = dryRun;
    this.secrets = Objects.requireNonNull(secrets);
    this.targets = Collections.unmodifiableMap(targets);
    this.playbooks = Collections.unmodifiableMap(playbooks);
    this.routes = List.copyOf(routes);
    this.targetOfRequests = targetOfRequests;
    this.patterns = Objects.requireNonNull(patterns);
  }

  /**
   * Reads and checks a plan.
   *
   * @param file its name, for faults
   * @throws PlanException naming every fault
   */
  public static Plan of(String file, String text) {
    return new PlanReader().read(file, text);
  }

  public String version() {
    return version;
  }

  /** Of this installation. */
  public String name() {
    return name;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  /** What is set of Secrets Manager, in the form of the plan; missing for nothing. */
  public JsonNode secrets() {
    return secrets;
  }

  public Map<String, TargetPlan> targets() {
    return targets;
  }

  public List<Route> routes() {
    return routes;
  }

  /** Where tickets are kept that somebody asked for; empty where no target keeps any. */
  public Optional<String> targetOfRequests() {
    return Optional.ofNullable(targetOfRequests);
  }

  public Map<String, PlaybookPlan> playbooks() {
    return playbooks;
  }

  /** A route by its name; empty where an earlier plan had it. */
  public Optional<Route> route(String name) {
    return routes.stream().filter(route -> route.name().equals(name)).findFirst();
  }

  /** The routes that a notice takes, in their order. */
  public List<Route> routesOf(Notice notice) {
    var matching = new HashSet<>(patterns.rulesForJSONEvent(event(notice)));
    var taken = new ArrayList<Route>();
    for (var route : routes) {
      if (matching.contains(route.name())) {
        taken.add(route);
        if (!route.continues()) {
          break;
        }
      }
    }
    return taken;
  }

  /**
   * By which the tickets of an exposure are found again in any target; the same for ever, and
   * another one in another installation. A number follows for each ticket.
   */
  public String keyOf(String uid) {
    return "bw-" + Sha256.identity(name, uid);
  }

  /** A notice as patterns see it. */
  private static ObjectNode event(Notice notice) {
    var subject = notice.getSubject();
    var event = JsonNodeFactory.instance.objectNode();
    event
        .put("kind", notice.getKind() == Kind.CERTIFICATE ? "certificate" : "exposure")
        .put("uid", notice.getUid())
        .put("severity", Change.label(notice.getSeverity()))
        .put("title", notice.getTitle())
        .put("type", notice.getType())
        .put("rule", notice.getRule())
        .put("account", subject.getAccount())
        .put("region", subject.getRegion())
        .put("partition", subject.getPartition())
        .put("resource-type", subject.getType())
        .put("resource", subject.getArn());
    if (!subject.getOwner().isEmpty()) {
      event.put("owner", subject.getOwner());
    }
    var traits = event.putArray("trait");
    notice.getTraitsList().forEach(traits::add);
    var tags = event.putObject("tags");
    subject.getTagsMap().forEach(tags::put);
    if (notice.hasCertificate()) {
      event
          .put("certificate-state", notice.getCertificate().getState())
          .put("days-left", notice.getCertificate().getDaysLeft());
    }
    return event;
  }
}
