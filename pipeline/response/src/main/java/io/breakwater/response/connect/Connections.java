// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import io.breakwater.response.http.JdkHttp;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.PlaybookPlan;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.playbook.Endpoint;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.targets.MessageTarget;
import io.breakwater.response.targets.TicketTarget;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The targets of a plan, each connected to when it is first asked for. Not for several threads. */
public final class Connections implements AutoCloseable {
  private final Plan plan;
  private final Clock clock;
  private final Map<String, TicketTarget> tickets = new HashMap<>();
  private final Map<String, MessageTarget> messages = new HashMap<>();
  private final AwsConnections aws = new AwsConnections();
  private final PlannedSecrets secrets;
  private final Map<String, Endpoint> endpoints = new HashMap<>();

  public Connections(Plan plan, Clock clock) {
    this.plan = plan;
    this.clock = clock;
    this.secrets = new PlannedSecrets(plan.secrets(), aws, clock);
  }

  /** A target that keeps tickets, by the name that it has in the plan. */
  public TicketTarget tickets(String name) {
    return tickets.computeIfAbsent(name, this::ticketTarget);
  }

  /** A target that is only told, by the name that it has in the plan. */
  public MessageTarget messages(String name) {
    return messages.computeIfAbsent(name, this::messageTarget);
  }

  /** Where a playbook of the plan is served, by the name that it has there. */
  public Endpoint endpoint(String playbook) {
    return endpoints.computeIfAbsent(playbook, name -> endpointOf(plan.playbooks().get(name)));
  }

  private Endpoint endpointOf(PlaybookPlan playbook) {
    var headers = new LinkedHashMap<String, Secret>();
    playbook.headers().forEach((name, where) -> headers.put(name, secrets.of(where)));
    return new Endpoint(playbook.endpoint(), headers, new JdkHttp(playbook.timeout()));
  }

  private TicketTarget ticketTarget(String name) {
    var target = planned(name);
    switch (target.type()) {
      case "jira":
        return PlannedJira.connect(
            target, plan.name(), new JdkHttp(target.timeout()), secrets, clock);
      case "servicenow":
        return PlannedServiceNow.connect(target, new JdkHttp(target.timeout()), secrets, clock);
      default:
        throw unknown(target);
    }
  }

  private MessageTarget messageTarget(String name) {
    var target = planned(name);
    switch (target.type()) {
      case "webhook":
        return PlannedWebhook.connect(target, new JdkHttp(target.timeout()), secrets, clock);
      case "splunk":
        return PlannedSplunk.connect(target, new JdkHttp(target.timeout()), secrets);
      case "sns":
        return PlannedSns.connect(target, aws);
      case "securityhub":
        return PlannedSecurityHub.connect(target, aws);
      default:
        throw unknown(target);
    }
  }

  private TargetPlan planned(String name) {
    var target = plan.targets().get(name);
    if (target == null) {
      throw new IllegalArgumentException("the plan has no target " + name);
    }
    return target;
  }

  private static IllegalArgumentException unknown(TargetPlan target) {
    return new IllegalArgumentException(
        "target " + target.name() + " cannot be of type " + target.type());
  }

  @Override
  public void close() {
    tickets.clear();
    messages.clear();
    aws.close();
    endpoints.clear();
  }
}
