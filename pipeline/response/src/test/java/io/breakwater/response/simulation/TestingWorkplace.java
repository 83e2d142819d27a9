// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import io.breakwater.response.function.Workplace;
import io.breakwater.response.limit.Backoff;
import io.breakwater.response.limit.Limits;
import io.breakwater.response.message.Notice;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.Route;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.Terms;
import io.breakwater.response.ticket.TicketPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** The routes of a plan, and targets of a simulation. */
public record TestingWorkplace(
    Clock clock,
    Instant started,
    SplittableRandom random,
    Plan plan,
    Map<String, TicketTarget> tickets,
    Map<String, MessageTarget> messages,
    Map<String, Playbook> playbooks,
    TicketPolicy policy,
    boolean isDryRun)
    implements Workplace {
  /** Every exposure has a ticket in one target. */
  public static TestingWorkplace of(
      Clock clock, Instant started, SplittableRandom random, String name, TicketTarget target) {
    return of(clock, started, random, name, target, TicketPolicy.builder().build());
  }

  /** The same, but for how tickets are kept. */
  public static TestingWorkplace of(
      Clock clock,
      Instant started,
      SplittableRandom random,
      String name,
      TicketTarget target,
      TicketPolicy policy) {
    var everything = "{\"name\": \"everything\", \"tickets\": [\"%s\"]}".formatted(name);
    return of(clock, started, random, name, target, policy, everything);
  }

  /**
   * The same, but for which exposures have one.
   *
   * @param routes in the form of the plan; empty for none
   */
  static TestingWorkplace of(
      Clock clock,
      Instant started,
      SplittableRandom random,
      String name,
      TicketTarget target,
      TicketPolicy policy,
      String routes) {
    var plan =
        Plan.of(
            "plan",
            """
            {"version": "1",
             "targets": {"%s": {"type": "jira", "url": "https://jira.example.com",
               "project": "SEC", "email": "bot@example.com", "token": {"environment": "X"}}},
             "routes": [%s]}
            """
                .formatted(name, routes));
    return new TestingWorkplace(
        clock, started, random, plan, Map.of(name, target), Map.of(), Map.of(), policy, false);
  }

  @Override
  public DoubleSupplier chance() {
    return random::nextDouble;
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

  /** One that tests can read. */
  @Override
  public String keyOf(String uid) {
    return "bw-" + (uid.matches("[\\w-]+") ? uid : Integer.toHexString(uid.hashCode()));
  }

  @Override
  public TicketTarget target(String name) {
    return tickets.get(name);
  }

  @Override
  public MessageTarget messages(String name) {
    return messages.get(name);
  }

  @Override
  public Duration giveUpAfter(String target) {
    return policy.giveUpAfter();
  }

  @Override
  public Terms terms(String target, String route) {
    return new Terms(
        policy,
        started,
        tickets.get(target).settling(),
        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2)),
        chance(),
        severity -> plan.route(route).flatMap(found -> found.escalation().after(severity)));
  }

  @Override
  public Limits limits(String target) {
    return new Limits(20, 10);
  }

  @Override
  public Duration pollEvery(String target) {
    return Duration.ofMinutes(1);
  }

  @Override
  public Optional<Playbook> playbook(String name) {
    return Optional.ofNullable(playbooks.get(name));
  }
}
