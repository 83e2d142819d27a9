// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history;

import java.time.Duration;

/** How time is let pass. */
@FunctionalInterface
public interface Pause {
  /** By waiting. */
  Pause BY_SLEEPING = duration -> Thread.sleep(duration.toMillis());

  /**
   * @param duration zero or more
   */
  void pause(Duration duration) throws InterruptedException;
}
