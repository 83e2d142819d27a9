// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.targets.securityhub.MemberHubs;
import io.breakwater.response.targets.securityhub.MemberRoles;
import io.breakwater.response.targets.securityhub.SecurityHubSettings;
import io.breakwater.response.targets.securityhub.SecurityHubTarget;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The Security Hub of an organisation, as a plan has it. */
final class PlannedSecurityHub {
  private PlannedSecurityHub() {}

  static SecurityHubTarget connect(TargetPlan target, AwsConnections aws) {
    var plan = target.settings();
    var endpoint = PlannedAddress.endpoint(plan, "endpoint");
    var hubs =
        new MemberHubs(
            roles(plan),
            sts(plan, target.timeout()),
            aws.http(),
            target.timeout(),
            builder -> AwsConnections.at(builder, endpoint));
    aws.toBeClosed(hubs::close);
    return new SecurityHubTarget(settings(plan), hubs);
  }

  private static StsClient sts(JsonNode plan, Duration timeout) {
    var builder =
        StsClient.builder()
            .region(Region.of(plan.path("region").asText()))
            .overrideConfiguration(settings -> settings.apiCallTimeout(timeout));
    return AwsConnections.at(builder, PlannedAddress.endpoint(plan, "sts-endpoint")).build();
  }

  /**
   * @throws IllegalArgumentException naming what is at fault
   */
  static SecurityHubSettings settings(JsonNode plan) {
    var settings =
        SecurityHubSettings.of(plan.path("region").asText())
            .inRegionOfResource(plan.path("in-region-of-resource").asBoolean(true));
    if (plan.has("finding-type")) {
      settings.type(plan.path("finding-type").asText());
    }
    plan.path("resource-types")
        .properties()
        .forEach(entry -> settings.resourceType(entry.getKey(), entry.getValue().asText()));
    return settings.build();
  }

  /**
   * @throws IllegalArgumentException naming what is at fault
   */
  static MemberRoles roles(JsonNode plan) {
    var roles = MemberRoles.builder();
    if (plan.has("role")) {
      roles.everywhere(plan.path("role").asText());
    }
    for (var entry : plan.path("roles").properties()) {
      if (entry.getValue().isNull()) {
        roles.noneIn(entry.getKey());
      } else {
        roles.in(entry.getKey(), entry.getValue().asText());
      }
    }
    return roles.build();
  }
}
