// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.send;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Keeps records from being sent faster than so many a second. */
final class Pace {
  /** Pauses a second: rare enough that calls fill, often enough to be even. */
  private static final int BEATS = 5;

  private final int rate;
  private final LongSupplier nanoTime;
  private final long started;
  private long done;

  /**
   * @param nanoTime a clock as {@link System#nanoTime}
   */
  Pace(int rate, LongSupplier nanoTime) {
    this.rate = rate;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
  }

  /** After each record: how long to wait, and to send first what is waiting; most often zero. */
  Duration afterRecord() {
    done++;
    if (done % Math.max(1, rate / BEATS) != 0) {
      return Duration.ZERO;
    }
    long due = started + done * 1_000_000_000L / rate;
    return Duration.ofNanos(Math.max(0, due - nanoTime.getAsLong()));
  }
}
