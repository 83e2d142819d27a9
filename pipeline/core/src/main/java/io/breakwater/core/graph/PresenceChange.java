// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.graph;

import io.breakwater.core.resource.Arn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** That a resource was deleted, or is there after all. */
public final class PresenceChange {
  private final Arn resource;
  private final boolean gone;
  private final Instant at;
  private final boolean replayed;

  public PresenceChange(Arn resource, boolean gone, Instant at, boolean replayed) {
    this.resource = Objects.requireNonNull(resource);
    this.gone = gone;
    this.at = at.truncatedTo(ChronoUnit.MILLIS);
    this.replayed = replayed;
  }

  public Arn resource() {
    return resource;
  }

  /** Whether it is known that the resource is not there from now on. */
  public boolean gone() {
    return gone;
  }

  /** Event time of the change. */
  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof PresenceChange)) {
      return false;
    }
    var that = (PresenceChange) other;
    return resource.equals(that.resource)
        && gone == that.gone
        && at.equals(that.at)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(resource, gone, at);
  }

  @Override
  public String toString() {
    return resource + (gone ? " is gone" : " is there");
  }
}
