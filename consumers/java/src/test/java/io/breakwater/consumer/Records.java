// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.nio.charset.StandardCharsets;

/** Records with what the rules of reading look at, and nothing else. */
final class Records {
  private Records() {}

  static String created(String uid, String revision) {
    return record(1, uid, revision, 1);
  }

  static String updated(String uid, String revision) {
    return record(2, uid, revision, 1);
  }

  static String closed(String uid, String revision) {
    return record(3, uid, revision, 1);
  }

  static String record(int activity, String uid, String revision, int episode) {
    return String.format(
        "{\"activity_id\":%d,\"severity\":\"High\",\"metadata\":{\"uid\":\"%s\"},"
            + "\"finding_info\":{\"uid\":\"%s\",\"title\":\"Exposure of %3$s\"},"
            + "\"unmapped\":{\"replay\":false,\"episode\":{\"number\":%d}}}",
        activity, revision, uid, episode);
  }

  static byte[] bytes(String record) {
    return record.getBytes(StandardCharsets.UTF_8);
  }
}
