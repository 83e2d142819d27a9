// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the fake keeps of an archive.
 *
 * @param retentionDays zero for ever
 */
record FakeArchive(
    String name, Instant created, int retentionDays, String state, List<FakeArchive.Event> events) {
  /** An event, without {@code replay-name}. */
  record Event(Instant time, String id) {
    String json(String replay) {
      return """
          {"version":"0","id":"%s","detail-type":"Inspector2 Finding","source":"aws.inspector2",\
          "account":"111122223333","time":"%s","region":"eu-west-1","replay-name":"%s","detail":{}}"""
          .formatted(id, time, replay);
    }
  }

  boolean keeps(Instant time, Instant now) {
    return retentionDays == 0 || !time.isBefore(now.minus(Duration.ofDays(retentionDays)));
  }
}
