// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import io.breakwater.core.resource.Resource;
import java.time.Instant;
import java.util.Objects;

/** That an exposure rests on something from now on, or does not any more. */
public final class RelianceChange {
  private final Resource exposed;
  private final Reliance reliance;
  private final boolean holds;
  private final Instant at;
  private final boolean replayed;

  /**
   * @param exposed the primary resource
   * @param reliance as it is, or as it was last
   * @param at event time, later than that of any change of the same exposure before it
   */
  public RelianceChange(
      Resource exposed, Reliance reliance, boolean holds, Instant at, boolean replayed) {
    this.exposed = Objects.requireNonNull(exposed);
    this.reliance = Objects.requireNonNull(reliance);
    this.holds = holds;
    this.at = Objects.requireNonNull(at);
    this.replayed = replayed;
  }

  public Resource exposed() {
    return exposed;
  }

  public Reliance reliance() {
    return reliance;
  }

  public boolean holds() {
    return holds;
  }

  public Instant at() {
    return at;
  }

  public boolean replayed() {
    return replayed;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RelianceChange)) {
      return false;
    }
    var that = (RelianceChange) other;
    return exposed.equals(that.exposed)
        && reliance.equals(that.reliance)
        && holds == that.holds
        && at.equals(that.at)
        && replayed == that.replayed;
  }

  @Override
  public int hashCode() {
    return Objects.hash(exposed, reliance, holds, at, replayed);
  }

  @Override
  public String toString() {
    return exposed + (holds ? " rests on " : " does not rest on ") + reliance;
  }
}
