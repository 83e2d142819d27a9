// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** One line that tells how far long work is; only on a terminal, and only after two seconds. */
public final class Progress {
  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final long PERIOD_NANOS = 500_000_000L;

  private final PrintWriter err;
  private final String unit;
  private final boolean shown = Boolean.getBoolean("breakwater.terminal");
  private long started = System.nanoTime();
  private long printed;
  private boolean dirty;

  public Progress(PrintWriter err) {
    this(err, "records");
  }

  /**
   * @param unit what is counted, such as {@code records}
   */
  public Progress(PrintWriter err, String unit) {
    this.err = err;
    this.unit = unit;
  }

  /** A new piece of work begins. */
  public void start() {
    started = System.nanoTime();
  }

  /**
   * @param what such as {@code reading}
   * @param done how many so far
   */
  public void show(String what, long done) {
    show(what, done, OptionalDouble.empty());
  }

  /**
   * The same, where it is known how much there is: then it tells how long it will still take.
   *
   * @param part of the whole that is done, in the unit of the whole
   */
  public void show(String what, long done, long part, long whole) {
    show(what, done, OptionalDouble.of((double) part / Math.max(1, whole)));
  }

  /**
   * The same, where it is perhaps known.
   *
   * @param share of the whole that is done, from 0 to 1
   */
  public void show(String what, long done, OptionalDouble share) {
    long now = System.nanoTime();
    if (!shown || now - started < PATIENCE_NANOS || now - printed < PERIOD_NANOS) {
      return;
    }
    printed = now;
    dirty = true;
    double seconds = (now - started) / 1e9;
    err.printf(
        Locale.ROOT,
        "\r%s: %,d %s, %,.0f a second%s \u001b[K",
        what,
        done,
        unit,
        done / seconds,
        share.isPresent() ? left(share.getAsDouble(), seconds) : "");
    err.flush();
  }

  /** Such as {@code , 40%, 1:05 left}. */
  private static String left(double share, double seconds) {
    if (share <= 0) {
      return "";
    }
    long left = Math.round(seconds / share - seconds);
    return String.format(Locale.ROOT, ", %.0f%%, %d:%02d left", 100 * share, left / 60, left % 60);
  }

  /** The work is done: the line goes away. */
  public void end() {
    if (dirty) {
      err.print("\r\u001b[K");
      err.flush();
      dirty = false;
    }
  }
}
