// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

/** What there is in a catalogue. */
enum RuleKind {
  TRAIT("trait"),
  EXPOSURE("exposure rule"),
  ORDER("order of the exposure rules"),
  SEVERITY("severity model"),
  WINDOW("window"),
  INDICATOR("indicator"),
  ATTACK("ATT&CK"),
  NOUN("name of the resource type"),
  CERTIFICATES("certificate rules");

  private final String label;

  RuleKind(String label) {
    this.label = label;
  }

  /** What such a rule can make a difference to. */
  Subject subject() {
    return this == CERTIFICATES ? Subject.CERTIFICATES : Subject.EXPOSURES;
  }

  String label() {
    return label;
  }
}
