// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.correlation;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateLifecycle;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.certificate.CertificateUse;
import io.breakwater.core.certificate.CertificateWord;
import io.breakwater.core.certificate.Presenter;
import io.breakwater.core.certificate.PresenterItem;
import io.breakwater.core.certificate.WatchedCertificate;
import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Certificates, and what presents them, without a stream processor around: their state in maps.
 *
 * <p>The clock stands still unless it is moved, and all that it brings about by then happens as it
 * moves, each at its own time. For what fits into memory; not thread-safe.
 */
public final class CertificateWatch {
  private final CertificateLifecycle lifecycle;
  private final Duration window;
  private final Map<Arn, WatchedCertificate> certificates = new TreeMap<>();
  private final Map<Arn, Presenter> presenters = new TreeMap<>();
  private final Agenda looks = new Agenda();
  private final Agenda windows = new Agenda();
  private final List<AlertRevision> revisions = new ArrayList<>();
  private Instant clock;

  private CertificateWatch(Instant clock, Catalogue catalogue) {
    this.lifecycle = new CertificateLifecycle(catalogue.certificates());
    this.window = catalogue.windowOf(Product.CONFIG);
    this.clock = clock;
  }

  public static CertificateWatch at(Instant clock, Catalogue catalogue) {
    return new CertificateWatch(clock, catalogue);
  }

  /** Takes events and items in as of the clock, those of one certificate as one change. */
  public CertificateWatch see(
      Collection<CertificateEvent> events, Collection<PresenterItem> items) {
    var words = new ArrayList<CertificateWord>();
    events.forEach(event -> words.add(CertificateWord.of(event)));
    items.stream()
        .collect(
            Collectors.groupingBy(
                item -> item.presenter().arn(), TreeMap::new, Collectors.toList()))
        .forEach(
            (presenter, ofIt) ->
                changes(presenter, ofIt).forEach(use -> words.add(CertificateWord.of(use))));
    take(words);
    return this;
  }

  /** Only what they come to together: an item can take back what another one says. */
  private List<CertificateUse> changes(Arn presenter, List<PresenterItem> items) {
    var before = presenters.getOrDefault(presenter, Presenter.unknown());
    var after = before;
    boolean replayed = false;
    for (var item : items) {
      after = after.with(item);
      replayed |= item.replayed();
    }
    after = after.at(clock, window);
    keep(presenter, after);
    return after.changesSince(before, clock, replayed);
  }

  private void keep(Arn arn, Presenter presenter) {
    if (presenter.isEmpty()) {
      presenters.remove(arn);
    } else {
      presenters.put(arn, presenter);
    }
    windows.plan(arn, presenter.nextEnd(window));
  }

  private void take(List<CertificateWord> words) {
    words.stream()
        .sorted(CertificateWord.IN_TURN)
        .collect(
            Collectors.groupingBy(CertificateWord::certificate, TreeMap::new, Collectors.toList()))
        .forEach(
            (arn, ofIt) -> {
              var watched = certificates.getOrDefault(arn, WatchedCertificate.named(arn));
              take(arn, lifecycle.observe(watched, ofIt, clock));
            });
  }

  private void take(Arn arn, CertificateLifecycle.Update update) {
    update.revision().ifPresent(revisions::add);
    if (update.watched().isPresent()) {
      certificates.put(arn, update.watched().get());
    } else {
      certificates.remove(arn);
    }
    looks.plan(arn, update.nextLook());
  }

  /** Moves the clock, and lets happen what is to happen until then, in its order. */
  public CertificateWatch advanceTo(Instant time) {
    happen(next -> !next.isAfter(time));
    clock = time;
    return this;
  }

  /** The same, but for what is to happen just then: something is said at that time, too. */
  public CertificateWatch advanceBefore(Instant time) {
    happen(next -> next.isBefore(time));
    clock = time;
    return this;
  }

  private void happen(Predicate<Instant> due) {
    for (var next = next(); next.filter(due).isPresent(); next = next()) {
      clock = next.get();
      endWindows();
      for (var arn : looks.due(clock)) {
        take(arn, lifecycle.lookAt(certificates.get(arn), clock));
      }
    }
  }

  private Optional<Instant> next() {
    return Stream.concat(looks.next().stream(), windows.next().stream())
        .min(Comparator.naturalOrder());
  }

  private void endWindows() {
    var words = new ArrayList<CertificateWord>();
    for (var arn : windows.due(clock)) {
      var before = presenters.get(arn);
      var after = before.at(clock, window);
      after.changesSince(before, clock, false).forEach(use -> words.add(CertificateWord.of(use)));
      keep(arn, after);
    }
    take(words);
  }

  /** All that readers were told so far, in order. */
  public List<AlertRevision> revisions() {
    return List.copyOf(revisions);
  }

  /** Where each certificate stands by the clock, in the order of their ARNs. */
  public List<CertificateStanding> standings() {
    return certificates.values().stream()
        .map(watched -> lifecycle.standing(watched.known(), clock))
        .collect(Collectors.toList());
  }

  /** How many certificates and presenters are remembered. */
  public int size() {
    return certificates.size() + presenters.size();
  }
}
