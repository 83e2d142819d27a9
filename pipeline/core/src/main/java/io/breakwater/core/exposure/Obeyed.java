// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.control.Action;
import io.breakwater.core.control.ActionAnswer;
import io.breakwater.core.control.ActionKind;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What becomes of an action: what is decided from now on, and the answer to whoever sent it. */
public final class Obeyed {
  /** So far the clock of whoever decides may be ahead. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  /** So long a decision waits for the exposure that it is about. */
  public static final Duration HELD = Duration.ofDays(1);

  private final Decisions decisions;
  private final ActionAnswer answer;

  private Obeyed(Decisions decisions, ActionAnswer answer) {
    this.decisions = Objects.requireNonNull(decisions);
    this.answer = Objects.requireNonNull(answer);
  }

  /**
   * Judges an action.
   *
   * @param held what was decided before
   * @param open what readers were told of the exposure of the resource; empty where none is open
   * @param closed how its last episode ended; empty before the end of the first
   * @param computed how severe the exposure is by its traits; empty where none is open
   * @param now by the wall clock
   */
  public static Obeyed of(
      Action action,
      Decisions held,
      Optional<Announced> open,
      Optional<Closed> closed,
      Optional<Severity> computed,
      Instant now) {
    return refusal(action, now)
        .map(reason -> ActionAnswer.refused(action, reason))
        .or(() -> ofAnother(action, open))
        .or(() -> outOfDate(action, open, now))
        .map(answer -> new Obeyed(held, answer))
        .orElseGet(
            () ->
                open.isPresent()
                    ? taken(action, held, open.get().severity(), computed, now)
                    : heldBack(action, held, closed));
  }

  private static Optional<String> refusal(Action action, Instant now) {
    if (action.signature().at().isAfter(now.plus(CLOCKS_DIFFER))) {
      return Optional.of("it was decided at " + action.signature().at() + ", which is yet to come");
    }
    int status = action.statusId().orElse(Action.NEW);
    if (status != Action.NEW && status != Action.IN_PROGRESS) {
      return Optional.of(
          "status_id "
              + status
              + " is not for people to set: suppress has a reason and an end, and an exposure is"
              + " resolved when its findings are");
    }
    return Optional.empty();
  }

  private static Optional<ActionAnswer> ofAnother(Action action, Optional<Announced> open) {
    return open.map(told -> Exposure.uidOf(told.resource()))
        .filter(uid -> !uid.equals(action.exposure()))
        .map(
            uid ->
                ActionAnswer.unknown(
                    action, "the exposure of " + action.resource() + " is " + uid));
  }

  private static Optional<ActionAnswer> outOfDate(
      Action action, Optional<Announced> open, Instant now) {
    if (action.until().filter(end -> !now.isBefore(end)).isPresent()) {
      return Optional.of(ActionAnswer.stale(action, "it ended at " + action.until().get()));
    }
    return open.map(Announced::since)
        .filter(since -> action.signature().at().isBefore(since))
        .map(
            since ->
                ActionAnswer.stale(
                    action, "it was decided before the exposure opened, at " + since));
  }

  private static Obeyed taken(
      Action action, Decisions held, Severity told, Optional<Severity> computed, Instant now) {
    var with = held.with(action, told);
    if (held.have(action)) {
      return new Obeyed(with, ActionAnswer.unchanged(action));
    }
    if (!with.have(action)) {
      return new Obeyed(with, ActionAnswer.stale(action, superseded(action)));
    }
    return new Obeyed(
        with,
        computed
            .flatMap(severity -> overtaken(action, with, severity, now))
            .map(reason -> ActionAnswer.stale(action, reason))
            .orElseGet(() -> ActionAnswer.applied(action)));
  }

  /** What opens the exposure may be on its way, as the job reads several streams. */
  private static Obeyed heldBack(Action action, Decisions held, Optional<Closed> closed) {
    if (held.have(action)) {
      return new Obeyed(held, ActionAnswer.unchanged(action));
    }
    var with = held.with(action, Severity.CRITICAL);
    if (held.suppressedUntil().isPresent() && isOfSuppression(action)) {
      return new Obeyed(
          with,
          with.have(action)
              ? ActionAnswer.applied(action)
              : ActionAnswer.stale(action, superseded(action)));
    }
    var why =
        closed
            .map(ended -> "the exposure was closed at " + ended.at())
            .orElse("no exposure of " + action.resource() + " is open");
    return new Obeyed(
        with, ActionAnswer.unknown(action, why + "; it will hold should one open within a day"));
  }

  private static boolean isOfSuppression(Action action) {
    return action.kind() == ActionKind.SUPPRESS || action.kind() == ActionKind.UNSUPPRESS;
  }

  private static String superseded(Action action) {
    switch (action.kind()) {
      case COMMENT:
        return "as many comments as are kept came later";
      case TICKET:
        return "somebody asked for a ticket since";
      default:
        return "somebody decided otherwise since";
    }
  }

  /** It is more severe than whoever decided knew. */
  private static Optional<String> overtaken(
      Action action, Decisions with, Severity computed, Instant now) {
    var decided = with.at(now, computed);
    boolean holds =
        (action.kind() != ActionKind.SEVERITY || decided.severity().isPresent())
            && (action.kind() != ActionKind.SUPPRESS || decided.suppression().isPresent());
    return holds
        ? Optional.empty()
        : Optional.of(
            "the exposure is "
                + decided.severityOr(computed).label()
                + " now, which is more severe");
  }

  public Decisions decisions() {
    return decisions;
  }

  public ActionAnswer answer() {
    return answer;
  }
}
