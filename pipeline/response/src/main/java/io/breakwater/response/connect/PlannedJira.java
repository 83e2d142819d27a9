// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.http.Http;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.jira.JiraSettings;
import io.breakwater.response.targets.jira.JiraTarget;
import java.time.Clock;
import java.time.Duration;

/** A Jira, as a plan has it. */
final class PlannedJira {
  private PlannedJira() {}

  /**
   * @param label that all tickets get where the plan names none
   */
  static JiraTarget connect(
      TargetPlan target, String label, Http http, PlannedSecrets secrets, Clock clock) {
    var plan = target.settings();
    return new JiraTarget(
        settings(plan, label),
        http,
        Secrets.basic(plan.path("email").asText(), secrets.of(plan.path("token"))),
        target.timeout(),
        clock);
  }

  /**
   * @param label that all tickets get where the plan names none
   * @throws IllegalArgumentException naming what is at fault
   */
  static JiraSettings settings(JsonNode plan, String label) {
    var settings = JiraSettings.of(PlannedAddress.site(plan, "url"), plan.path("project").asText());
    settings.label(plan.path("label").asText(label));
    if (plan.has("issue-type")) {
      settings.issueType(plan.path("issue-type").asText());
    }
    if (plan.has("link-type")) {
      settings.linkType(plan.path("link-type").asText());
    }
    if (plan.has("search-lag")) {
      settings.searchLag(Duration.parse(plan.path("search-lag").asText()));
    }
    for (var entry : plan.path("priorities").properties()) {
      settings.priority(PlannedSeverity.of(entry.getKey()), entry.getValue().asText(null));
    }
    plan.path("fields").properties().forEach(e -> settings.field(e.getKey(), e.getValue()));
    plan.path("fields-when-done")
        .properties()
        .forEach(e -> settings.fieldWhenDone(e.getKey(), e.getValue()));
    return settings.build();
  }
}
