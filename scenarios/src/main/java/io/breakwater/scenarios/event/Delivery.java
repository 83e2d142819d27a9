// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import java.time.Duration;

/**
 * An event, and when it is delivered: what it says, its envelope included, does not change while it
 * is on its way.
 *
 * @param at from the start of the scenario
 */
public record Delivery(ScenarioEvent event, Duration at) {
  /** The same event, delivered as it happens. */
  public Delivery inTime() {
    return new Delivery(event, event.arrives());
  }
}
