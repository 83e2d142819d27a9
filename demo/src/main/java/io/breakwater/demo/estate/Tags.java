// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who answers for a resource, and what it belongs to. */
public record Tags(
    String name, String application, String team, String environment, String costCentre) {
  public String owner() {
    return team + "@example.com";
  }

  /** As a service shows them, in one order always. */
  public Map<String, String> asMap() {
    var tags = new LinkedHashMap<String, String>();
    tags.put("Name", name);
    tags.put("Application", application);
    tags.put("Owner", owner());
    tags.put("Environment", environment);
    tags.put("CostCentre", costCentre);
    tags.put("aws:cloudformation:stack-name", application + "-" + environment);
    return tags;
  }
}
