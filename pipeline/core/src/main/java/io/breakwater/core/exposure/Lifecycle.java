// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.exposure.Revision.Activity;
import java.time.Instant;
import java.util.Optional;

/**
 * When readers are told something about an exposure.
 *
 * <pre>
 *            exposed                    material change
 *   (none) ──────────► open (Create) ◄──────────────────┐ (Update)
 *      ▲                 │      └───────────────────────┘
 *      └─────────────────┘ not exposed any more (Close)
 * </pre>
 *
 * <p>Created once, closed exactly once and only when announced; nothing is said when nothing
 * material changed. An exposure that opens again keeps its uid.
 *
 * <p>Evidence that was not seen again is gone unconfirmed, and stays so until the exposure closes:
 * that the rest of it was fixed later does not confirm it.
 */
public final class Lifecycle {
  private Lifecycle() {}

  /**
   * What to say now; empty for nothing.
   *
   * @param announced what readers were told, empty when no exposure is open
   * @param exposure what the evidence adds up to, empty when it is not enough
   * @param pending the changes since readers were last told
   */
  public static Optional<Revision> next(
      Optional<Announced> announced, Optional<Exposure> exposure, Pending pending) {
    var open = exposure.filter(Exposure::published);
    if (open.isEmpty()) {
      return announced.map(last -> Revision.close(last, pending));
    }
    if (announced.isEmpty()) {
      return Optional.of(open(Activity.CREATE, open.get(), pending.time(), false, pending));
    }
    var last = announced.get();
    return last.fingerprint().equals(open.get().fingerprint())
        ? Optional.empty()
        : Optional.of(
            open(
                Activity.UPDATE,
                open.get(),
                last.since(),
                last.unconfirmed() || pending.unconfirmed(),
                pending));
  }

  /** Whether readers must hear of it at once: an exposure that is new or more severe. */
  public static boolean isUrgent(Optional<Announced> announced, Optional<Exposure> exposure) {
    var open = exposure.filter(Exposure::published);
    return open.isPresent()
        && (announced.isEmpty() || open.get().severity().compareTo(announced.get().severity()) > 0);
  }

  private static Revision open(
      Activity activity, Exposure exposure, Instant since, boolean unconfirmed, Pending pending) {
    return Revision.open(activity, exposure, Announced.of(exposure, since, unconfirmed), pending);
  }
}
