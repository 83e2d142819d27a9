// SPDX-License-Identifier: Apache-2.0
package io.breakwater.fakes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Which trouble the next call meets. The same seed deals the same troubles in the same order; while
 * paused every call goes well and no draw is used up. Thread-safe.
 */
public final class Troubles {
  private static final double ROUNDING = 1e-9;

  private final Map<Trouble, Double> share;
  private final SplittableRandom random;
  private final Deque<Trouble> script;
  private final Map<Trouble, Long> dealt = new EnumMap<>(Trouble.class);
  private Predicate<Call> affected = call -> true;
  private Duration retryAfter = Duration.ofSeconds(2);
  private Duration delay = Duration.ofSeconds(1);
  private boolean paused;

  private Troubles(Map<Trouble, Double> share, long seed, List<Trouble> script) {
    this.share = share;
    this.random = new SplittableRandom(seed);
    this.script = new ArrayDeque<>(script);
  }

  /** Every call goes well. */
  public static Troubles none() {
    return new Troubles(new EnumMap<>(Trouble.class), 0, List.of());
  }

  /**
   * @param share of each trouble, from 0.0 to 1.0; what is left to 1.0 goes well
   * @throws IllegalArgumentException if a share is outside of that or together they exceed 1.0
   */
  public static Troubles seeded(long seed, Map<Trouble, Double> share) {
    var shares = new EnumMap<Trouble, Double>(Trouble.class);
    shares.putAll(share);
    double sum = 0;
    for (var entry : shares.entrySet()) {
      if (!(entry.getValue() >= 0 && entry.getValue() <= 1)) {
        throw new IllegalArgumentException("A share is from 0.0 to 1.0: " + entry);
      }
      sum += entry.getValue();
    }
    if (sum > 1 + ROUNDING) {
      throw new IllegalArgumentException("The shares exceed 1.0 together: " + shares);
    }
    return new Troubles(shares, seed, List.of());
  }

  /** These, one after the other; then every call goes well. */
  public static Troubles scripted(Trouble... troubles) {
    return new Troubles(new EnumMap<>(Trouble.class), 0, List.of(troubles));
  }

  /** Only such calls meet trouble; the others go well and use up no draw. */
  public synchronized Troubles onlyFor(Predicate<Call> calls) {
    this.affected = calls;
    return this;
  }

  /** How long the throttled are told to wait; whole seconds. */
  public synchronized Troubles withRetryAfter(Duration retryAfter) {
    this.retryAfter = retryAfter;
    return this;
  }

  /** How long what is slow takes. */
  public synchronized Troubles withDelay(Duration delay) {
    this.delay = delay;
    return this;
  }

  /** The trouble that the next call meets, whichever it is. */
  public synchronized Trouble next() {
    var trouble = paused ? Trouble.NONE : drawn();
    dealt.merge(trouble, 1L, Long::sum);
    return trouble;
  }

  /** The trouble that this call meets. */
  public synchronized Trouble next(Call call) {
    if (affected.test(call)) {
      return next();
    }
    dealt.merge(Trouble.NONE, 1L, Long::sum);
    return Trouble.NONE;
  }

  /** How many calls met which trouble so far, those that went well included. */
  public synchronized Map<Trouble, Long> dealt() {
    return Map.copyOf(dealt);
  }

  /** Every call goes well until {@link #resume}. */
  public synchronized void pause() {
    paused = true;
  }

  /** Deals trouble again, from where it stopped. */
  public synchronized void resume() {
    paused = false;
  }

  /** How long the throttled are told to wait. */
  public synchronized Duration retryAfter() {
    return retryAfter;
  }

  /** How long what is slow takes. */
  public synchronized Duration delay() {
    return delay;
  }

  private Trouble drawn() {
    if (!script.isEmpty()) {
      return script.pop();
    }
    double point = random.nextDouble();
    for (var entry : share.entrySet()) {
      point -= entry.getValue();
      if (point < 0) {
        return entry.getKey();
      }
    }
    return Trouble.NONE;
  }
}
