// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import java.util.Locale;

/** Why a readable record is not used. */
public enum IgnoredReason {
  /** An EventBridge event of a source that Breakwater does not read. */
  UNSUPPORTED_SOURCE,
  /** A known source, and a detail-type that carries no finding (scan finished, preview, …). */
  UNSUPPORTED_DETAIL_TYPE,
  /** JSON, but no finding in any form we know. */
  NOT_A_FINDING,
  /** An OCSF class that carries no signal for us. */
  UNSUPPORTED_CLASS,
  /** An exposure finding of Security Hub: nothing correlates what is correlated already. */
  EXPOSURE_FINDING,
  /** A finding that Breakwater itself emitted. */
  OWN_FINDING,
  /** A Security Hub coverage finding: it speaks of a capability, not of a resource. */
  COVERAGE_FINDING,
  /** A finding whose resources cannot be addressed by an ARN. */
  RESOURCE_WITHOUT_ARN,
  /** A finding of a resource outside AWS. */
  NOT_AN_AWS_RESOURCE,
  /** Word of a live resource from Config, without its configuration. */
  NO_RELATIONS,
  /** Private CA and Health events say nothing that ACM's own events do not. */
  NOT_USED,
  /** The event holds an empty list of findings. */
  NO_FINDINGS,
  /** Of another time than the span that was asked for. */
  OUTSIDE_RANGE,
  /** Of another resource, or from another source, than those that were asked for. */
  NOT_SELECTED;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
