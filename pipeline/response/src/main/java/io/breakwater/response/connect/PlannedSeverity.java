// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.connect;

import io.breakwater.response.message.Severity;
import java.util.Locale;

/** A severity, by its name in a plan. */
final class PlannedSeverity {
  private PlannedSeverity() {}

  static Severity of(String label) {
    return Severity.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
