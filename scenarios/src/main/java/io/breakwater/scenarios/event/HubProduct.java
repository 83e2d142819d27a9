// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A product that reports its findings to Security Hub.
 *
 * @param path how product ARNs end, company first: {@code aws/guardduty}
 */
record HubProduct(String path, String name) {
  static final HubProduct SECURITY_HUB = new HubProduct("aws/securityhub", "Security Hub");
  static final HubProduct INSPECTOR = new HubProduct("aws/inspector", "Inspector");
  static final HubProduct GUARDDUTY = new HubProduct("aws/guardduty", "GuardDuty");
  static final HubProduct MACIE = new HubProduct("aws/macie", "Macie");

  /** The one that the event names, else AWS's own. */
  static HubProduct of(JsonNode event, HubProduct otherwise) {
    var path = event.path("product").asText();
    return path.isEmpty() ? otherwise : new HubProduct(path, path.substring(path.indexOf('/') + 1));
  }

  String company() {
    return path.startsWith("aws/") ? "AWS" : path.substring(0, path.indexOf('/'));
  }
}
