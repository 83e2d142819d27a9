// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.diff;

/** What findings are about. */
enum Subject {
  EXPOSURES("exposures"),
  CERTIFICATES("certificate alerts");

  private final String label;

  Subject(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
