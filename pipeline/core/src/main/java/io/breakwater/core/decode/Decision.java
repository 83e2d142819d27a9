// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

/** What is done with a record or a part of it, the best outcome first. */
public enum Decision {
  SIGNALS("signals"),
  RELATIONS("relations"),
  CERTIFICATE("certificate"),
  IGNORED("ignored"),
  DEAD_LETTER("dead-letter");

  private final String label;

  Decision(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
