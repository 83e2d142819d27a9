// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.signal.Outcome;
import java.util.Objects;
import java.util.Optional;

/** What seeing a signal does to the trait window of its resource. */
public final class Observation {
  private final Outcome outcome;
  private final HeldSignal held;
  private final TraitChange change;

  private Observation(Outcome outcome, HeldSignal held, TraitChange change) {
    this.outcome = outcome;
    this.held = held;
    this.change = change;
  }

  static Observation nothing(Outcome outcome) {
    return new Observation(outcome, null, null);
  }

  static Observation duplicate(HeldSignal held) {
    return new Observation(Outcome.DUPLICATE, Objects.requireNonNull(held), null);
  }

  static Observation applied(HeldSignal held, TraitChange change) {
    return new Observation(Outcome.APPLIED, Objects.requireNonNull(held), change);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** What to remember from now on; empty when nothing changes. */
  public Optional<HeldSignal> held() {
    return Optional.ofNullable(held);
  }

  /** What the resource's traits become; empty when they stay. */
  public Optional<TraitChange> change() {
    return Optional.ofNullable(change);
  }
}
