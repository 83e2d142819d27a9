// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.correlation;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateSignals;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.decode.Part;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * All that records say of certificates, in the order of its times: what a bounded run of the job
 * takes in. For what fits into memory.
 */
public final class CertificateHistory {
  private final NavigableMap<Instant, Said> byTime = new TreeMap<>();

  /** Takes in what a part of a record says of certificates; most say nothing. */
  public CertificateHistory add(Part part) {
    part.certificate().ifPresent(event -> at(event.time()).events.add(event));
    for (var signal : part.signals()) {
      CertificateSignals.eventOf(signal).ifPresent(event -> at(event.time()).events.add(event));
      PresenterItem.of(signal).ifPresent(item -> at(item.at()).items.add(item));
    }
    return this;
  }

  /** Flink's times are milliseconds: what is said within one is said at once. */
  private Said at(Instant time) {
    return byTime.computeIfAbsent(time.truncatedTo(ChronoUnit.MILLIS), none -> new Said());
  }

  public boolean isEmpty() {
    return byTime.isEmpty();
  }

  /** What becomes of it until the instant; what is said later is left out. */
  public CertificateWatch until(Instant asOf, Catalogue catalogue) {
    var watch = CertificateWatch.at(isEmpty() ? asOf : byTime.firstKey(), catalogue);
    byTime
        .headMap(asOf, true)
        .forEach((time, said) -> watch.advanceBefore(time).see(said.events, said.items));
    return watch.advanceTo(asOf);
  }

  /** What is said at one time. */
  private static final class Said {
    final List<CertificateEvent> events = new ArrayList<>();
    final List<PresenterItem> items = new ArrayList<>();
  }
}
