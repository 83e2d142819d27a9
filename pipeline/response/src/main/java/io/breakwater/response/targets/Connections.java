// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.http.JdkHttp;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.targets.jira.JiraTarget;
import java.util.HashMap;
import java.util.Map;

/** The targets of a plan, each connected to when it is first asked for. Not for several threads. */
public final class Connections implements AutoCloseable {
  private final Plan plan;
  private final Map<String, TicketTarget> targets = new HashMap<>();

  public Connections(Plan plan) {
    this.plan = plan;
  }

  /** A target by the name that it has in the plan. */
  public TicketTarget target(String name) {
    return targets.computeIfAbsent(name, this::connect);
  }

  /** A target that is only told, by the name that it has in the plan. */
  public MessageTarget messages(String name) {
    throw new IllegalArgumentException("no target is of type " + planned(name).type());
  }

  private TargetPlan planned(String name) {
    var target = plan.targets().get(name);
    if (target == null) {
      throw new IllegalArgumentException("the plan has no target " + name);
    }
    return target;
  }

  private TicketTarget connect(String name) {
    var target = planned(name);
    var http = new JdkHttp(target.timeout());
    if (target.type().equals("jira")) {
      return JiraTarget.of(target, plan.name(), http);
    }
    throw new IllegalArgumentException("no target is of type " + target.type());
  }

  @Override
  public void close() {
    targets.clear();
  }
}
