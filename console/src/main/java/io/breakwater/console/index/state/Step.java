// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.state;

import io.breakwater.console.index.Outcome;
import java.util.Optional;

/**
 * What a revision does to an exposure or an alert.
 *
 * @param standing where it stands afterwards; empty where there still is none
 * @param begins whether an episode begins with it that was not known before
 */
public record Step(Outcome outcome, Optional<Standing> standing, boolean begins) {
  /** Whether the revision is what the exposure says now. */
  public boolean isState() {
    return outcome == Outcome.OPENED || outcome == Outcome.CHANGED || outcome == Outcome.CLOSED;
  }

  /** Whether the revision belongs to the history. */
  public boolean isHistory() {
    return isState() || outcome == Outcome.OLDER || outcome == Outcome.REPLAY_APART;
  }
}
