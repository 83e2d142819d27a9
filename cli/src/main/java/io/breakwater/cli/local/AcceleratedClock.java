// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A clock that stands at the time of its making until it is set going, and then runs faster than
 * the wall clock. So nothing is late because the job takes long to start.
 *
 * <p>Copies that travel with the job go as it goes, within the same process.
 */
final class AcceleratedClock extends Clock implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Here it stands still: the years after 9999 cannot be written as events write times. */
  static final Instant END = Instant.parse("9000-01-01T00:00:00Z");

  /** By the wall clock, when each clock was set going. A clock travels as bytes. */
  private static final Map<String, Instant> GOING = new ConcurrentHashMap<>();

  private static final double NANOS_PER_MILLI = 1e6;

  private final String id;
  private final Clock wall;
  private final Instant start;
  private final double speed;

  private AcceleratedClock(String id, Clock wall, Instant start, double speed) {
    this.id = id;
    this.wall = Objects.requireNonNull(wall);
    this.start = Objects.requireNonNull(start);
    this.speed = speed;
  }

  /**
   * @param wall has to be serialisable if this clock is to be
   * @param speed how many times faster it runs, above 0
   */
  static AcceleratedClock by(Clock wall, double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0, was " + speed);
    }
    return new AcceleratedClock(UUID.randomUUID().toString(), wall, wall.instant(), speed);
  }

  /** Sets it going, if it is not. */
  void go() {
    GOING.putIfAbsent(id, wall.instant());
  }

  /** Where it stands before it goes. */
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
    var since = GOING.get(id);
    return since == null ? start : start.plus(during(Duration.between(since, wall.instant())));
  }

  @Override
  public ZoneId getZone() {
    return wall.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new AcceleratedClock(id, wall.withZone(zone), start, speed);
  }
}
