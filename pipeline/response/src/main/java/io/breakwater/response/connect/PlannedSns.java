// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.response.plan.TargetPlan;
import io.breakwater.response.targets.sns.SnsTarget;
import io.breakwater.response.targets.sns.SnsTopic;
import software.amazon.awssdk.services.sns.SnsAsyncClient;

/** A topic of SNS, as a plan has it. */
final class PlannedSns {
  private PlannedSns() {}

  static SnsTarget connect(TargetPlan target, AwsConnections aws) {
    var plan = target.settings();
    var topic = topic(plan);
    return new SnsTarget(
        topic,
        aws.client(
            SnsAsyncClient.builder(),
            topic.region(),
            PlannedAddress.endpoint(plan, "endpoint"),
            target.timeout()));
  }

  /**
   * @throws IllegalArgumentException for what is none
   */
  static SnsTopic topic(JsonNode plan) {
    return SnsTopic.of(plan.path("topic").asText());
  }
}
