// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import java.time.Instant;

/**
 * When a provider tells of a finding, and of which.
 *
 * @param finding 32 hexadecimal digits that every report of the finding shares
 * @param created when it was first seen
 * @param updated when it became what is told now
 * @param arrived when EventBridge delivers it
 */
record Occasion(
    Subject subject, String finding, Instant created, Instant updated, Instant arrived) {
  /** Such as Access Analyzer's ids of findings. */
  String findingUuid() {
    return uuid(finding);
  }

  static String uuid(String hex) {
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20, 32));
  }
}
