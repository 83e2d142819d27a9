// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.http.Http;
import io.breakwater.response.message.Category;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.secret.Secret;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.servicenow.ClientCredentials;
import io.breakwater.response.targets.servicenow.ServiceNowSettings;
import io.breakwater.response.targets.servicenow.ServiceNowTarget;
import java.time.Clock;
import java.time.Duration;

/** A ServiceNow instance, as a plan has it. */
final class PlannedServiceNow {
  private PlannedServiceNow() {}

  static ServiceNowTarget connect(
      TargetPlan target, Http http, PlannedSecrets secrets, Clock clock) {
    return new ServiceNowTarget(
        settings(target.settings()),
        http,
        authorization(target.settings(), http, secrets, clock),
        target.timeout(),
        clock);
  }

  private static Secret authorization(
      JsonNode plan, Http http, PlannedSecrets secrets, Clock clock) {
    return plan.has("user")
        ? Secrets.basic(plan.path("user").asText(), secrets.of(plan.path("password")))
        : ClientCredentials.of(
            PlannedAddress.site(plan, "url"),
            plan.path("client-id").asText(),
            secrets.of(plan.path("client-secret")),
            http,
            clock);
  }

  /**
   * @throws IllegalArgumentException naming what is at fault
   */
  static ServiceNowSettings settings(JsonNode plan) {
    var settings = ServiceNowSettings.of(PlannedAddress.site(plan, "url"));
    if (plan.has("table")) {
      settings.table(plan.path("table").asText());
    }
    if (plan.has("assignment-group")) {
      settings.assignmentGroup(plan.path("assignment-group").asText());
    }
    if (plan.has("search-lag")) {
      settings.searchLag(Duration.parse(plan.path("search-lag").asText()));
    }
    for (var entry : plan.path("urgencies").properties()) {
      settings.urgency(PlannedSeverity.of(entry.getKey()), entry.getValue().asText());
    }
    for (var entry : plan.path("impacts").properties()) {
      settings.impact(PlannedSeverity.of(entry.getKey()), entry.getValue().asText());
    }
    plan.path("fields")
        .properties()
        .forEach(entry -> settings.field(entry.getKey(), entry.getValue().asText()));
    doneAndStates(plan, settings);
    return settings.build();
  }

  private static void doneAndStates(JsonNode plan, ServiceNowSettings.Builder settings) {
    if (plan.has("fields-when-done")) {
      settings.noFieldsWhenDone();
      plan.path("fields-when-done")
          .properties()
          .forEach(entry -> settings.fieldWhenDone(entry.getKey(), entry.getValue().asText()));
    }
    if (plan.has("states")) {
      settings.noStates();
      for (var state : plan.path("states")) {
        settings.state(
            state.path("number").asText(),
            state.path("name").asText(),
            category(state.path("category").asText()));
      }
    }
    if (plan.has("retired-state")) {
      settings.retiredState(plan.path("retired-state").asText());
    }
  }

  private static Category category(String word) {
    switch (word) {
      case "to-do":
        return Category.TO_DO;
      case "in-progress":
        return Category.IN_PROGRESS;
      default:
        return Category.DONE;
    }
  }
}
