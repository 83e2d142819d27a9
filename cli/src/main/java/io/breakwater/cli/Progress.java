// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import java.io.PrintWriter;
import java.util.Locale;

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
    long now = System.nanoTime();
    if (!shown || now - started < PATIENCE_NANOS || now - printed < PERIOD_NANOS) {
      return;
    }
    printed = now;
    dirty = true;
    double seconds = (now - started) / 1e9;
    err.printf(
        Locale.ROOT, "\r%s: %,d %s, %,.0f a second \u001b[K", what, done, unit, done / seconds);
    err.flush();
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
