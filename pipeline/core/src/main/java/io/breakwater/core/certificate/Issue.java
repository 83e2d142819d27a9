// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a certificate is at present: since when, until when, and how that is known. A certificate
 * keeps its ARN when it is renewed or imported anew, and every renewal is another issue.
 *
 * <p>It follows from the latest words of each kind, taken in the order of their times:
 *
 * <ul>
 *   <li>{@code Available} begins an issue, and so do {@code Rotated} and a Health notice of a
 *       renewal, which leave open when it ends, unless they come within a day of the beginning that
 *       is known;
 *   <li>a word that speaks of a later end means a renewal that nobody told of: delivery by ACM is
 *       best effort;
 *   <li>a word that speaks of an earlier end is of the issue before when it comes within a day of
 *       the new one, and means a shorter certificate afterwards.
 * </ul>
 *
 * <p>Days that are left, as daily events count them, give the end to the day; a date gives it to
 * the second.
 */
public final class Issue {
  /** Ends that lie no further apart are the same: days are rounded, in a way nobody states. */
  private static final Duration TOLERANCE = Duration.ofHours(36);

  /** How long words of the issue before may still come. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private static final Comparator<CertificateEvent> IN_TIME =
      Comparator.comparing(CertificateEvent::time).thenComparing(CertificateEvent::type);

  /** How an issue came about. */
  public enum Beginning {
    /** Nothing is known of it. */
    UNKNOWN,
    ISSUED,
    RENEWED,
    IMPORTED,
    REIMPORTED,
    ROTATED,
    /** It must have been renewed: what is said of it later speaks of another end. */
    UNHEARD
  }

  private final Beginning beginning;
  private final Instant since;
  private final Instant expiry;
  private final boolean exact;
  private final OptionalInt validityDays;

  private Issue(
      Beginning beginning, Instant since, Instant expiry, boolean exact, OptionalInt validityDays) {
    this.beginning = beginning;
    this.since = since;
    this.expiry = expiry;
    this.exact = exact;
    this.validityDays = validityDays;
  }

  static Issue of(KnownCertificate certificate) {
    var words = new ArrayList<>(certificate.latest());
    words.sort(IN_TIME);
    var issue = new Issue(Beginning.UNKNOWN, null, null, false, OptionalInt.empty());
    for (var word : words) {
      issue = issue.after(word);
    }
    return issue.validityDays.isPresent() ? issue : issue.validFor(said(words));
  }

  /** By the last word that tells. */
  private static OptionalInt said(List<CertificateEvent> words) {
    return words.stream()
        .map(Issue::validityOf)
        .filter(OptionalInt::isPresent)
        .reduce((one, later) -> later)
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt validityOf(CertificateEvent word) {
    if (word.validityDays().isPresent()) {
      return word.validityDays();
    }
    var from = validFrom(word);
    var to = word.expiresAt();
    if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
      return OptionalInt.empty();
    }
    var validity = Duration.between(from.get(), to.get());
    return OptionalInt.of((int) Math.max(1, validity.plus(HALF_A_DAY).toDays()));
  }

  /** A certificate stays created on the day on which it was requested, however often renewed. */
  private static Optional<Instant> validFrom(CertificateEvent word) {
    return word.action().equals("RENEWAL") ? Optional.of(word.time()) : word.createdAt();
  }

  private Issue after(CertificateEvent word) {
    switch (word.type()) {
      case AVAILABLE:
        return begun(beginningOf(word.action()), word);
      case ROTATED:
        return begunWithoutEnd(Beginning.ROTATED, word);
      case HEALTH:
        return word.action().isEmpty() ? this : begunWithoutEnd(Beginning.RENEWED, word);
      case RENEWAL_CONTROL:
      case KEY_CONTROL:
      case DELETED:
        return this;
      default:
        return heard(word);
    }
  }

  private static Issue begun(Beginning beginning, CertificateEvent word) {
    var end = word.expiresAt().or(word::expiresAbout).orElse(null);
    return new Issue(beginning, word.time(), end, word.expiresAt().isPresent(), validityOf(word));
  }

  /** A word of the beginning that is known already does not make its end unknown. */
  private Issue begunWithoutEnd(Beginning how, CertificateEvent word) {
    return expiry != null && isOfItsFirstDay(word) ? this : begun(how, word);
  }

  private boolean isOfItsFirstDay(CertificateEvent word) {
    return since != null && word.time().isBefore(since.plus(OVERLAP));
  }

  private static Beginning beginningOf(String action) {
    switch (action) {
      case "RENEWAL":
        return Beginning.RENEWED;
      case "IMPORT":
        return Beginning.IMPORTED;
      case "REIMPORT":
        return Beginning.REIMPORTED;
      default:
        return Beginning.ISSUED;
    }
  }

  private Issue heard(CertificateEvent word) {
    var said = word.expiresAt().or(word::expiresAbout);
    if (said.isEmpty()) {
      return (word.type() == CertificateEventType.EXPIRED && expiry == null && concerns(word))
          ? ending(word.time(), false)
          : this;
    }
    var end = said.get();
    boolean precise = word.expiresAt().isPresent();
    boolean overlapping = isOfItsFirstDay(word);
    if (expiry == null) {
      return overlapping ? this : ending(end, precise);
    }
    if (agree(expiry, end)) {
      return exact ? this : ending(end, precise);
    }
    return overlapping && end.isBefore(expiry)
        ? this
        : new Issue(Beginning.UNHEARD, word.time(), end, precise, validityOf(word));
  }

  private Issue ending(Instant end, boolean precise) {
    return new Issue(beginning, since, end, precise, validityDays);
  }

  private Issue validFor(OptionalInt days) {
    return new Issue(beginning, since, expiry, exact, days);
  }

  private static boolean agree(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
  }

  /**
   * Whether a word is of this issue and not of one before: by the end it speaks of, else by time.
   */
  boolean concerns(CertificateEvent word) {
    var said = word.expiresAt().or(word::expiresAbout);
    if (said.isPresent() && expiry != null) {
      return agree(expiry, said.get());
    }
    return since == null || !word.time().isBefore(since);
  }

  /**
   * Whether somebody told of its beginning after the word was said: a certificate that replaces a
   * revoked one often ends when that would have ended.
   */
  boolean beganAfter(CertificateEvent word) {
    return isTold() && word.time().isBefore(since);
  }

  private boolean isTold() {
    return beginning != Beginning.UNHEARD && beginning != Beginning.UNKNOWN;
  }

  /**
   * Whether a word that speaks of no end may be of the issue before, and have come after the
   * present one began.
   */
  boolean isCrossedBy(CertificateEvent word) {
    return word.expiresAt().isEmpty() && word.expiresAbout().isEmpty() && isOfItsFirstDay(word);
  }

  /** Whether both are of one issue, of which one of them may know more. */
  boolean isSameAs(Issue other) {
    return beginning == other.beginning
        && (!isTold() || since.equals(other.since))
        && (expiry == null || other.expiry == null || agree(expiry, other.expiry));
  }

  public Beginning beginning() {
    return beginning;
  }

  /** Empty when nobody told of its beginning. */
  public Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  /** When it ends; empty when nobody said. */
  public Optional<Instant> expiry() {
    return Optional.ofNullable(expiry);
  }

  /** Whether its end is known to the second and not only to the day. */
  public boolean isExact() {
    return exact;
  }

  /** How many days it is valid in all; empty when nobody said. */
  public OptionalInt validityDays() {
    return validityDays;
  }
}
