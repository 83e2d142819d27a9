// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** A clock that is right when it is started, and runs faster than the wall clock from then on. */
final class AcceleratedClock extends Clock implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Here it stands still: the years after 9999 cannot be written as events write times. */
  static final Instant END = Instant.parse("9000-01-01T00:00:00Z");

  private static final double NANOS_PER_MILLI = 1e6;

  private final Clock wall;
  private final Instant start;
  private final double speed;

  private AcceleratedClock(Clock wall, Instant start, double speed) {
    this.wall = Objects.requireNonNull(wall);
    this.start = Objects.requireNonNull(start);
    this.speed = speed;
  }

  /**
   * Starts it.
   *
   * @param wall has to be serialisable if this clock is to be
   * @param speed how many times faster it runs, above 0
   */
  static AcceleratedClock startedBy(Clock wall, double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0, was " + speed);
    }
    return new AcceleratedClock(wall, wall.instant(), speed);
  }

  /** When it was right. */
  Instant start() {
    return start;
  }

  /** How far it gets while the wall clock moves on by so much. */
  Duration during(Duration time) {
    double millis = time.toNanos() / NANOS_PER_MILLI * speed;
    var far = Duration.ofMillis((long) millis);
    var most = Duration.between(start, END);
    return far.compareTo(most) < 0 ? far : most;
  }

  @Override
  public Instant instant() {
    return start.plus(during(Duration.between(start, wall.instant())));
  }

  @Override
  public ZoneId getZone() {
    return wall.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new AcceleratedClock(wall.withZone(zone), start, speed);
  }
}
