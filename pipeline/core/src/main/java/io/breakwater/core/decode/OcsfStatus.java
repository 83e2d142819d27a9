// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.signal.SignalState;
import java.util.List;
import java.util.Locale;

/**
 * All that an OCSF finding says of its state, in ids and in words. The ids count; the words stand
 * in where there is no id.
 *
 * @see <a href="https://schema.ocsf.io/1.6.0/classes/compliance_finding">status_id, activity_id and
 *     compliance.status_id</a>
 */
final class OcsfStatus {
  private static final int CLOSE = 3;
  private static final int SUPPRESSED = 3;
  private static final int RESOLVED = 4;
  private static final int ARCHIVED = 5;
  private static final int DELETED = 6;

  /** By status id. */
  private static final List<String> LABELS =
      List.of("unknown", "new", "in progress", "suppressed", "resolved", "archived", "deleted");

  private static final int PASS = 1;
  private static final int WARNING = 2;
  private static final int FAIL = 3;

  int activity;
  int id;
  String label = "";
  String code = "";
  int complianceId;
  String complianceLabel = "";

  /** By the rule of {@link HubState}. */
  SignalState state() {
    int status = id > 0 ? id : LABELS.indexOf(label.toLowerCase(Locale.ROOT));
    return HubState.of(
        status == ARCHIVED || status == DELETED,
        status == RESOLVED || activity == CLOSE,
        status == SUPPRESSED,
        compliance());
  }

  /**
   * In ASFF's words, so that both copies say the same; empty when nothing is said. Prowler says it
   * as the status code (observed).
   */
  String compliance() {
    switch (complianceId) {
      case PASS:
        return HubState.PASSED;
      case WARNING:
        return HubState.WARNING;
      case FAIL:
        return HubState.FAILED;
      default:
        return inAsffWords(
            Fields.firstOf(complianceLabel, code).toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  private static String inAsffWords(String word) {
    switch (word) {
      case "PASS":
        return HubState.PASSED;
      case "FAIL":
        return HubState.FAILED;
      case "NOTAVAILABLE":
        return HubState.NOT_AVAILABLE;
      default:
        return word;
    }
  }
}
