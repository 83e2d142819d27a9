// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Keeps what is brought within a rate, and tells how far it is. */
public final class Transfer {
  private final double bytesPerSecond;
  private final LongSupplier nanos;
  private final Pause pause;
  private final Listener listener;
  private final long begin;
  private long bytes;

  private Transfer(double bytesPerSecond, LongSupplier nanos, Pause pause, Listener listener) {
    this.bytesPerSecond = bytesPerSecond;
    this.nanos = nanos;
    this.pause = pause;
    this.listener = listener;
    this.begin = nanos.getAsLong();
  }

  /** As fast as the place gives. */
  public static Transfer unlimited(Listener listener) {
    return new Transfer(Double.POSITIVE_INFINITY, System::nanoTime, Pause.BY_SLEEPING, listener);
  }

  /**
   * Never faster than this, on average since the beginning.
   *
   * @param bytesPerSecond more than zero
   */
  public static Transfer atMost(double bytesPerSecond, Listener listener) {
    return atMost(bytesPerSecond, System::nanoTime, Pause.BY_SLEEPING, listener);
  }

  static Transfer atMost(
      double bytesPerSecond, LongSupplier nanos, Pause pause, Listener listener) {
    if (!(bytesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "a rate must be more than zero bytes a second, was " + bytesPerSecond);
    }
    return new Transfer(bytesPerSecond, nanos, pause, listener);
  }

  /**
   * So much more was brought: returns when it is time for the next.
   *
   * @param done what part of the whole is done, from 0 to 1; empty where that is not known
   */
  public void brought(String what, long moreBytes, OptionalDouble done)
      throws InterruptedException {
    bytes += moreBytes;
    listener.brought(what, bytes, done);
    long due = begin + (long) (bytes / bytesPerSecond * 1e9);
    long wait = due - nanos.getAsLong();
    if (wait > 0) {
      pause.pause(Duration.ofNanos(wait));
    }
  }

  /** Who wants to know how far it is. */
  @FunctionalInterface
  public interface Listener {
    /** For those who do not. */
    Listener NONE = (what, bytes, done) -> {};

    /**
     * @param bytes since the beginning
     */
    void brought(String what, long bytes, OptionalDouble done);
  }
}
