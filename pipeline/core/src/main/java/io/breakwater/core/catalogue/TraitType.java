// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.Optional;

/**
 * What a trait is about.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/supported-traits.html">
 *     Supported traits</a>
 */
public enum TraitType {
  VULNERABILITY("Vulnerability"),
  REACHABILITY("Reachability"),
  MISCONFIGURATION("Misconfiguration"),
  ASSUMABILITY("Assumability"),
  SENSITIVE_DATA("Sensitive Data"),
  IMPACT("Impact"),
  /** Our own: somebody is at it right now. */
  THREAT("Threat");

  private final String label;

  TraitType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<TraitType> ofLabel(String label) {
    for (var type : values()) {
      if (type.label.equals(label)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
