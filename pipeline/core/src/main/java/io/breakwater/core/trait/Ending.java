// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import java.util.Optional;

/** What is left of a signal whose window ran out, or whose resource is gone. */
public final class Ending {
  private final TraitChange change;
  private final HeldSignal remaining;

  Ending(TraitChange change, HeldSignal remaining) {
    this.change = change;
    this.remaining = remaining;
  }

  /** Empty for a signal that gave no traits. */
  public Optional<TraitChange> change() {
    return Optional.ofNullable(change);
  }

  /** What to remember still; empty when the signal can be forgotten. */
  public Optional<HeldSignal> remaining() {
    return Optional.ofNullable(remaining);
  }
}
