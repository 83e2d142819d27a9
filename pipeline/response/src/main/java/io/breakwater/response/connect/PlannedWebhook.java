// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import io.breakwater.response.http.Http;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.targets.webhook.WebhookSettings;
import io.breakwater.response.targets.webhook.WebhookTarget;
import java.net.URI;
import java.time.Clock;

/** A webhook, as a plan has it. */
final class PlannedWebhook {
  private PlannedWebhook() {}

  static WebhookTarget connect(TargetPlan target, Http http, Clock clock) {
    var plan = target.settings();
    var settings = WebhookSettings.of(URI.create(plan.path("url").asText()));
    plan.path("headers")
        .properties()
        .forEach(header -> settings.header(header.getKey(), header.getValue().asText()));
    return new WebhookTarget(settings.build(), http, PlannedSecret.of(plan.path("secret")), clock);
  }
}
