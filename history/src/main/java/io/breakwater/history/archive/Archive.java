// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ArchiveState;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;

/**
 * An archive, and what can be replayed from it.
 *
 * @param arn of the archive
 * @param bus the ARN of the event bus that it is of, which is the only one it is replayed to
 * @param oldest before then it has nothing
 */
record Archive(String arn, String bus, Instant oldest) {
  /**
   * So long events may be on their way into an archive.
   *
   * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html">
   *     EventBridge's recommendation</a>
   */
  static final Duration LAG = Duration.ofMinutes(10);

  private static final Set<ArchiveState> HAS_NONE =
      Set.of(ArchiveState.CREATING, ArchiveState.CREATE_FAILED);

  /**
   * @param archive its name, or its ARN
   */
  static Archive describe(EventBridgeClient client, String archive, Instant now)
      throws HistoryException, InterruptedException {
    var name = archive.substring(archive.indexOf('/') + 1);
    var found =
        Asked.to(
            "read archive " + archive,
            () -> client.describeArchive(request -> request.archiveName(name)));
    if (HAS_NONE.contains(found.state())) {
      throw new HistoryException(
          "archive " + archive + " is " + found.stateAsString() + ": it has no events yet");
    }
    return new Archive(found.archiveArn(), found.eventSourceArn(), oldestOf(found, now));
  }

  private static Instant oldestOf(DescribeArchiveResponse archive, Instant now) {
    var created = archive.creationTime();
    // Zero days stand for ever.
    if (archive.retentionDays() == null || archive.retentionDays() == 0) {
      return created;
    }
    var kept = now.minus(Duration.ofDays(archive.retentionDays()));
    return kept.isAfter(created) ? kept : created;
  }

  /**
   * @throws HistoryException when the archive does not have all events of the range
   */
  void requireAllOf(TimeRange range, Instant now) throws HistoryException {
    if (range.from().isEmpty() || range.to().isEmpty()) {
      throw new HistoryException(
          "an archive is replayed from one time to another: say both, not " + range);
    }
    if (range.from().get().isBefore(oldest)) {
      throw new HistoryException(
          "archive " + arn + " has no events of before " + oldest + ": begin later");
    }
    var latest = now.minus(LAG);
    if (range.to().get().isAfter(latest)) {
      throw new HistoryException(
          "events of the last "
              + LAG.toMinutes()
              + " minutes may not be in archive "
              + arn
              + " yet: end at "
              + latest
              + ", or wait");
    }
  }
}
