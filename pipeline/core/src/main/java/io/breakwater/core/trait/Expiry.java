// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import java.util.Optional;

/** What the end of a signal's window leaves behind. */
public final class Expiry {
  private final TraitChange change;
  private final HeldSignal remaining;

  Expiry(TraitChange change, HeldSignal remaining) {
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
