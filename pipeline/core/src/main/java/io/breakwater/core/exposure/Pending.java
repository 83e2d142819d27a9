// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.TraitChange;
import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes to a resource that were taken in and that nobody has been told of yet.
 *
 * <p>Adding changes up is commutative and associative: it does not matter in which order they come.
 */
public final class Pending {
  private final Instant time;
  private final Withdrawal withdrawal;
  private final boolean replayed;

  /**
   * @param withdrawal null when no evidence went away
   */
  public Pending(Instant time, Withdrawal withdrawal, boolean replayed) {
    this.time = Objects.requireNonNull(time);
    this.withdrawal = withdrawal;
    this.replayed = replayed;
  }

  /**
   * @param replaced the evidence that the change takes the place of, empty when there was none
   */
  public static Pending of(TraitChange change, Optional<Evidence> replaced) {
    return new Pending(change.at(), withdrawal(change, replaced), change.replayed());
  }

  private static Withdrawal withdrawal(TraitChange change, Optional<Evidence> replaced) {
    if (change.isOfLabel()) {
      return null;
    }
    if (change.evidence().isEmpty()) {
      return change.withdrawal().orElse(null);
    }
    var given = change.evidence().get();
    if (given.suppressed() && replaced.filter(before -> !before.suppressed()).isPresent()) {
      return Withdrawal.SUPPRESSED;
    }
    return change.gives() && replaced.stream().allMatch(given::givesAllOf)
        ? null
        : Withdrawal.CHANGED;
  }

  /**
   * This and further changes. The later time counts, of reasons the weaker claim, and one live
   * change makes the whole live.
   */
  public Pending and(Pending other) {
    return new Pending(
        time.isAfter(other.time) ? time : other.time,
        withdrawal == null || other.withdrawal == null
            ? withdrawal().or(other::withdrawal).orElse(null)
            : withdrawal.and(other.withdrawal),
        replayed && other.replayed);
  }

  /** Event time of the latest change. */
  public Instant time() {
    return time;
  }

  /** Why evidence went away; empty when none did. */
  public Optional<Withdrawal> withdrawal() {
    return Optional.ofNullable(withdrawal);
  }

  /** Whether evidence went away without anybody saying that it did. */
  boolean unconfirmed() {
    return withdrawal != null && !withdrawal.confirmed();
  }

  /**
   * Why an exposure closes: evidence may also turn into something harmless, what was suppressed is
   * still there, and what was not confirmed before is not confirmed now. A resource that is gone
   * has taken all of it along.
   */
  Withdrawal whyClosed(Announced last, boolean suppressed) {
    var why = withdrawal().orElse(Withdrawal.CHANGED);
    if (suppressed) {
      why = why.and(Withdrawal.SUPPRESSED);
    }
    return last.unconfirmed() ? why.and(Withdrawal.NOT_SEEN) : why;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pending
        && time.equals(((Pending) other).time)
        && withdrawal == ((Pending) other).withdrawal
        && replayed == ((Pending) other).replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(time, withdrawal, replayed);
  }

  @Override
  public String toString() {
    return "since " + time + (withdrawal == null ? "" : ", " + withdrawal);
  }
}
