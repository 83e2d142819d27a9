// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.Notice;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.playbook.PlaybookTerms;
import io.breakwater.response.targets.Connections;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.Backoff;
import io.breakwater.response.ticket.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** As the plan says, with the targets that it names. */
final class LiveWorkplace implements Workplace {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  private final Plan plan;
  private final Connections connections;
  private final Clock clock;
  private final Instant started;
  private final boolean dryRun;

  LiveWorkplace(Plan plan, Connections connections, Clock clock, Instant started, boolean dryRun) {
    this.plan = plan;
    this.connections = connections;
    this.clock = clock;
    this.started = started;
    this.dryRun = dryRun;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public DoubleSupplier chance() {
    return () -> ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public boolean isDryRun() {
    return dryRun;
  }

  /** One in each target: the first route that names a target is the one it is kept by. */
  @Override
  public List<Assignment> assignments(Notice notice) {
    var tickets = new LinkedHashMap<String, Assignment>();
    for (var route : plan.routesOf(notice)) {
      for (var target : route.tickets()) {
        tickets.putIfAbsent(
            target,
            Assignment.newBuilder()
                .setTarget(target)
                .setRoute(route.name())
                .setKey(plan.keyOf(notice.getUid()))
                .setOrdinal(1)
                .build());
      }
    }
    return List.copyOf(tickets.values());
  }

  @Override
  public TicketTarget target(String name) {
    return connections.target(name);
  }

  @Override
  public Terms terms(String target, String route) {
    var settings = plan.targets().get(target);
    return new Terms(
        settings.policy(), started, connections.target(target).settling(), BACKOFF, chance());
  }

  @Override
  public Limits limits(String target) {
    return target.startsWith(Functions.OF_PLAYBOOK)
        ? limitsOfPlaybook(target.substring(Functions.OF_PLAYBOOK.length()))
        : plan.targets().get(target).limits();
  }

  /** Whatever, where the plan does not have it any more: nothing is asked of it. */
  private Limits limitsOfPlaybook(String name) {
    var playbook = plan.playbooks().get(name);
    return playbook == null ? new Limits(1, 1) : playbook.limits();
  }

  @Override
  public List<String> playbooks(Notice notice) {
    return plan.routesOf(notice).stream()
        .flatMap(route -> route.playbooks().stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  @Override
  public Optional<Playbook> playbook(String name) {
    return Optional.ofNullable(plan.playbooks().get(name))
        .map(
            playbook ->
                new Playbook(
                    PlaybookTerms.of(playbook, BACKOFF, chance()), connections.endpoint(name)));
  }
}
