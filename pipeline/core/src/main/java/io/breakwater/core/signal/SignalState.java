// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

import java.util.Locale;

/** What the provider last said about a finding. Only an active one gives traits. */
public enum SignalState {
  ACTIVE,
  /** The weakness is gone: passed, closed, fixed, resource deleted. */
  RESOLVED,
  /** It is there, and somebody decided not to look at it. */
  SUPPRESSED,
  /** The provider put it away without saying that it was fixed. */
  ARCHIVED,
  /** The resource itself is gone, and with it all that was said of it until then. */
  DELETED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
