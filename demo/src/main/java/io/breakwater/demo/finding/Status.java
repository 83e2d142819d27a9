// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.finding;

/** Where a finding stands. Each product has its own words for it. */
public enum Status {
  OPEN,
  FIXED,
  /** Somebody decided to live with it. */
  SUPPRESSED,
  ARCHIVED
}
