// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import java.time.Duration;

/**
 * How long EventBridge is given for what it does later than it says.
 *
 * @param untilRuleWorks a rule that was just made may not be looked at yet
 * @param betweenLooks at the state of a replay, while nothing comes
 * @param afterLast how long nothing must have come, once the replay is complete, for it to be all
 */
record Patience(Duration untilRuleWorks, Duration betweenLooks, Duration afterLast) {
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(2));
}
