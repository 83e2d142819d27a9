// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.signal.SignalState;
import java.util.Locale;

/** Why a signal gives no trait any more. */
public enum Withdrawal {
  /** The provider says so: passed, closed, remediated. */
  FIXED(1),
  /** The finding is still active, and says something else now. */
  CHANGED(2),
  /** It is there, and somebody decided not to look at it. */
  SUPPRESSED(5),
  /** The provider put it away without saying that it was fixed. */
  ARCHIVED(6),
  /** It was not seen again within its window. Absence is not a fix: unconfirmed. */
  NOT_SEEN(7),
  /** The resource is gone, and all that was said of it. */
  RESOURCE_DELETED(8),
  /** It is still there, on another resource that is not related to this one any more. */
  UNRELATED(3),
  /** It is still there, and the rules do not count it any more. */
  RULES_CHANGED(4);

  /** The strongest claim has the lowest; the order of the constants is that of stored state. */
  private final int weakness;

  Withdrawal(int weakness) {
    this.weakness = weakness;
  }

  public static Withdrawal of(SignalState state) {
    switch (state) {
      case RESOLVED:
        return FIXED;
      case SUPPRESSED:
        return SUPPRESSED;
      case ARCHIVED:
        return ARCHIVED;
      case DELETED:
        return RESOURCE_DELETED;
      default:
        return CHANGED;
    }
  }

  /**
   * Of two reasons at once the weaker claim: one fix does not confirm another. A resource that is
   * gone leaves no other reason.
   */
  public Withdrawal and(Withdrawal other) {
    return weakness >= other.weakness ? this : other;
  }

  /** Whether somebody said that the trait is gone, or we only stopped hearing of it. */
  public boolean confirmed() {
    return this != NOT_SEEN;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
