// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import java.time.Instant;

/** A title, and what is open under it. */
public record Risk(String title, long exposures, long critical, Severity worst, Instant latest) {
  /** Which risks come first; ties go to the more recent. */
  public enum Order {
    MOST_CRITICAL,
    MOST_SEVERE
  }
}
