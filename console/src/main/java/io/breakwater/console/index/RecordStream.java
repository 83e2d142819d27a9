// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.util.Arrays;

/** The output streams of both jobs that the index is made from. */
public enum RecordStream {
  EXPOSURES("exposures"),
  CERTIFICATES("certificates"),
  DEAD_LETTERS("dead-letters"),
  REPORTS("response-reports"),
  RESPONSE_DEAD_LETTERS("response-dead-letters"),
  ACTION_ANSWERS("action-answers"),
  RULE_ANSWERS("rule-answers");

  private final String id;

  RecordStream(String id) {
    this.id = id;
  }

  /** By which positions and letters are kept: part of every store, and never to be changed. */
  public String id() {
    return id;
  }

  /**
   * @throws IllegalArgumentException for what is none
   */
  public static RecordStream of(String id) {
    return Arrays.stream(values())
        .filter(stream -> stream.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stream of records: " + id));
  }
}
