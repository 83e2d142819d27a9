// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.signal.SignalState;

/**
 * What a finding in Security Hub counts as, of all that it says of its state. The first that holds:
 *
 * <ol>
 *   <li>put away by the provider or a rule (ASFF {@code RecordState ARCHIVED}; OCSF status 5
 *       Archived, 6 Deleted): archived, since the rest of such a record is no longer kept up;
 *   <li>mended (compliance {@code PASSED}; ASFF workflow {@code RESOLVED}; OCSF status 4 Resolved
 *       or activity 3 Close): resolved, even when suppressed before;
 *   <li>suppressed (ASFF workflow {@code SUPPRESSED}; OCSF status 3): suppressed;
 *   <li>compliance {@code NOT_AVAILABLE}, the check could not be made or has nothing to check:
 *       archived, as it is no fix and no failure either;
 *   <li>all else, unknown words included: active. So are {@code FAILED} and {@code WARNING}.
 * </ol>
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/controls-overall-status.html">
 *     Compliance status and control status</a>
 */
final class HubState {
  static final String PASSED = "PASSED";
  static final String WARNING = "WARNING";
  static final String FAILED = "FAILED";
  static final String NOT_AVAILABLE = "NOT_AVAILABLE";

  private HubState() {}

  /**
   * @param compliance in ASFF's words, empty when the finding is of no control
   */
  static SignalState of(boolean archived, boolean mended, boolean suppressed, String compliance) {
    if (archived) {
      return SignalState.ARCHIVED;
    }
    if (mended || compliance.equals(PASSED)) {
      return SignalState.RESOLVED;
    }
    if (suppressed) {
      return SignalState.SUPPRESSED;
    }
    return compliance.equals(NOT_AVAILABLE) ? SignalState.ARCHIVED : SignalState.ACTIVE;
  }
}
