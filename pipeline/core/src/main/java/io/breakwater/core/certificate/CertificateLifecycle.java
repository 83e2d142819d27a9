// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import io.breakwater.core.signal.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When readers are told something of a certificate.
 *
 * <p>One alert for each certificate and episode: created when somebody has to act, told again at
 * each step of the countdown and when anything else material changes, closed exactly once, with the
 * reason. The clock moves it as words do: what does not happen is found out by the hour at which it
 * should have. Words that come late take back what they make untrue.
 */
public final class CertificateLifecycle {
  private final CertificateAssessor assessor;

  public CertificateLifecycle(CertificateRules rules) {
    this.assessor = new CertificateAssessor(rules);
  }

  /**
   * Takes words of the same time in.
   *
   * @param now as of when they are looked at
   */
  public Update observe(WatchedCertificate watched, List<CertificateWord> words, Instant now) {
    var known = watched.known();
    boolean live = false;
    boolean applied = false;
    var outcomes = new ArrayList<Outcome>(words.size());
    for (var word : words) {
      var outcome = word.outcomeFor(known);
      outcomes.add(outcome);
      if (outcome == Outcome.APPLIED) {
        known = word.addedTo(known);
        applied = true;
        live |= !word.replayed();
      }
    }
    var changed =
        new WatchedCertificate(
            known, watched.announced(), watched.assessedAt(), watched.replayed() && !live);
    boolean replayed = applied ? !live : changed.replayed();
    return look(changed, now, outcomes, watched.known(), replayed);
  }

  /**
   * Only the time has passed. What that brings about is a replay where nothing but replays is
   * known; a single replayed word does not keep later steps of a live certificate from people.
   */
  public Update lookAt(WatchedCertificate watched, Instant now) {
    return look(watched, now, List.of(), watched.known(), watched.replayed());
  }

  /**
   * @param before what was known until now
   * @param replayed whether what is told comes from a replay
   */
  private Update look(
      WatchedCertificate watched,
      Instant now,
      List<Outcome> outcomes,
      KnownCertificate before,
      boolean replayed) {
    var at = now.isAfter(watched.assessedAt()) ? now : watched.assessedAt();
    var standing = assessor.assess(watched.known(), at);
    var revision = next(watched, standing, before, replayed);
    var announced = revision.map(AlertRevision::announced).or(watched::announced);
    if (revision.isPresent() && revision.get().closing().isPresent()) {
      announced = announced.map(AnnouncedAlert::closed);
    }
    var kept = new WatchedCertificate(watched.known(), announced, at, watched.replayed());
    return new Update(
        standing.isForgotten() ? Optional.empty() : Optional.of(kept),
        outcomes,
        revision,
        standing.isForgotten() ? Optional.empty() : standing.nextChange());
  }

  private static Optional<AlertRevision> next(
      WatchedCertificate watched,
      CertificateStanding standing,
      KnownCertificate before,
      boolean replayed) {
    var last = watched.announced();
    var open = last.filter(AnnouncedAlert::isOpen);
    if (standing.alert().isEmpty() || standing.isForgotten()) {
      return open.map(
          told -> AlertRevision.close(told, standing, closing(standing, before), replayed));
    }
    if (open.isEmpty()) {
      int episode = last.map(AnnouncedAlert::episode).orElse(0) + 1;
      var first = AnnouncedAlert.of(standing, episode, standing.at());
      return Optional.of(AlertRevision.create(first, standing, replayed));
    }
    if (open.get().fingerprint().equals(standing.fingerprint())) {
      return Optional.empty();
    }
    var again = AnnouncedAlert.of(standing, open.get().episode(), open.get().since());
    return Optional.of(AlertRevision.update(again, standing, replayed));
  }

  private static AlertClosing closing(CertificateStanding standing, KnownCertificate before) {
    return standing.isForgotten() && standing.alert().isPresent()
        ? AlertClosing.NOT_HEARD
        : AlertClosing.of(standing, Issue.of(before));
  }

  /** Where it stands at the instant, whatever was told. */
  public CertificateStanding standing(KnownCertificate known, Instant at) {
    return assessor.assess(known, at);
  }

  /** What came of it. */
  public static final class Update {
    private final Optional<WatchedCertificate> watched;
    private final List<Outcome> outcomes;
    private final Optional<AlertRevision> revision;
    private final Optional<Instant> nextLook;

    Update(
        Optional<WatchedCertificate> watched,
        List<Outcome> outcomes,
        Optional<AlertRevision> revision,
        Optional<Instant> nextLook) {
      this.watched = watched;
      this.outcomes = List.copyOf(outcomes);
      this.revision = revision;
      this.nextLook = nextLook;
    }

    /** What is to be kept; empty when nothing is. */
    public Optional<WatchedCertificate> watched() {
      return watched;
    }

    /** What each word amounted to, in their order. */
    public List<Outcome> outcomes() {
      return outcomes;
    }

    /** What readers are told; empty for nothing. */
    public Optional<AlertRevision> revision() {
      return revision;
    }

    /** When to look again if nothing is heard until then; empty for never. */
    public Optional<Instant> nextLook() {
      return nextLook;
    }
  }
}
