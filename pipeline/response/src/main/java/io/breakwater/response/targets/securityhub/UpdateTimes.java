// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets.securityhub;

import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Position;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is imported as {@code UpdatedAt}. Security Hub passes over an import whose time is not later
 * than that of the finding, so the time has to grow with each revision, and has to be the same when
 * a revision is sent again: an old one that comes late must not win.
 *
 * <p>The time of the change by the events does neither: events are late, and one may lead to
 * several revisions. It is the time at which the record came to its stream, which grows along the
 * stream and stays with the record. Where two came within the same millisecond, the later one by
 * its position is a millisecond later than the last one that was sent. That is remembered of the
 * last {@value #MOST} exposures only, and not over a restart: then such a one is passed over until
 * the next change.
 */
final class UpdateTimes {
  static final int MOST = 10_000;

  private static final class Sent {
    final String position;
    final Instant time;

    Sent(String position, Instant time) {
      this.position = position;
      this.time = time;
    }
  }

  private final Map<String, Sent> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
          return size() > MOST;
        }
      };

  synchronized Instant of(Notice notice) {
    long millis = notice.getArrivedAt() > 0 ? notice.getArrivedAt() : notice.getChangedAt();
    var own = Instant.ofEpochMilli(millis);
    var sent = last.get(notice.getUid());
    if (sent != null && notice.getPosition().equals(sent.position)) {
      return sent.time;
    }
    if (sent != null && !Position.isAfter(notice.getPosition(), sent.position)) {
      return own;
    }
    var time = sent == null || own.isAfter(sent.time) ? own : sent.time.plusMillis(1);
    last.put(notice.getUid(), new Sent(notice.getPosition(), time));
    return time;
  }
}
