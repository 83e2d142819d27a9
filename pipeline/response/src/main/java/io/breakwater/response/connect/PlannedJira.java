// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.http.Http;
import io.breakwater.response.message.Severity;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.secret.Secrets;
import io.breakwater.response.targets.jira.JiraSettings;
import io.breakwater.response.targets.jira.JiraTarget;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** A Jira, as a plan has it. */
final class PlannedJira {
  private PlannedJira() {}

  /**
   * @param label that all tickets get where the plan names none
   */
  static JiraTarget connect(TargetPlan target, String label, Http http, Clock clock) {
    var plan = target.settings();
    return new JiraTarget(
        settings(plan, label),
        http,
        Secrets.basic(plan.path("email").asText(), PlannedSecret.of(plan.path("token"))),
        target.timeout(),
        clock);
  }

  private static JiraSettings settings(JsonNode plan, String label) {
    var url = plan.path("url").asText();
    var site = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    var settings = JiraSettings.of(site, plan.path("project").asText());
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
      settings.priority(severity(entry.getKey()), entry.getValue().asText(null));
    }
    plan.path("fields").properties().forEach(e -> settings.field(e.getKey(), e.getValue()));
    plan.path("fields-when-done")
        .properties()
        .forEach(e -> settings.fieldWhenDone(e.getKey(), e.getValue()));
    return settings.build();
  }

  private static Severity severity(String label) {
    return Severity.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
