// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.signal;

/** Yes, no, or nobody said. Nobody said is never no. */
public enum Known {
  UNKNOWN,
  YES,
  NO;

  public static Known of(boolean value) {
    return value ? YES : NO;
  }

  /** YES, NO, TRUE, FALSE, PARTIAL (counts as yes) in any case; all else is unknown. */
  public static Known ofText(String text) {
    if ("YES".equalsIgnoreCase(text)
        || "TRUE".equalsIgnoreCase(text)
        || "PARTIAL".equalsIgnoreCase(text)) {
      return YES;
    }
    return "NO".equalsIgnoreCase(text) || "FALSE".equalsIgnoreCase(text) ? NO : UNKNOWN;
  }
}
