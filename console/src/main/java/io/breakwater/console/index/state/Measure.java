// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.state;

/** A time that is counted up to see whether it is getting better. Replays are left out. */
public enum Measure {
  /** From the last of the contributing findings being first seen to the exposure. */
  DETECT("detect"),
  /** From the first of the findings being first seen to the exposure. */
  DWELL("dwell"),
  /** From the exposure to its close. */
  CLOSE("close");

  private final String id;

  Measure(String id) {
    this.id = id;
  }

  /** Part of every store, and never to be changed. */
  public String id() {
    return id;
  }
}
