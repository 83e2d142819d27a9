// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.record;

import java.util.Arrays;

/** What a revision does, by {@code activity_id}. */
public enum Activity {
  CREATE(1),
  UPDATE(2),
  CLOSE(3);

  private final int id;

  Activity(int id) {
    this.id = id;
  }

  public int id() {
    return id;
  }

  static Activity of(int id) {
    return Arrays.stream(values()).filter(activity -> activity.id == id).findFirst().orElseThrow();
  }
}
