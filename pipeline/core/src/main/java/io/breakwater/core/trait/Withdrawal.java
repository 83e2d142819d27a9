// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.trait;

import io.breakwater.core.signal.SignalState;
import java.util.Locale;

/** Why a signal gives no trait any more, the strongest claim first. */
public enum Withdrawal {
  /** The provider says so: passed, closed, remediated. */
  FIXED,
  /** The finding is still active, and says something else now. */
  CHANGED,
  SUPPRESSED,
  ARCHIVED,
  /** It was not seen again within its window. Absence is not a fix: unconfirmed. */
  NOT_SEEN;

  public static Withdrawal of(SignalState state) {
    switch (state) {
      case RESOLVED:
        return FIXED;
      case SUPPRESSED:
        return SUPPRESSED;
      case ARCHIVED:
        return ARCHIVED;
      default:
        return CHANGED;
    }
  }

  /** Of two reasons at once the weaker claim: one fix does not confirm another. */
  public Withdrawal and(Withdrawal other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether somebody said that the trait is gone, or we only stopped hearing of it. */
  public boolean confirmed() {
    return this != NOT_SEEN;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
