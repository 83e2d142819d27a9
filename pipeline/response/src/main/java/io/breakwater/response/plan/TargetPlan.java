// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.limit.Limits;
import io.breakwater.response.ticket.TicketPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** One target as the plan has it. */
public final class TargetPlan {
  private static final Set<String> TICKETS = Set.of("jira", "servicenow");

  private final String name;
  private final String type;
  private final JsonNode settings;
  private final TicketPolicy policy;
  private final Limits limits;
  private final Duration timeout;
  private final Duration pollEvery;

  TargetPlan(
      String name,
      String type,
      JsonNode settings,
      TicketPolicy policy,
      Limits limits,
      Duration timeout,
      Duration pollEvery) {
    this.name = Objects.requireNonNull(name);
    this.type = Objects.requireNonNull(type);
    this.settings = Objects.requireNonNull(settings);
    this.policy = Objects.requireNonNull(policy);
    this.limits = Objects.requireNonNull(limits);
    this.timeout = Objects.requireNonNull(timeout);
    this.pollEvery = Objects.requireNonNull(pollEvery);
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  /** Whether it keeps tickets; else it is only told. */
  public boolean keepsTickets() {
    return TICKETS.contains(type);
  }

  /** What else is set of it, in the form of its type. */
  public JsonNode settings() {
    return settings;
  }

  public TicketPolicy policy() {
    return policy;
  }

  public Limits limits() {
    return limits;
  }

  /** For a call from its beginning to its answer. */
  public Duration timeout() {
    return timeout;
  }

  /** How often to look what people have changed. */
  public Duration pollEvery() {
    return pollEvery;
  }
}
