// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/** A clock that stands still until something is due, and what is due. */
public final class World extends Clock {
  private final PriorityQueue<Due> agenda = new PriorityQueue<>();
  private Instant now;
  private long number;

  public World(Instant start) {
    this.now = start;
  }

  /** Does something then; what is due at the same time is done in the order it was asked for. */
  public void at(Instant time, Runnable what) {
    agenda.add(new Due(time.isBefore(now) ? now : time, number++, what));
  }

  public void in(Duration wait, Runnable what) {
    at(now.plus(wait), what);
  }

  /** Lets time pass, with all that is due meanwhile. */
  public void pass(Duration time) {
    var end = now.plus(time);
    while (!agenda.isEmpty() && !agenda.peek().time().isAfter(end)) {
      var due = agenda.poll();
      now = due.time();
      due.what().run();
    }
    now = end;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("it is always UTC here");
  }

  private record Due(Instant time, long number, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = time.compareTo(other.time);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
