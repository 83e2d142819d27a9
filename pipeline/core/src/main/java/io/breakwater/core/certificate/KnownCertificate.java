// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that is known of one certificate: the latest word of each kind, and what presents it.
 *
 * <p>The latest of each kind does not depend on the order in which words come, so nothing that
 * follows from it does. Immutable.
 */
public final class KnownCertificate {
  /** What presents a certificate beyond this is counted only. */
  public static final int MAX_USES = 1_000;

  private static final Comparator<CertificateEvent> LATEST =
      Comparator.comparing(CertificateEvent::time).thenComparing(CertificateEvent::type);

  private final Arn arn;
  private final Map<CertificateEventType, CertificateEvent> latest;
  private final SortedMap<String, CertificateUse> uses;
  private final boolean usesCut;

  /**
   * @param uses by the ARN of the user
   * @param usesCut whether there were more once
   */
  public KnownCertificate(
      Arn arn,
      Map<CertificateEventType, CertificateEvent> latest,
      SortedMap<String, CertificateUse> uses,
      boolean usesCut) {
    this.arn = Objects.requireNonNull(arn);
    this.latest = Collections.unmodifiableMap(latest);
    this.uses = Collections.unmodifiableSortedMap(uses);
    this.usesCut = usesCut;
  }

  /** Nothing yet. */
  public static KnownCertificate named(Arn arn) {
    return new KnownCertificate(
        arn, new EnumMap<>(CertificateEventType.class), new TreeMap<>(), false);
  }

  public Arn arn() {
    return arn;
  }

  /** The latest of each kind. */
  public Collection<CertificateEvent> latest() {
    return latest.values();
  }

  public Optional<CertificateEvent> latest(CertificateEventType type) {
    return Optional.ofNullable(latest.get(type));
  }

  /** In the order of their users' ARNs. */
  public Collection<CertificateUse> uses() {
    return uses.values();
  }

  /**
   * What uses it by all that is said: what presents it, and what its own configuration item names
   * besides. In the order of their ARNs.
   */
  public SortedMap<String, CertificateUse> usedBy() {
    var all = new TreeMap<>(uses);
    latest(CertificateEventType.CONFIGURATION)
        .ifPresent(
            item ->
                item.usedBy().stream()
                    .flatMap(user -> CanonicalResource.of(user, "", Scope.of("", "")).stream())
                    .forEach(
                        user -> all.putIfAbsent(user.arn().toString(), mentioned(user, item))));
    return all;
  }

  private CertificateUse mentioned(Resource user, CertificateEvent item) {
    return new CertificateUse(arn, user, Known.UNKNOWN, "", true, item.time(), item.replayed());
  }

  /** Whether more present it, or did, than are known by name. */
  public boolean usesCut() {
    return usesCut;
  }

  /** When something was last said of it; empty when nothing was. */
  public Optional<Instant> lastHeard() {
    return Stream.concat(
            latest.values().stream().map(CertificateEvent::time),
            uses.values().stream().map(CertificateUse::at))
        .max(Comparator.naturalOrder());
  }

  /** What a word amounts to beside the latest of its kind. */
  public Outcome outcomeOf(CertificateEvent event) {
    var known = latest.get(event.type());
    if (known == null) {
      return Outcome.APPLIED;
    }
    int order = CertificateEvent.BY_VERSION.compare(event, known);
    if (order == 0) {
      return Outcome.DUPLICATE;
    }
    return order > 0 ? Outcome.APPLIED : Outcome.STALE;
  }

  /** With the word, if it is the latest of its kind. */
  public KnownCertificate with(CertificateEvent event) {
    if (outcomeOf(event) != Outcome.APPLIED) {
      return this;
    }
    var changed = new EnumMap<CertificateEventType, CertificateEvent>(CertificateEventType.class);
    changed.putAll(latest);
    changed.put(event.type(), event);
    return new KnownCertificate(arn, changed, uses, usesCut);
  }

  /** With what presents it now, or without what does not any more. */
  public KnownCertificate with(CertificateUse use) {
    var user = use.user().arn().toString();
    var changed = new TreeMap<>(uses);
    if (!use.holds()) {
      changed.remove(user);
      return new KnownCertificate(arn, latest, changed, usesCut);
    }
    changed.put(user, use);
    if (changed.size() <= MAX_USES) {
      return new KnownCertificate(arn, latest, changed, usesCut);
    }
    changed.remove(changed.lastKey());
    return new KnownCertificate(arn, latest, changed, true);
  }

  /** What was last said of it, by whatever word; empty when nobody said. */
  public String text(CertificateField field) {
    return latest.values().stream()
        .filter(event -> event.fields().containsKey(field))
        .max(LATEST)
        .map(event -> event.text(field))
        .orElse("");
  }

  /** Its tags and owner by the last word that told of either. */
  public Labels labels() {
    return latest.values().stream()
        .filter(
            event ->
                event.fields().containsKey(CertificateField.TAGS)
                    || event.fields().containsKey(CertificateField.OWNER))
        .max(LATEST)
        .map(
            event ->
                Labels.of(
                    CertificateTags.read(event.text(CertificateField.TAGS)),
                    event.text(CertificateField.OWNER)))
        .orElse(Labels.NONE);
  }

  /** What it is called: its name, else its first alternative name, else the id in its ARN. */
  public String name() {
    var common = text(CertificateField.COMMON_NAME);
    if (!common.isEmpty()) {
      return common;
    }
    var alternative = text(CertificateField.ALTERNATIVE_NAME);
    return alternative.isEmpty() ? arn.name() : alternative;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof KnownCertificate)) {
      return false;
    }
    var that = (KnownCertificate) other;
    return arn.equals(that.arn)
        && latest.equals(that.latest)
        && uses.equals(that.uses)
        && usesCut == that.usesCut;
  }

  @Override
  public int hashCode() {
    return Objects.hash(arn, latest);
  }

  @Override
  public String toString() {
    return arn + " " + latest.keySet();
  }
}
