// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.http.Http;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.targets.webhook.WebhookSettings;
import io.breakwater.response.targets.webhook.WebhookTarget;
import java.time.Clock;

/** A webhook, as a plan has it. */
final class PlannedWebhook {
  private PlannedWebhook() {}

  static WebhookTarget connect(TargetPlan target, Http http, PlannedSecrets secrets, Clock clock) {
    var plan = target.settings();
    return new WebhookTarget(settings(plan), http, secrets.of(plan.path("secret")), clock);
  }

  /**
   * @throws IllegalArgumentException naming what is at fault
   */
  static WebhookSettings settings(JsonNode plan) {
    var settings = WebhookSettings.of(PlannedAddress.whole(plan, "url"));
    plan.path("headers")
        .properties()
        .forEach(header -> settings.header(header.getKey(), header.getValue().asText()));
    return settings.build();
  }
}
