// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.trait.Withdrawal;
import java.time.Instant;
import java.util.Objects;

/** How the last episode of an exposure ended: what a reopened one is a sequel of. */
public final class Closed {
  private final int episode;
  private final Instant at;
  private final Withdrawal reason;

  /**
   * @param episode 1 for the first
   */
  public Closed(int episode, Instant at, Withdrawal reason) {
    this.episode = episode;
    this.at = Objects.requireNonNull(at);
    this.reason = Objects.requireNonNull(reason);
  }

  public int episode() {
    return episode;
  }

  /** Event time of the close. */
  public Instant at() {
    return at;
  }

  public Withdrawal reason() {
    return reason;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Closed
        && episode == ((Closed) other).episode
        && at.equals(((Closed) other).at)
        && reason == ((Closed) other).reason;
  }

  @Override
  public int hashCode() {
    return Objects.hash(episode, at, reason);
  }

  @Override
  public String toString() {
    return "episode " + episode + " closed at " + at + ", " + reason;
  }
}
