// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.connect.Connections;
import io.breakwater.response.limit.Backoff;
import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Notice;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.Route;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.playbook.PlaybookTerms;
import io.breakwater.response.targets.FormerTarget;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.Terms;
import io.breakwater.response.ticket.TicketPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** As the plan says, with the targets that it names. */
final class LiveWorkplace implements Workplace {
  private static final Duration BACKOFF_MOST = Duration.ofMinutes(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), BACKOFF_MOST);

  /**
   * Of what the plan does not have any more: nothing is asked of it but what is refused at once.
   */
  private static final Limits OF_FORMER = new Limits(100, 10);

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

  @Override
  public List<Route> routesOf(Notice notice) {
    return plan.routesOf(notice);
  }

  @Override
  public Optional<Route> route(String name) {
    return plan.route(name);
  }

  @Override
  public Optional<String> targetOfRequests() {
    return plan.targetOfRequests();
  }

  @Override
  public String keyOf(String uid) {
    return plan.keyOf(uid);
  }

  @Override
  public MessageTarget messages(String name) {
    return planned(name).filter(target -> !target.keepsTickets()).isPresent()
        ? connections.messages(name)
        : new FormerTarget(name);
  }

  @Override
  public Duration giveUpAfter(String target) {
    return policy(target).giveUpAfter();
  }

  @Override
  public TicketTarget target(String name) {
    return planned(name).filter(TargetPlan::keepsTickets).isPresent()
        ? connections.tickets(name)
        : new FormerTarget(name);
  }

  @Override
  public Terms terms(String target, String route) {
    return new Terms(
        policy(target),
        started,
        target(target).settling(),
        BACKOFF,
        chance(),
        severity -> plan.route(route).flatMap(found -> found.escalation().after(severity)));
  }

  @Override
  public Limits limits(String target) {
    return target.startsWith(Functions.OF_PLAYBOOK)
        ? limitsOfPlaybook(target.substring(Functions.OF_PLAYBOOK.length()))
        : planned(target).map(TargetPlan::limits).orElse(OF_FORMER);
  }

  /** Empty where an earlier plan had it. */
  private Optional<TargetPlan> planned(String target) {
    return Optional.ofNullable(plan.targets().get(target));
  }

  private TicketPolicy policy(String target) {
    return planned(target).map(TargetPlan::policy).orElseGet(() -> TicketPolicy.builder().build());
  }

  private Limits limitsOfPlaybook(String name) {
    var playbook = plan.playbooks().get(name);
    return playbook == null ? OF_FORMER : playbook.limits();
  }

  @Override
  public Optional<Playbook> playbook(String name) {
    return Optional.ofNullable(plan.playbooks().get(name))
        .map(
            playbook ->
                new Playbook(
                    PlaybookTerms.of(playbook, BACKOFF, chance()), connections.endpoint(name)));
  }

  @Override
  public Duration pollEvery(String target) {
    return planned(target).map(TargetPlan::pollEvery).orElse(BACKOFF_MOST);
  }
}
