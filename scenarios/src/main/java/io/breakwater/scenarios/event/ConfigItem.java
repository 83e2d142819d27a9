// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * AWS Config's notification that it recorded a configuration item.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/config/latest/developerguide/monitor-config-with-cloudwatchevents.html">
 *     AWS Config events</a>
 */
final class ConfigItem {
  /** Config's words for what became of the resource. */
  static final String OK = "OK";

  static final String DELETED = "ResourceDeleted";

  private ConfigItem() {}

  /**
   * @param type what Config calls the type of the resource
   * @param rest adds what the resource is like
   */
  static byte[] event(Occasion occasion, String type, String status, Consumer<ObjectNode> rest) {
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
            .put("configurationItemStatus", status)
            .put("awsAccountId", subject.account())
            .put("awsRegion", subject.region())
            .put("resourceType", type)
            .put("resourceId", subject.id())
            .put("ARN", subject.arn());
    rest.accept(item);
    return Written.event(
        "aws.config", "Config Configuration Item Change", occasion, subject.arn(), detail);
  }
}
