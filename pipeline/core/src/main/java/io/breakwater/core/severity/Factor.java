// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

/**
 * The four things that likelihood is made of.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/exposure-findings-severity.html">
 *     Severity of exposure findings</a>
 */
public enum Factor {
  /** Is the weakness public, and an exploit for it? */
  AWARENESS("awareness"),
  /** Can an attacker find it? */
  DISCOVERY("discovery"),
  /** What does an attacker need to use it? */
  EASE("ease"),
  /** How probable is exploitation in the wild? */
  EXPLOITATION("exploitation");

  private final String key;

  Factor(String key) {
    this.key = key;
  }

  /** As the data files write it. */
  public String key() {
    return key;
  }
}
