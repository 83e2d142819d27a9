// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

/** What AWS Config says of a configuration item. */
public enum ItemStatus {
  DISCOVERED("ResourceDiscovered", "CREATE"),
  CHANGED("OK", "UPDATE"),
  DELETED("ResourceDeleted", "DELETE");

  private final String label;
  private final String change;

  ItemStatus(String label, String change) {
    this.label = label;
    this.change = change;
  }

  String label() {
    return label;
  }

  String change() {
    return change;
  }
}
