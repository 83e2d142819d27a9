// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.rules;

import java.util.Arrays;
import java.util.Optional;

/** What may change while a job runs; each kind is replaced as a whole. */
public enum RuleKind {
  /** Traits, exposure rules, severity model, windows, thresholds of certificates. */
  CATALOGUE("catalogue"),
  /** The exposures that somebody decided to live with. */
  SUPPRESSIONS("suppressions"),
  /** EPSS scores and the list of vulnerabilities that are known to be exploited. */
  EXPLOITATION("exploitation");

  private final String key;

  RuleKind(String key) {
    this.key = key;
  }

  /** As updates write it. */
  public String key() {
    return key;
  }

  static Optional<RuleKind> ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}
