// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.message.Move;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.TicketState;
import io.breakwater.response.notice.Change;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.notice.Position;
import java.util.Optional;

/**
 * What a ticket needs next, by what it should say and what is known of it. Nothing is decided but
 * by these two, and asking changes nothing.
 */
final class TicketNeeds {
  private static final long FIRST_LOOK_MILLIS = 1_000;

  private final TicketState.Builder state;
  private final Terms terms;

  /**
   * @param state read, and never written
   */
  TicketNeeds(TicketState.Builder state, Terms terms) {
    this.state = state;
    this.terms = terms;
  }

  /** What to do now. */
  Next next(long now) {
    if (state.getUnderWay() != Step.NO_STEP
        || !state.hasWanted()
        || state.getGone()
        || !state.getGivenUp().isEmpty()) {
      return Next.nothing();
    }
    if (state.getPace().getNotBefore() > now) {
      return Next.waitUntil(state.getPace().getNotBefore());
    }
    return state.getId().isEmpty()
        ? toBeMade(now)
        : toBeKept(now).orWaitUntil(state.getLookAgainAt()).orWaitUntil(escalatesAt());
  }

  private Next toBeMade(long now) {
    if (isCertainlyAbsent()) {
      return goal() == Goal.OPEN ? Next.step(Step.MAKE) : Next.nothing();
    }
    if (goal() == Goal.DONE && !mayBeThere()) {
      return Next.nothing();
    }
    long look = nextLook();
    return now >= look ? Next.step(Step.FIND) : Next.waitUntil(look);
  }

  /** At once; then each time after twice the time, at the latest when a search is certain. */
  private long nextLook() {
    long certain = certainFrom();
    if (state.getAbsentAt() == 0) {
      return 0;
    }
    long waited = Math.max(FIRST_LOOK_MILLIS, state.getAbsentAt() - (certain - terms.settling()));
    return Math.min(certain, state.getAbsentAt() + waited);
  }

  private Next toBeKept(long now) {
    if (state.getDuplicatesCount() > 0) {
      return Next.step(Step.RETIRE);
    }
    if (state.getLookAgainAt() > 0 && state.getLookAgainAt() <= now) {
      return Next.step(Step.FIND);
    }
    if (state.getReadBy() != terms.started()) {
      return Next.step(Step.READ);
    }
    if (isBehind()) {
      return Next.nothing();
    }
    boolean toWrite = isToBeWritten();
    boolean toMove = isToBeMoved();
    long settled = Math.max(state.getWrittenAt(), state.getFollowsSince()) + merging();
    if ((toWrite || toMove) && !state.getUrgent() && settled > now) {
      return Next.waitUntil(settled);
    }
    boolean turns = toWrite && Goal.of(state.getSaid()) != goal();
    // Whether a person has moved it meanwhile decides whether it may be touched.
    boolean touches = toMove || (toWrite && writesFields());
    if ((touches || turns) && !state.getReadFor().equals(state.getWanted().getPosition())) {
      return Next.step(Step.READ);
    }
    if (toWrite) {
      return Next.step(Step.WRITE);
    }
    if (toMove) {
      return Next.step(Step.MOVE);
    }
    if (escalatesAt() > 0 && escalatesAt() <= now) {
      return Next.step(Step.READ);
    }
    return !state.getPredecessor().isEmpty() && !state.getLinked()
        ? Next.step(Step.LINK)
        : Next.nothing();
  }

  /** When it is to be said that nobody came; zero for never. */
  long escalatesAt() {
    if (state.getEscalated() || goal() == Goal.DONE || state.getMovedByPerson()) {
      return 0;
    }
    return terms
        .escalateAfter(state.getWanted().getSeverity())
        .map(wait -> state.getOpenSince() + wait.toMillis())
        .orElse(0L);
  }

  /** An earlier process has told the ticket more than this one has come to yet. */
  boolean isBehind() {
    return Position.isAfter(state.getSaid().getPosition(), state.getWanted().getPosition());
  }

  private boolean isToBeWritten() {
    return state.getUntoldCount() > 0
        || (Position.isAfter(state.getWanted().getPosition(), state.getSaid().getPosition())
            && writesFields());
  }

  /** Whether a WRITE is more than tellings. */
  boolean writesFields() {
    return !isLeftToPeople() && Change.between(state.getSaid(), state.getWanted()).isVisible();
  }

  private long merging() {
    return terms.policy().mergeWithin().toMillis();
  }

  boolean isToBeMoved() {
    return !goal().isReachedBy(state.getStatus().getCategory())
        && !isLeftToPeople()
        && state.getRefusal().isEmpty();
  }

  /** A ticket that a person has moved is theirs: it is told what happens, and nothing more. */
  boolean isLeftToPeople() {
    return state.getMovedByPerson()
        && !(goal() == Goal.DONE && terms.policy().closesWhatPeopleMoved());
  }

  Goal goal() {
    return Goal.of(state.getWanted());
  }

  /** Zero where no ticket can be there that this process has not made. */
  private long certainFrom() {
    long askedAt = state.getPerhapsAskedBefore() ? 0 : state.getAskedAt();
    return Math.max(state.getCertainFrom(), terms.certainFrom(askedAt));
  }

  private boolean isCertainlyAbsent() {
    return state.getAbsentAt() > 0 && state.getAbsentAt() >= certainFrom();
  }

  boolean mayBeThere() {
    return !state.getId().isEmpty()
        || state.getUnderWay() == Step.MAKE
        || (certainFrom() > 0 && !isCertainlyAbsent());
  }

  /** The way that a MOVE takes: the furthest one along that of the plan, else straight there. */
  Optional<Move> chosenMove() {
    var way = terms.policy().wayTo(goal());
    if (way.isEmpty()) {
      return state.getMovesList().stream()
          .filter(move -> goal().isReachedBy(move.getTo().getCategory()))
          .findFirst();
    }
    for (int i = way.size() - 1; i >= 0; i--) {
      var name = way.get(i);
      var found =
          state.getMovesList().stream()
              .filter(
                  move ->
                      move.getName().equalsIgnoreCase(name)
                          || move.getTo().getName().equalsIgnoreCase(name))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
