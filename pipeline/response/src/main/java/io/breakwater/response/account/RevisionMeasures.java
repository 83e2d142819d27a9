// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.account;

import io.breakwater.flink.account.JobMetric;
import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Notice;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What is measured of revisions as they come in; replays are counted, and leave times alone. */
public final class RevisionMeasures {
  private final Counter read;
  private final Counter unreadable;
  private final Times detected;
  private final Times open;

  private RevisionMeasures(Counter read, Counter unreadable, Times detected, Times open) {
    this.read = read;
    this.unreadable = unreadable;
    this.detected = detected;
    this.open = open;
  }

  public static RevisionMeasures of(MetricGroup group) {
    var ours = group.addGroup(JobMetric.GROUP);
    return new RevisionMeasures(
        ours.counter(ResponseMetric.REVISIONS_READ.metricName()),
        ours.counter(ResponseMetric.REVISIONS_UNREADABLE.metricName()),
        Times.measured(
            group, ResponseMetric.DETECT_MEDIAN_SECONDS, ResponseMetric.DETECT_P95_SECONDS),
        Times.measured(
            group, ResponseMetric.CLOSE_MEDIAN_SECONDS, ResponseMetric.CLOSE_P95_SECONDS));
  }

  public void read(Notice notice) {
    read.inc();
    if (notice.getReplay()) {
      return;
    }
    if (notice.getActivity() == Activity.CREATE) {
      detected.took(notice.getArrivedAt() - notice.getChangedAt());
    } else if (notice.getActivity() == Activity.CLOSE) {
      open.took(notice.getChangedAt() - notice.getOpenedAt());
    }
  }

  public void unreadable() {
    unreadable.inc();
  }
}
