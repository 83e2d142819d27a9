// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.http.Http;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.targets.splunk.SplunkSettings;
import io.breakwater.response.targets.splunk.SplunkTarget;

/** A Splunk, as a plan has it. */
final class PlannedSplunk {
  private PlannedSplunk() {}

  static SplunkTarget connect(TargetPlan target, Http http, PlannedSecrets secrets) {
    var plan = target.settings();
    return new SplunkTarget(settings(plan), http, secrets.of(plan.path("token")));
  }

  /**
   * @throws IllegalArgumentException naming what is at fault
   */
  static SplunkSettings settings(JsonNode plan) {
    var settings = SplunkSettings.of(PlannedAddress.site(plan, "url"));
    if (plan.has("host")) {
      settings.host(plan.path("host").asText());
    }
    if (plan.has("source")) {
      settings.source(plan.path("source").asText());
    }
    if (plan.has("source-type")) {
      settings.sourcetype(plan.path("source-type").asText());
    }
    if (plan.has("index")) {
      settings.index(plan.path("index").asText());
    }
    if (plan.has("with-finding")) {
      settings.withFinding(plan.path("with-finding").asBoolean());
    }
    return settings.build();
  }
}
