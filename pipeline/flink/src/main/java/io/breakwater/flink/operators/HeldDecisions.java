// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.catalogue.Suppressions;
import io.breakwater.core.control.Decided;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.ExposureEvent;
import io.breakwater.core.exposure.Obeyed;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.TimerService;

/**
 * What people decided about the exposure of a key, by actions or by rules for many of them, and
 * when what suppresses it ends: then there is a timer in event time.
 */
final class HeldDecisions {
  private final ValueState<Decisions> decisions;
  private final ValueState<Long> suppressedUntil;

  private HeldDecisions(ValueState<Decisions> decisions, ValueState<Long> suppressedUntil) {
    this.decisions = decisions;
    this.suppressedUntil = suppressedUntil;
  }

  /**
   * @param decisions the number of the value that holds them
   * @param suppressedUntil the number of the value that holds that time
   */
  static HeldDecisions in(KeyState state, int decisions, int suppressedUntil) {
    return new HeldDecisions(
        state.value(decisions, Decisions.class), state.value(suppressedUntil, Long.class));
  }

  /** Those by actions. */
  Decisions held() throws IOException {
    var held = decisions.value();
    return held == null ? Decisions.NONE : held;
  }

  /** Whether what readers were told last is suppressed. */
  boolean suppress() throws IOException {
    return suppressedUntil.value() != null;
  }

  /**
   * How severe an exposure is to be told.
   *
   * @param since when the episode began
   */
  Severity severityOf(Exposure open, Instant since, Instant now) throws IOException {
    return held().from(since).at(now, open.severity()).severityOr(open.severity());
  }

  /**
   * What holds of an exposure that is to be told.
   *
   * @param open empty where there is none
   * @param since when the episode began
   */
  Decided decide(
      Optional<Exposure> open, Suppressions rules, Instant since, Instant now, TimerService timers)
      throws IOException {
    if (open.isEmpty()) {
      suppressUntil(Optional.empty(), timers);
      return Decided.NOTHING;
    }
    var exposure = open.get();
    var decided = held().from(since).at(now, exposure.severity());
    if (decided.suppression().isEmpty() && !rules.isEmpty()) {
      decided =
          rules
              .of(ExposureEvent.of(exposure), decided.severityOr(exposure.severity()), now)
              .map(decided::by)
              .orElse(decided);
    }
    suppressUntil(decided.suppression().flatMap(Suppression::end), timers);
    return decided;
  }

  private void suppressUntil(Optional<Instant> end, TimerService timers) throws IOException {
    if (end.isPresent()) {
      long timer = WakeUp.timerFor(end.get());
      suppressedUntil.update(timer);
      timers.registerEventTimeTimer(timer);
    } else if (suppress()) {
      suppressedUntil.clear();
    }
  }

  /** When what suppressed it ended, once it has; it is to be told again then. */
  Optional<Instant> endBy(long now) throws IOException {
    var end = suppressedUntil.value();
    if (end == null || end > now) {
      return Optional.empty();
    }
    suppressedUntil.clear();
    return Optional.of(Instant.ofEpochMilli(end));
  }

  /** From now on these hold. */
  void keep(Decisions now, TimerService timers) throws IOException {
    decisions.update(now);
    now.suppressedUntil().ifPresent(end -> timers.registerEventTimeTimer(WakeUp.timerFor(end)));
  }

  /** They wait for the exposure that they are about. */
  void hold(Decisions waiting, Instant now, TimerService timers) throws IOException {
    keep(waiting, timers);
    timers.registerEventTimeTimer(WakeUp.timerFor(now.plus(Obeyed.HELD)));
  }

  /** The exposure has closed: what was decided since then may be of the next. */
  void closed(Instant at, Instant now, TimerService timers) throws IOException {
    if (decisions.value() == null) {
      return;
    }
    keepOf(held().betweenEpisodes(at.plusNanos(1), now));
    if (decisions.value() != null) {
      hold(held(), now, timers);
    }
  }

  /** Forgets what has ended, or has waited in vain. */
  void forget(Instant now) throws IOException {
    if (decisions.value() != null) {
      keepOf(held().betweenEpisodes(now.minus(Obeyed.HELD).plusNanos(1), now));
    }
  }

  private void keepOf(Decisions left) throws IOException {
    if (left.isNothing()) {
      decisions.clear();
    } else {
      decisions.update(left);
    }
  }
}
