// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.util.Optional;
import java.util.stream.Stream;

/** What a revision says of its exposure; the numbers are those of OCSF's {@code activity_id}. */
enum Activity {
  CREATE(1),
  UPDATE(2),
  CLOSE(3);

  private final int id;

  Activity(int id) {
    this.id = id;
  }

  static Optional<Activity> of(int id) {
    return Stream.of(values()).filter(activity -> activity.id == id).findFirst();
  }
}
