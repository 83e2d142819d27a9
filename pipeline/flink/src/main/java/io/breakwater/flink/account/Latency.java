// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * How long it took from events to what was told because of them, over the last minutes or hours.
 * One thread records, any other may read.
 */
public final class Latency {
  /** So far back the percentiles look where nobody says otherwise, in steps of a minute. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Duration STEP = Duration.ofMinutes(1);

  /** Percentiles are right to one in a hundred. */
  private static final int DIGITS = 2;

  private final Clock clock;
  private final Duration window;
  private final Duration step;
  private final Recorder recorder = new Recorder(DIGITS);
  private final Deque<Step> steps = new ArrayDeque<>();
  private long stepEnds;

  public Latency(Clock clock) {
    this(clock, WINDOW, STEP);
  }

  /**
   * @param window how far back the percentiles look
   * @param step in which they forget
   */
  public Latency(Clock clock, Duration window, Duration step) {
    this.clock = clock;
    this.window = window;
    this.step = step;
    this.stepEnds = clock.millis() + step.toMillis();
  }

  /**
   * Something was told.
   *
   * @param eventTime of the event behind it, in milliseconds; one from the future took no time
   */
  public void told(long eventTime) {
    took(clock.millis() - eventTime);
  }

  /** Something took so many milliseconds; less than none is none. */
  public void took(long millis) {
    recorder.recordValue(Math.max(0, millis));
  }

  /**
   * In milliseconds; zero where nothing was told.
   *
   * @param percentile such as 99
   */
  public synchronized long percentile(double percentile) {
    endStep();
    var all = new Histogram(DIGITS);
    steps.forEach(step -> all.add(step.latencies));
    return all.getValueAtPercentile(percentile);
  }

  /** What was recorded since the last look joins the current step, or begins the next one. */
  private void endStep() {
    long now = clock.millis();
    var latest = recorder.getIntervalHistogram();
    if (now >= stepEnds || steps.isEmpty()) {
      steps.addLast(new Step(now, latest));
      stepEnds = now + step.toMillis();
    } else {
      steps.getLast().latencies.add(latest);
    }
    while (steps.getFirst().begin <= now - window.toMillis()) {
      steps.removeFirst();
    }
  }

  private static final class Step {
    private final long begin;
    private final Histogram latencies;

    Step(long begin, Histogram latencies) {
      this.begin = begin;
      this.latencies = latencies;
    }
  }
}
