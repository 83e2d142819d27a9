// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.signal.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** Something that is said of a certificate: an event, or that something presents it. */
public final class CertificateWord {
  /** The order in which words of one time are taken makes no difference to where it stands. */
  public static final Comparator<CertificateWord> IN_TURN =
      Comparator.<CertificateWord, Boolean>comparing(word -> word.event == null)
          .thenComparing(word -> word.event, Comparator.nullsLast(byKind()))
          .thenComparing(
              word -> word.use == null ? "" : word.use.user().arn() + " " + word.use.holds());

  private final CertificateEvent event;
  private final CertificateUse use;

  private CertificateWord(CertificateEvent event, CertificateUse use) {
    this.event = event;
    this.use = use;
  }

  public static CertificateWord of(CertificateEvent event) {
    return new CertificateWord(Objects.requireNonNull(event), null);
  }

  public static CertificateWord of(CertificateUse use) {
    return new CertificateWord(null, Objects.requireNonNull(use));
  }

  private static Comparator<CertificateEvent> byKind() {
    return Comparator.comparing(CertificateEvent::type).thenComparing(CertificateEvent.BY_VERSION);
  }

  public Arn certificate() {
    return event != null ? event.arn() : use.certificate();
  }

  public Instant at() {
    return event != null ? event.time() : use.at();
  }

  public boolean replayed() {
    return event != null ? event.replayed() : use.replayed();
  }

  /** Empty exactly when it is a use. */
  public Optional<CertificateEvent> event() {
    return Optional.ofNullable(event);
  }

  /** Empty exactly when it is an event. */
  public Optional<CertificateUse> use() {
    return Optional.ofNullable(use);
  }

  Outcome outcomeFor(KnownCertificate known) {
    return event != null ? known.outcomeOf(event) : Outcome.APPLIED;
  }

  KnownCertificate addedTo(KnownCertificate known) {
    return event != null ? known.with(event) : known.with(use);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CertificateWord
        && Objects.equals(event, ((CertificateWord) other).event)
        && Objects.equals(use, ((CertificateWord) other).use);
  }

  @Override
  public int hashCode() {
    return Objects.hash(event, use);
  }

  @Override
  public String toString() {
    return event != null ? event.toString() : use.toString();
  }
}
