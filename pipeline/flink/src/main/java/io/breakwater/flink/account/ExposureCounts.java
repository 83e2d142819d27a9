// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.account;

import io.breakwater.core.control.ActionAnswer;
import io.breakwater.core.control.Decisions;
import io.breakwater.core.exposure.Announced;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.trait.Withdrawal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/** What a live job tells about exposures, as metrics. */
public final class ExposureCounts {
  /** An informational exposure is none. */
  private static final Set<Severity> PUBLISHED = EnumSet.range(Severity.LOW, Severity.CRITICAL);

  private static final double MEDIAN = 50;
  private static final double SLOWEST_OF_HUNDRED = 99;

  private final Tally tally;
  private final Latency latency;

  private ExposureCounts(Tally tally, Latency latency) {
    this.tally = tally;
    this.latency = latency;
  }

  /** Goes on where the last checkpoint stopped. */
  public static ExposureCounts restored(
      RuntimeContext runtime, FunctionInitializationContext initialization) throws Exception {
    var latency = new Latency(Clock.systemUTC());
    var group = runtime.getMetricGroup().addGroup(JobMetric.GROUP);
    group.gauge(
        JobMetric.LATENCY_P50_MILLIS.metricName(), (Gauge<Long>) () -> latency.percentile(MEDIAN));
    group.gauge(
        JobMetric.LATENCY_P99_MILLIS.metricName(),
        (Gauge<Long>) () -> latency.percentile(SLOWEST_OF_HUNDRED));
    return new ExposureCounts(Tally.restored(runtime, initialization, shown()), latency);
  }

  private static JobMetric[] shown() {
    return Stream.concat(
            Stream.of(
                JobMetric.EXPOSURES_UPDATED,
                JobMetric.EXPOSURES_SUPPRESSED,
                JobMetric.JUDGED_AGAIN,
                JobMetric.ACTIONS_APPLIED,
                JobMetric.ACTIONS_UNCHANGED,
                JobMetric.ACTIONS_STALE,
                JobMetric.ACTIONS_UNKNOWN,
                JobMetric.ACTIONS_REFUSED,
                JobMetric.COMMENT_CAPS_HIT),
            PUBLISHED.stream()
                .flatMap(
                    severity ->
                        Stream.of(
                            JobMetric.created(severity),
                            JobMetric.closed(severity),
                            JobMetric.open(severity))))
        .toArray(JobMetric[]::new);
  }

  /** To be called for every checkpoint. */
  public void keep() throws Exception {
    tally.keep();
  }

  /**
   * A revision is told.
   *
   * @param before what readers were told last, empty when no exposure was open
   * @param isByAnEvent whether something was heard that led to it
   */
  public void told(Revision revision, Optional<Announced> before, boolean isByAnEvent) {
    var severity = revision.announced().severity();
    if (before.isPresent()) {
      tally.change(JobMetric.open(before.get().severity()), -1);
    }
    if (revision.activity() != Activity.CLOSE) {
      tally.change(JobMetric.open(severity), 1);
    }
    switch (revision.activity()) {
      case CREATE:
        tally.count(JobMetric.created(severity));
        break;
      case UPDATE:
        tally.count(JobMetric.EXPOSURES_UPDATED);
        break;
      case CLOSE:
        tally.count(JobMetric.closed(severity));
        break;
    }
    if (isByAnEvent && countsAsLatency(revision)) {
      latency.told(revision.time().toEpochMilli());
    }
  }

  /** An exposure that is open is suppressed, or is not any more. */
  public void suppressed(boolean before, boolean now) {
    if (before != now) {
      tally.change(JobMetric.EXPOSURES_SUPPRESSED, now ? 1 : -1);
    }
  }

  /** What is known of a resource was judged by other rules than before. */
  public void judgedAgain() {
    tally.count(JobMetric.JUDGED_AGAIN);
  }

  /** An action is answered. */
  public void answered(ActionAnswer.Outcome outcome) {
    tally.count(JobMetric.answered(outcome));
  }

  /** Something was decided about an exposure. */
  public void decided(Decisions before, Decisions now) {
    if (now.comments().leftOut() && !before.comments().leftOut()) {
      tally.count(JobMetric.COMMENT_CAPS_HIT);
    }
  }

  /** What is replayed is late on purpose, and the end of a window is no event. */
  private static boolean countsAsLatency(Revision revision) {
    return !revision.replayed()
        && revision.withdrawal().filter(why -> why == Withdrawal.NOT_SEEN).isEmpty();
  }
}
