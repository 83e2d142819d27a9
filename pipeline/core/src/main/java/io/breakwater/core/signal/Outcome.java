// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.Locale;

/** What became of a signal, the best outcome first. */
public enum Outcome {
  /** It is the latest version of the signal. */
  APPLIED,
  /** A later version is known already, or its window had run out when it came. */
  STALE,
  /** Exactly this version is known already. */
  DUPLICATE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
