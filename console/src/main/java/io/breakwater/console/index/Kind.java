// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.util.Arrays;

/** What there are revisions of. */
public enum Kind {
  EXPOSURE("exposure"),
  CERTIFICATE("certificate");

  private final String id;

  Kind(String id) {
    this.id = id;
  }

  /**
   * @throws IllegalArgumentException for what is none
   */
  public static Kind of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing has revisions of kind " + id));
  }

  /** Part of every store, and never to be changed. */
  public String id() {
    return id;
  }
}
