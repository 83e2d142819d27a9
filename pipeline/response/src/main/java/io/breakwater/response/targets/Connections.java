// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.http.JdkHttp;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.playbook.Endpoint;
import io.breakwater.response.targets.jira.JiraTarget;
import java.util.HashMap;
import java.util.Map;

/** The targets of a plan, each connected to when it is first asked for. Not for several threads. */
public final class Connections implements AutoCloseable {
  private final Plan plan;
  private final Map<String, TicketTarget> targets = new HashMap<>();
  private final Map<String, Endpoint> endpoints = new HashMap<>();

  public Connections(Plan plan) {
    this.plan = plan;
  }

  /** A target by the name that it has in the plan. */
  public TicketTarget target(String name) {
    return targets.computeIfAbsent(name, this::connect);
  }

  private TicketTarget connect(String name) {
    TargetPlan target = plan.targets().get(name);
    if (target == null) {
      throw new IllegalArgumentException("the plan has no target " + name);
    }
    var http = new JdkHttp(target.timeout());
    if (target.type().equals("jira")) {
      return JiraTarget.of(target, plan.name(), http);
    }
    throw new IllegalArgumentException("no target is of type " + target.type());
  }

  /** Where a playbook of the plan is served. */
  public Endpoint endpoint(String playbook) {
    return endpoints.computeIfAbsent(
        playbook,
        name -> {
          var settings = plan.playbooks().get(name);
          return new Endpoint(
              settings.endpoint(), settings.headers(), new JdkHttp(settings.timeout()));
        });
  }

  @Override
  public void close() {
    endpoints.clear();
    targets.clear();
  }
}
