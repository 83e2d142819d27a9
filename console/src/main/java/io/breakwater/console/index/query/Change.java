// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Severity;
import java.time.Instant;

/**
 * The last change of an exposure or an alert, as it is now.
 *
 * @param number the later, the greater
 * @param at when it came to what it is, by event time
 */
public record Change(
    long number,
    Kind kind,
    String uid,
    boolean open,
    Severity severity,
    String title,
    String account,
    Instant at,
    What what) {
  /** What has happened. */
  public enum What {
    /** It is open, and was not. */
    CREATED,
    /** What it says or its ticket is another. */
    UPDATED,
    CLOSED
  }
}
