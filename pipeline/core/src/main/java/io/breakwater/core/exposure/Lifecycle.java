// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.control.Decided;
import io.breakwater.core.signal.Severity;
import java.util.Optional;

/**
 * When readers are told something about an exposure.
 *
 * <pre>
 *            exposed                    material change
 *   (none) ──────────► open (Create) ◄──────────────────┐ (Update)
 *                      ▲ │      └───────────────────────┘
 *     exposed (Create, │ │ not exposed any more (Close, with a reason)
 *        next episode) │ ▼
 *                    closed
 * </pre>
 *
 * <p>Created once, closed exactly once and only when announced; nothing is said when nothing
 * material changed. An exposure that opens again keeps its uid, and starts a new episode.
 *
 * <p>An exposure that somebody decided to live with is told like any other, and says that and until
 * when; that it is suppressed, or is not any more, is a material change. So is whatever else people
 * decide: how severe it is, that they are at it, what they say of it.
 *
 * <p>Evidence that was not seen again is gone unconfirmed, and stays so until the exposure closes:
 * that the rest of it was fixed later does not confirm it.
 */
public final class Lifecycle {
  private Lifecycle() {}

  /** What to say now, where nobody decided anything. */
  public static Optional<Revision> next(
      Optional<Announced> announced,
      Optional<Closed> closed,
      Assessment assessment,
      Pending pending) {
    return next(announced, closed, assessment, Decided.NOTHING, pending);
  }

  /**
   * What to say now; empty for nothing.
   *
   * @param announced what readers were told, empty when no exposure is open
   * @param closed how the last episode ended, empty before the end of the first
   * @param assessment what the evidence adds up to
   * @param decided what people decided about it, and rules that suppress it
   * @param pending the changes since readers were last told
   */
  public static Optional<Revision> next(
      Optional<Announced> announced,
      Optional<Closed> closed,
      Assessment assessment,
      Decided decided,
      Pending pending) {
    var open = assessment.published();
    if (open.isEmpty()) {
      return announced.map(
          last -> Revision.close(last, pending.whyClosed(last, assessment.suppressed()), pending));
    }
    var exposure = open.get();
    if (announced.isEmpty()) {
      int episode = closed.map(Closed::episode).orElse(0) + 1;
      var first = Announced.of(exposure, decided, pending.time(), episode, false);
      return Optional.of(Revision.create(exposure, decided, first, closed, pending));
    }
    var last = announced.get();
    boolean unconfirmed = last.unconfirmed() || pending.unconfirmed();
    var now = Announced.of(exposure, decided, last.since(), last.episode(), unconfirmed);
    return last.fingerprint().equals(now.fingerprint())
        ? Optional.empty()
        : Optional.of(Revision.update(exposure, decided, now, pending));
  }

  /**
   * Whether readers may have to hear of it at once, by a bound that is cheap to know: when not, it
   * {@linkplain #isUrgent is not}.
   */
  public static boolean mayBeUrgent(Optional<Announced> announced, Optional<Severity> ceiling) {
    return ceiling
        .filter(most -> most != Severity.INFORMATIONAL)
        .filter(most -> announced.isEmpty() || most.compareTo(announced.get().severity()) > 0)
        .isPresent();
  }

  /**
   * Whether readers must hear of it at once: an exposure that is new or more severe.
   *
   * @param now how severe it is to be told; empty where there is nothing to tell
   */
  public static boolean isUrgent(Optional<Announced> announced, Optional<Severity> now) {
    return now.isPresent()
        && (announced.isEmpty() || now.get().compareTo(announced.get().severity()) > 0);
  }
}
