// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import io.breakwater.response.plan.Plan;
import io.breakwater.response.plan.PlanException;
import io.breakwater.response.plan.PlaybookPlan;
import io.breakwater.response.plan.TargetPlan;
import java.time.DateTimeException;
import java.util.List;

/** Finds what would only show when targets are connected to, without calling anybody. */
public final class PlanCheck {
  /** The fields of targets that say where a credential is kept. */
  private static final List<String> SECRETS =
      List.of("token", "secret", "password", "client-secret");

  private final String file;
  private final Plan plan;
  private final Faults faults = new Faults();

  private PlanCheck(String file, Plan plan) {
    this.file = file;
    this.plan = plan;
  }

  /**
   * Reads a plan whose targets can be connected to.
   *
   * @param file its name, for faults
   * @throws PlanException naming every fault
   */
  public static Plan read(String file, String text) {
    var plan = Plan.of(file, text);
    var check = new PlanCheck(file, plan);
    plan.targets().values().forEach(check::target);
    plan.playbooks().values().forEach(check::playbook);
    check.place();
    check.words();
    if (!check.faults.found().isEmpty()) {
      throw new PlanException(check.faults.found());
    }
    return plan;
  }

  private void target(TargetPlan target) {
    var settings = target.settings();
    judge(target, settings, () -> settings(target));
    judge(target, settings.path("roles"), () -> PlannedSecurityHub.roles(settings));
    for (var name : SECRETS) {
      var where = settings.path(name);
      judge(target, where, () -> PlannedSecrets.check(where, plan.secrets()));
    }
    for (var name : List.of("endpoint", "sts-endpoint")) {
      judge(target, settings.path(name), () -> PlannedAddress.endpoint(settings, name));
    }
  }

  private void playbook(PlaybookPlan playbook) {
    for (var where : playbook.headers().values()) {
      judge(
          "playbook '" + playbook.name() + "'",
          where,
          () -> PlannedSecrets.check(where, plan.secrets()));
    }
  }

  private void settings(TargetPlan target) {
    var settings = target.settings();
    switch (target.type()) {
      case "jira":
        PlannedJira.settings(settings, plan.name());
        break;
      case "servicenow":
        PlannedServiceNow.settings(settings);
        break;
      case "webhook":
        PlannedWebhook.settings(settings);
        break;
      case "splunk":
        PlannedSplunk.settings(settings);
        break;
      case "sns":
        PlannedSns.topic(settings);
        break;
      case "securityhub":
        PlannedSecurityHub.settings(settings);
        break;
      default:
        throw new IllegalArgumentException("nothing is known of its type " + target.type());
    }
  }

  private void place() {
    try {
      PlannedAddress.endpoint(plan.secrets(), "endpoint");
    } catch (IllegalArgumentException e) {
      add(plan.secrets(), "secrets: " + e.getMessage());
    }
  }

  /** What is said to people is no finding. */
  private void words() {
    for (var route : plan.routes()) {
      for (var name : route.escalation().targets()) {
        var target = plan.targets().get(name);
        if (target.type().equals("securityhub")) {
          add(
              target.settings(),
              "route '"
                  + route.name()
                  + "' escalates to target '"
                  + name
                  + "', and Security Hub takes findings alone");
        }
      }
      for (var notification : route.notifications()) {
        var target = plan.targets().get(notification.target());
        if (target.type().equals("securityhub") && notification.isDigest()) {
          add(
              target.settings(),
              "route '"
                  + route.name()
                  + "' tells target '"
                  + target.name()
                  + "' by digests, and Security Hub takes none");
        }
      }
    }
  }

  private void judge(TargetPlan target, JsonNode where, Runnable check) {
    judge("target '" + target.name() + "'", where, check);
  }

  private void judge(String of, JsonNode where, Runnable check) {
    try {
      check.run();
    } catch (IllegalArgumentException | DateTimeException e) {
      add(where, of + ": " + e.getMessage());
    }
  }

  private void add(JsonNode where, String fault) {
    faults.add(new Document(file, where), where, fault);
  }
}
