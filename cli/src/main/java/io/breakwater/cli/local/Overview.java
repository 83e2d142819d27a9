// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is open, what happened last, and how much of it: fed with revisions in their order. */
final class Overview {
  private static final int REMEMBERED = 50;
  private static final Comparator<Revision> WORST_FIRST =
      Comparator.comparing(Revision::severity, Comparator.reverseOrder())
          .thenComparing(Revision::time, Comparator.reverseOrder())
          .thenComparing(Revision::exposureUid);

  private static final Comparator<CertificateAlert> MOST_URGENT_FIRST =
      Comparator.<CertificateAlert, Severity>comparing(alert -> alert.revision().severity())
          .reversed()
          .thenComparing(alert -> alert.end().orElse(Instant.MAX))
          .thenComparing(alert -> alert.revision().exposureUid());

  private static final Comparator<SharedPoint> HELPS_MOST =
      Comparator.comparingLong(SharedPoint::closes)
          .thenComparingLong(SharedPoint::lowers)
          .thenComparingLong(SharedPoint::exposures)
          .reversed()
          .thenComparing(SharedPoint::uid);

  private final Map<String, SharedPoint> shared = new HashMap<>();
  private final Map<String, Revision> open = new HashMap<>();
  private final Map<String, CertificateAlert> certificates = new HashMap<>();
  private final Deque<Change> latest = new ArrayDeque<>();
  private final Map<Revision.Activity, Long> totals = new TreeMap<>();

  synchronized Change add(Revision revision) {
    var before =
        revision.activity() == Revision.Activity.CLOSE
            ? open.remove(revision.exposureUid())
            : open.put(revision.exposureUid(), revision);
    var change = Change.of(revision, Optional.ofNullable(before));
    totals.merge(revision.activity(), 1L, Long::sum);
    latest.addFirst(change);
    if (latest.size() > REMEMBERED) {
      latest.removeLast();
    }
    return change;
  }

  synchronized Change add(CertificateAlert alert) {
    var revision = alert.revision();
    var before =
        revision.activity() == Revision.Activity.CLOSE
            ? certificates.remove(revision.exposureUid())
            : certificates.put(revision.exposureUid(), alert);
    return Change.of(revision, Optional.ofNullable(before).map(CertificateAlert::revision));
  }

  /**
   * Certificates that somebody has to see to, the worst first; of equals the one that ends first.
   */
  synchronized List<CertificateAlert> certificates() {
    return certificates.values().stream().sorted(MOST_URGENT_FIRST).toList();
  }

  synchronized void add(SharedPoint point) {
    if (point.open()) {
      shared.put(point.uid(), point);
    } else {
      shared.remove(point.uid());
    }
  }

  /** What several open exposures rest on, first that whose end would close most. */
  synchronized List<SharedPoint> shared() {
    return shared.values().stream().sorted(HELPS_MOST).toList();
  }

  /** The worst first; of equal severity the one that changed last. */
  synchronized List<Revision> open() {
    return open.values().stream().sorted(WORST_FIRST).toList();
  }

  /** The latest first. */
  synchronized List<Change> latest() {
    return List.copyOf(latest);
  }

  /** How many exposures are open of each severity that has any, the worst first. */
  synchronized Map<Severity, Long> bySeverity() {
    return bySeverity(open.values().stream());
  }

  /** The same of certificate alerts. */
  synchronized Map<Severity, Long> certificatesBySeverity() {
    return bySeverity(certificates.values().stream().map(CertificateAlert::revision));
  }

  private static Map<Severity, Long> bySeverity(Stream<Revision> revisions) {
    var counts = new TreeMap<Severity, Long>(Comparator.reverseOrder());
    revisions.forEach(revision -> counts.merge(revision.severity(), 1L, Long::sum));
    return counts;
  }

  synchronized long total(Revision.Activity activity) {
    return totals.getOrDefault(activity, 0L);
  }
}
