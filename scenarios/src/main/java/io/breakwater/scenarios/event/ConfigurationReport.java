// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A configuration item, as AWS Config records it: what the resource is now, or that it is gone.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html">
 *     AWS Config events</a>
 */
record ConfigurationReport(boolean deleted, Around around) implements Report {
  static ConfigurationReport of(JsonNode event) {
    return new ConfigurationReport(
        event.path("deleted").asBoolean(), Around.of(event.path("configuration")));
  }

  @Override
  public String key() {
    return "configuration";
  }

  @Override
  public byte[] event(Occasion occasion) {
    var subject = occasion.subject();
    var detail =
        Written.object()
            .put("recordVersion", "1.3")
            .put("messageType", "ConfigurationItemChangeNotification")
            .put("notificationCreationTime", Written.millis(occasion.updated()));
    var item =
        detail
            .putObject("configurationItem")
            .put("configurationItemVersion", "1.3")
            .put("configurationItemCaptureTime", Written.millis(occasion.updated()))
            .put("configurationItemStatus", deleted ? "ResourceDeleted" : "OK")
            .put("awsAccountId", Place.ACCOUNT)
            .put("awsRegion", Place.REGION)
            .put("resourceType", subject.type())
            .put("resourceId", subject.id())
            .put("ARN", subject.arn());
    item.putArray("relationships");
    if (deleted) {
      item.putNull("configuration");
    } else {
      var configuration = item.putObject("configuration");
      if (subject.type().equals("AWS::EC2::Instance")) { // none is without a network
        configuration.put("vpcId", "vpc-0a1b2c3d4e5f60718");
      }
      if (!around.instanceProfile().isEmpty()) {
        configuration.putObject("iamInstanceProfile").put("arn", around.instanceProfile());
      }
      Written.putIfSaid(configuration, "role", around.role());
    }
    return Written.event(
        "aws.config", "Config Configuration Item Change", occasion, subject.arn(), detail);
  }
}
