// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A resource that presents certificates, by the latest configuration items that speak of it. Each
 * counts until it is replaced, or was not seen again within its window. Immutable.
 */
public final class Presenter {
  private final SortedMap<String, PresenterItem> items;

  /**
   * @param items by the ARN of what each is of
   */
  public Presenter(SortedMap<String, PresenterItem> items) {
    this.items = Collections.unmodifiableSortedMap(items);
  }

  /** Nothing yet. */
  public static Presenter unknown() {
    return new Presenter(new TreeMap<>());
  }

  public Collection<PresenterItem> items() {
    return items.values();
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** With the item, if it is the latest of its resource. */
  public Presenter with(PresenterItem item) {
    var known = items.get(item.item().toString());
    if (known != null && PresenterItem.BY_VERSION.compare(item, known) <= 0) {
      return this;
    }
    var changed = new TreeMap<>(items);
    changed.put(item.item().toString(), item);
    return new Presenter(changed);
  }

  /** Without what was not seen again within the window. */
  public Presenter at(Instant now, Duration window) {
    var kept = new TreeMap<>(items);
    kept.values().removeIf(item -> !item.updatedAt().plus(window).isAfter(now));
    return kept.size() == items.size() ? this : new Presenter(kept);
  }

  /** When the next window ends; empty when nothing is known. */
  public Optional<Instant> nextEnd(Duration window) {
    return items.values().stream()
        .map(item -> item.updatedAt().plus(window))
        .min(Instant::compareTo);
  }

  /**
   * What is different from before for each certificate.
   *
   * @param at event time of the change
   */
  public List<CertificateUse> changesSince(Presenter before, Instant at, boolean replayed) {
    var then = before.uses(at, replayed);
    var now = uses(at, replayed);
    var changes = new ArrayList<CertificateUse>();
    now.forEach(
        (certificate, use) -> {
          var known = then.remove(certificate);
          if (known == null || !known.saysTheSameAs(use)) {
            changes.add(use);
          }
        });
    then.values().forEach(gone -> changes.add(gone.ended()));
    return changes;
  }

  private SortedMap<Arn, CertificateUse> uses(Instant at, boolean replayed) {
    var uses = new TreeMap<Arn, CertificateUse>();
    for (var item : standing()) {
      for (var certificate : item.certificates()) {
        uses.put(
            certificate,
            new CertificateUse(
                certificate, item.presenter(), internet(), owner(), true, at, replayed));
      }
    }
    return uses;
  }

  /** Items that count: what is gone takes what was said of its parts before with it. */
  private List<PresenterItem> standing() {
    var gone =
        items.values().stream()
            .filter(item -> item.isOfItself() && item.isDeleted())
            .map(PresenterItem::updatedAt)
            .findFirst();
    return items.values().stream()
        .filter(item -> gone.isEmpty() || item.updatedAt().isAfter(gone.get()))
        .collect(Collectors.toList());
  }

  private Known internet() {
    return items.values().stream()
        .map(PresenterItem::internet)
        .filter(known -> known != Known.UNKNOWN)
        .findFirst()
        .orElse(Known.UNKNOWN);
  }

  /** Of the presenter itself, else of one of its parts. */
  private String owner() {
    return items.values().stream()
        .filter(item -> !item.owner().isEmpty())
        .min(
            Comparator.comparing((PresenterItem item) -> !item.isOfItself())
                .thenComparing(PresenterItem::item))
        .map(PresenterItem::owner)
        .orElse("");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Presenter && items.equals(((Presenter) other).items);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(items);
  }

  @Override
  public String toString() {
    return items.values().toString();
  }
}
