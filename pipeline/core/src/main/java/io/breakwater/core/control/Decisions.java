// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.control;

import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.signal.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What people decided about the exposure of one resource.
 *
 * <p>Adding decisions up is commutative and idempotent: of each sort the latest holds, whatever the
 * order in which they come and however often.
 *
 * <p>A status, a severity, a ticket that was asked for and comments are of an episode, and end with
 * it. A suppression lasts until its end, or until somebody lifts it.
 */
public final class Decisions {
  public static final Decisions NONE =
      new Decisions(null, null, Severity.UNKNOWN, null, null, Comments.NONE);

  private final Latest<Integer> status;
  private final Latest<Severity> severity;
  private final Severity covered;
  private final Latest<Acceptance> acceptance;
  private final Signature ticket;
  private final Comments comments;

  /**
   * All of it, as it is read from state.
   *
   * @param status OCSF's id; null for none
   * @param severity null for none
   * @param covered the most severe that anybody saw who decided on the severity
   * @param acceptance null for none
   * @param ticket who asked for one last; null for nobody
   */
  public Decisions(
      Latest<Integer> status,
      Latest<Severity> severity,
      Severity covered,
      Latest<Acceptance> acceptance,
      Signature ticket,
      Comments comments) {
    this.status = status;
    this.severity = severity;
    this.covered = Objects.requireNonNull(covered);
    this.acceptance = acceptance;
    this.ticket = ticket;
    this.comments = Objects.requireNonNull(comments);
  }

  /**
   * This and an action.
   *
   * @param now how severe the exposure is told to be, in place of what an action does not say that
   *     was seen
   */
  public Decisions with(Action action, Severity now) {
    var signature = action.signature();
    var said =
        action.comment().map(text -> comments.with(new Latest<>(signature, text))).orElse(comments);
    var seen = action.seen().orElse(now);
    switch (action.kind()) {
      case STATUS:
        var statusNow = new Latest<>(signature, action.statusId().orElseThrow());
        return new Decisions(
            Latest.of(status, statusNow), severity, covered, acceptance, ticket, said);
      case SEVERITY:
        var set = action.severity().orElseThrow();
        return new Decisions(
            status,
            Latest.of(severity, new Latest<>(signature, set)),
            more(covered, more(seen, set)),
            acceptance,
            ticket,
            said);
      case SUPPRESS:
        var accepted =
            new Acceptance(action.reason().orElseThrow(), action.until().orElseThrow(), seen);
        return accepting(new Latest<>(signature, accepted), said);
      case UNSUPPRESS:
        return accepting(new Latest<>(signature, Acceptance.LIFTED), said);
      case TICKET:
        return new Decisions(status, severity, covered, acceptance, later(ticket, signature), said);
      case COMMENT:
        return new Decisions(status, severity, covered, acceptance, ticket, said);
      default:
        throw new IllegalArgumentException("no kind of action: " + action);
    }
  }

  private Decisions accepting(Latest<Acceptance> now, Comments said) {
    return new Decisions(status, severity, covered, Latest.of(acceptance, now), ticket, said);
  }

  private static Signature later(Signature known, Signature other) {
    return known == null || known.compareTo(other) < 0 ? other : known;
  }

  private static Severity more(Severity one, Severity other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Whether an action is the latest of its sort, or among the comments that are kept. */
  public boolean have(Action action) {
    var signature = action.signature();
    switch (action.kind()) {
      case STATUS:
        return isBy(signature, status);
      case SEVERITY:
        return isBy(signature, severity);
      case SUPPRESS:
      case UNSUPPRESS:
        return isBy(signature, acceptance);
      case TICKET:
        return signature.equals(ticket);
      default:
        return comments.has(signature);
    }
  }

  private static boolean isBy(Signature signature, Latest<?> latest) {
    return latest != null && latest.signature().equals(signature);
  }

  /** Whether somebody accepted or lifted it. */
  public boolean haveAcceptance() {
    return acceptance != null;
  }

  /** When somebody stops living with it; empty where nobody does. */
  public Optional<Instant> suppressedUntil() {
    return accepted().map(Acceptance::until);
  }

  private Optional<Acceptance> accepted() {
    return Optional.ofNullable(acceptance)
        .map(Latest::decision)
        .filter(decision -> !decision.isLifted());
  }

  /**
   * What is decided of an episode that begins at a time, or later: earlier decisions were of
   * another one. A suppression is of all episodes.
   */
  public Decisions from(Instant begin) {
    boolean isOfEpisode = severity != null && isFrom(begin, severity);
    return new Decisions(
        status != null && isFrom(begin, status) ? status : null,
        isOfEpisode ? severity : null,
        isOfEpisode ? covered : Severity.UNKNOWN,
        acceptance,
        ticket != null && isFrom(begin, ticket) ? ticket : null,
        comments.from(begin));
  }

  private static boolean isFrom(Instant begin, Latest<?> latest) {
    return isFrom(begin, latest.signature());
  }

  private static boolean isFrom(Instant begin, Signature signature) {
    return !signature.at().isBefore(begin);
  }

  /**
   * What is to be kept while no exposure is open: a suppression that has not ended, and what may be
   * of an episode that is still to come.
   *
   * @param begin how early that may have begun
   */
  public Decisions betweenEpisodes(Instant begin, Instant now) {
    var left = from(begin);
    boolean isHeld =
        acceptance != null
            && (acceptance.decision().isLifted()
                ? isFrom(begin, acceptance)
                : now.isBefore(acceptance.decision().until()));
    return new Decisions(
        left.status,
        left.severity,
        left.covered,
        isHeld ? acceptance : null,
        left.ticket,
        left.comments);
  }

  public boolean isNothing() {
    return equals(NONE);
  }

  /**
   * What holds.
   *
   * @param computed how severe the exposure is by its traits
   */
  public Decided at(Instant now, Severity computed) {
    var set = Optional.ofNullable(severity).filter(latest -> computed.compareTo(covered) <= 0);
    var told = set.map(Latest::decision).orElse(computed);
    var suppression = accepted().map(this::suppression);
    return new Decided(
        Optional.ofNullable(status),
        set,
        suppression.filter(by -> by.hides(told, now)),
        suppression.filter(by -> by.hasEndedFor(told, now)),
        ticketRequested(),
        comments);
  }

  private Suppression suppression(Acceptance accepted) {
    return Suppression.byAction(
        acceptance.signature().action(),
        accepted.reason(),
        acceptance.signature().by(),
        acceptance.signature().at(),
        accepted.until(),
        accepted.seen());
  }

  public Optional<Latest<Integer>> status() {
    return Optional.ofNullable(status);
  }

  public Optional<Latest<Severity>> severity() {
    return Optional.ofNullable(severity);
  }

  /** The most severe that anybody saw who decided on the severity: what is more severe is not. */
  public Severity covered() {
    return covered;
  }

  public Optional<Latest<Acceptance>> acceptance() {
    return Optional.ofNullable(acceptance);
  }

  /** By which somebody asked for a ticket last; empty where nobody did. */
  public Optional<Signature> ticketRequested() {
    return Optional.ofNullable(ticket);
  }

  public Comments comments() {
    return comments;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Decisions
        && Objects.equals(status, ((Decisions) other).status)
        && Objects.equals(severity, ((Decisions) other).severity)
        && covered == ((Decisions) other).covered
        && Objects.equals(acceptance, ((Decisions) other).acceptance)
        && Objects.equals(ticket, ((Decisions) other).ticket)
        && comments.equals(((Decisions) other).comments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, severity, covered, acceptance, ticket, comments);
  }

  @Override
  public String toString() {
    return String.format(
        "status %s, severity %s, %s, ticket %s, %s",
        status, severity, acceptance, ticket, comments);
  }
}
