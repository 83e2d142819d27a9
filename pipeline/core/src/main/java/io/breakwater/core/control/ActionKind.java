// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import java.util.Arrays;

/** What somebody may decide about an exposure. */
public enum ActionKind {
  /** What people are at. */
  STATUS("status"),
  /** How severe it is in the eyes of somebody who knows more. */
  SEVERITY("severity"),
  /** What they say of it. */
  COMMENT("comment"),
  /** To live with it for a while. */
  SUPPRESS("suppress"),
  /** To do so no longer. */
  UNSUPPRESS("unsuppress"),
  /** To make a ticket of it. */
  TICKET("ticket");

  private final String key;

  ActionKind(String key) {
    this.key = key;
  }

  /** As actions write it. */
  public String key() {
    return key;
  }

  /**
   * The kind that is written so.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ActionKind ofKey(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action is '" + key + "'"));
  }
}
