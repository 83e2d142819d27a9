// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.time.Instant;
import java.util.Objects;

/**
 * Which of two versions of a signal is the later one: by the finding's own update time, then
 * EventBridge's time, then content hash. A total order, so that every arrival order ends the same.
 *
 * <p>Two versions with the same update time and content are one version, whenever EventBridge
 * delivered them.
 */
public final class SignalVersion implements Comparable<SignalVersion> {
  private final Instant updatedAt;
  private final Instant observedAt;
  private final long content;

  public SignalVersion(Instant updatedAt, Instant observedAt, long content) {
    this.updatedAt = Objects.requireNonNull(updatedAt);
    this.observedAt = Objects.requireNonNull(observedAt);
    this.content = content;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public Instant observedAt() {
    return observedAt;
  }

  /** Hash of all that the signal says, times left out. */
  public long content() {
    return content;
  }

  @Override
  public int compareTo(SignalVersion other) {
    int order = updatedAt.compareTo(other.updatedAt);
    if (order == 0) {
      order = observedAt.compareTo(other.observedAt);
    }
    return order == 0 ? Long.compare(content, other.content) : order;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignalVersion && compareTo((SignalVersion) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(updatedAt, observedAt, content);
  }

  @Override
  public String toString() {
    return updatedAt + "/" + observedAt + "/" + Long.toHexString(content);
  }
}
