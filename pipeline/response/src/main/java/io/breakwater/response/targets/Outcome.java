// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a call to a target ended. What may be done next depends on whether it had an effect, which
 * for some ends nobody knows.
 */
public final class Outcome<T> {
  /** How much is known. */
  public enum End {
    /** It had its effect, and was answered. */
    DONE,
    /** It had no effect for certain, and may have one when it is tried again. */
    NOT_DONE,
    /** It had no effect, and never will have as it is. */
    REFUSED,
    /** It had its effect, or not: the answer did not come, or does not tell. */
    UNCLEAR
  }

  private final End end;
  private final T value;
  private final String reason;
  private final Duration retryAfter;
  private final boolean ofTarget;
  private final boolean missing;

  private Outcome(
      End end, T value, String reason, Duration retryAfter, boolean ofTarget, boolean missing) {
    this.end = end;
    this.value = value;
    this.reason = Objects.requireNonNull(reason);
    this.retryAfter = retryAfter;
    this.ofTarget = ofTarget;
    this.missing = missing;
  }

  public static <T> Outcome<T> done(T value) {
    return new Outcome<>(End.DONE, Objects.requireNonNull(value), "", null, false, false);
  }

  /** The target cannot be reached or does not let us in: others fare no better. */
  public static <T> Outcome<T> notDone(String reason) {
    return new Outcome<>(End.NOT_DONE, null, reason, null, true, false);
  }

  /**
   * The target wants to be left alone for a while.
   *
   * @param ofTarget whether by everybody, or only with what this call was about
   */
  public static <T> Outcome<T> throttled(String reason, Duration retryAfter, boolean ofTarget) {
    return new Outcome<>(
        End.NOT_DONE, null, reason, Objects.requireNonNull(retryAfter), ofTarget, false);
  }

  public static <T> Outcome<T> refused(String reason) {
    return new Outcome<>(End.REFUSED, null, reason, null, false, false);
  }

  /** What the call was about is not there. */
  public static <T> Outcome<T> missing(String reason) {
    return new Outcome<>(End.REFUSED, null, reason, null, false, true);
  }

  public static <T> Outcome<T> unclear(String reason) {
    return new Outcome<>(End.UNCLEAR, null, reason, null, true, false);
  }

  public End end() {
    return end;
  }

  public boolean isDone() {
    return end == End.DONE;
  }

  /** Whether it was refused because what it was about is not there. */
  public boolean isMissing() {
    return missing;
  }

  /**
   * What came of it.
   *
   * @throws IllegalStateException unless it is done
   */
  public T value() {
    if (end != End.DONE) {
      throw new IllegalStateException("nothing came of it: " + reason);
    }
    return value;
  }

  /** Why it is not done, for people; empty when it is. */
  public String reason() {
    return reason;
  }

  /** For how long to leave it alone; empty where the target did not say. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Whether it says something of the target as a whole, and not only of this call. */
  public boolean isOfTarget() {
    return ofTarget;
  }

  /** The same end, with another value. */
  public <R> Outcome<R> map(Function<? super T, ? extends R> to) {
    return new Outcome<>(
        end, end == End.DONE ? to.apply(value) : null, reason, retryAfter, ofTarget, missing);
  }

  /** The same end without a value; for those that are not done. */
  public <R> Outcome<R> failed() {
    if (end == End.DONE) {
      throw new IllegalStateException("it is done");
    }
    return map(
        any -> {
          throw new IllegalStateException();
        });
  }

  @Override
  public String toString() {
    return end == End.DONE ? "DONE " + value : end + " " + reason;
  }
}
