// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Where a job that has no checkpoint yet begins to read a stream. */
public final class StartPosition {
  /**
   * With the oldest record that the stream still holds. What an exposure is does not depend on how
   * often its events are read, so this is the one that loses nothing.
   */
  public static final StartPosition TRIM_HORIZON = new StartPosition("TRIM_HORIZON", null);

  /** With the first record that arrives once the job reads. */
  public static final StartPosition LATEST = new StartPosition("LATEST", null);

  private final String name;
  private final Instant timestamp;

  private StartPosition(String name, Instant timestamp) {
    this.name = name;
    this.timestamp = timestamp;
  }

  /** With the first record that arrived at this time or later. */
  public static StartPosition at(Instant timestamp) {
    return new StartPosition("AT_TIMESTAMP", Objects.requireNonNull(timestamp));
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static StartPosition parse(String text) {
    if (text.equals(TRIM_HORIZON.name)) {
      return TRIM_HORIZON;
    }
    if (text.equals(LATEST.name)) {
      return LATEST;
    }
    try {
      return at(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be TRIM_HORIZON, LATEST or a time such as 2026-11-24T00:00:00Z, was '" + text + "'",
          e);
    }
  }

  /** As Kinesis calls it. */
  public String name() {
    return name;
  }

  /** Present exactly for a position in time. */
  public Optional<Instant> timestamp() {
    return Optional.ofNullable(timestamp);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StartPosition
        && name.equals(((StartPosition) other).name)
        && Objects.equals(timestamp, ((StartPosition) other).timestamp);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, timestamp);
  }

  @Override
  public String toString() {
    return timestamp == null ? name : timestamp.toString();
  }
}
