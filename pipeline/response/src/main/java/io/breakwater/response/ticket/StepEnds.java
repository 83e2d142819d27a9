// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.limit.Pace;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Status;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.StepTaken;
import io.breakwater.response.message.TicketState;
import io.breakwater.response.message.TicketStateOrBuilder;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.notice.Position;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Marker;
import io.breakwater.response.targets.NoticeText;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.RemarkKey;
import io.breakwater.response.targets.Remote;
import io.breakwater.response.targets.Retired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is known of a ticket, and what is told of it, once a step about it has ended. */
final class StepEnds {
  /** A workflow that takes more steps than this to one end goes in circles. */
  private static final int MOST_MOVES = 5;

  /** In place of a status that the ticket has from us, where it was found with another. */
  private static final String NEVER_OWN = "-";

  private final TicketState.Builder state;
  private final Terms terms;
  private final TicketNeeds needs;
  private final Tellings told;
  private final Outbox outbox;

  /**
   * @param state written into, as are {@code told} and {@code outbox}
   */
  StepEnds(
      TicketState.Builder state, Terms terms, TicketNeeds needs, Tellings told, Outbox outbox) {
    this.state = state;
    this.terms = terms;
    this.needs = needs;
    this.told = told;
    this.outbox = outbox;
  }

  /** A step has ended. */
  @SuppressWarnings("unchecked") // Each step has a call with such an outcome.
  void ended(StepTaken taken, Outcome<?> outcome, long now) {
    switch (taken.getStep()) {
      case FIND:
        found(taken, (Outcome<List<Found>>) outcome, now);
        break;
      case MAKE:
        made(taken, (Outcome<Found>) outcome, now);
        break;
      case READ:
        read((Outcome<Remote>) outcome, now);
        break;
      case WRITE:
        written(taken, outcome, now);
        break;
      case MOVE:
        moved(taken, outcome, now);
        break;
      case LINK:
        linked(outcome, now);
        break;
      case RETIRE:
        retired(taken, outcome, now);
        break;
      default:
        throw new IllegalArgumentException("no step: " + taken);
    }
  }

  /** Nobody knows how it ended, as the process that waited for the answer is gone. */
  void unanswered(StepTaken taken, long now) {
    ended(taken, Outcome.unclear("the process that called ended before the answer came"), now);
    // It was not the target's fault, and what is unclear is looked at again at once.
    pace().atOnce();
  }

  /** A search has ended. */
  private void found(StepTaken taken, Outcome<List<Found>> outcome, long now) {
    if (!isDone(outcome, now)) {
      return;
    }
    var all = outcome.value();
    if (state.getId().isEmpty()) {
      if (all.isEmpty()) {
        boolean wasInDoubt = needs.mayBeThere();
        state.setAbsentAt(taken.getBegunAt());
        if (wasInDoubt && !needs.mayBeThere()) {
          sayIfOver(now);
        }
        return;
      }
      adopt(all.get(0), now);
      outbox.report(What.FOUND_AGAIN, "", now);
    } else {
      state.setLookAgainAt(0);
    }
    all.stream()
        .map(Found::id)
        .filter(id -> !id.equals(state.getId()))
        .forEach(state::addDuplicates);
  }

  /** A ticket was to be made. */
  private void made(StepTaken taken, Outcome<Found> outcome, long now) {
    if (outcome.end() == Outcome.End.UNCLEAR) {
      state.setCertainFrom(now + terms.settling()).setAbsentAt(0);
    }
    boolean isNotThere =
        outcome.end() == Outcome.End.NOT_DONE || outcome.end() == Outcome.End.REFUSED;
    if (isNotThere && needs.goal() == Goal.DONE) {
      // Nothing is to be tried again, and that it was refused is nobody's trouble any more.
      state.setUnderWay(Step.NO_STEP);
      atRest();
      sayIfOver(now);
      return;
    }
    if (!isDone(outcome, now)) {
      return;
    }
    adopt(outcome.value(), now);
    state.setAdopted(false).setSaid(taken.getNotice()).setWrittenAt(now);
    told.made(taken.getNotice());
    // What was heard while it could not be made does not make the wait for it shorter.
    outbox.add(
        outbox
            .reported(What.MADE, NoticeText.requested(taken.getNotice()), now)
            .setTook(Math.max(0, now - state.getAskedAt())));
  }

  /** It has ended while nobody knew for certain that there is no ticket of it. */
  private void sayIfOver(long now) {
    if (needs.goal() == Goal.DONE) {
      outbox.report(What.RECOVERED_BEFORE, state.getWanted().getDetail(), now);
    }
  }

  private void adopt(Found ticket, long now) {
    state
        .setId(ticket.id())
        .setName(ticket.name())
        .setUrl(ticket.url())
        .setMadeAt(now)
        .setOpenSince(now)
        .setAdopted(true)
        .setReadBy(0)
        .setAbsentAt(0);
    if (state.getCertainFrom() > 0) {
      state.setLookAgainAt(now + terms.settling()).setCertainFrom(0);
    }
  }

  /** The ticket was read. */
  private void read(Outcome<Remote> outcome, long now) {
    if (!isDone(outcome, now)) {
      return;
    }
    var remote = outcome.value();
    state
        .setReadBy(terms.started())
        .setReadFor(state.getWanted().getPosition())
        .clearMoves()
        .addAllMoves(remote.moves());
    takeOver(remote.marker());
    judgeStatus(remote, now);
    escalateIfDue(now);
    if (needs.goal() == Goal.OPEN
        && !needs.isBehind()
        && Goal.of(state.getSaid()) == Goal.DONE
        && state.getMovedByPerson()
        && state.getStatus().getCategory() == Category.DONE
        && state.getWanted().getEpisode() > state.getSaid().getEpisode()) {
      // Whoever closed it was done with it: what opens again is another matter.
      outbox.handOver(state.getWanted(), state.getRoute(), told.forSuccessor());
      state.setWanted(state.getSaid());
      told.dropAll();
    } else if (needs.isToBeMoved() && needs.chosenMove().isEmpty() && !needs.isBehind()) {
      refuse("no way leads there from '" + remote.status().getName() + "'", now);
    }
    if (!needs.next(now).isStep()) {
      // What failed before was done after all, or is not needed any more.
      atRest();
    }
  }

  /** What has been written already, by a process before this one or without an answer. */
  private void takeOver(Marker marker) {
    told.takeOver(marker.remarks());
    if (!Position.isAfter(marker.position(), state.getSaid().getPosition())) {
      return;
    }
    if (marker.position().equals(state.getWanted().getPosition())) {
      state.setSaid(told.shown(state.getWanted()));
      if (marker.remarks().contains(keyOfRefusal()) && state.getRefusal().isEmpty()) {
        state.setRefusal("as was told before");
      }
    } else {
      state.setSaid(
          Notice.newBuilder()
              .setKind(state.getWanted().getKind())
              .setUid(state.getWanted().getUid())
              .setPosition(marker.position())
              .setRevision(marker.revision())
              .setSuppressed(marker.goal() == Goal.DONE));
    }
    told.dropUpTo(marker.position());
  }

  private void judgeStatus(Remote remote, long now) {
    var status = remote.status();
    boolean own = isOwn(status, remote.marker());
    if (own) {
      state.setOwnStatus(status.getId());
    } else if (state.getOwnStatus().isEmpty()) {
      state.setOwnStatus(NEVER_OWN);
    }
    if (!own && !state.getMovedByPerson()) {
      outbox.report(What.LEFT_TO_PEOPLE, status.getName(), now);
    }
    state.setMovedByPerson(!own).setPerhapsStatus("").setStatus(status);
  }

  /** Where this job left the ticket; empty where it has not set its status yet. */
  static String ownStatus(TicketStateOrBuilder state) {
    return state.getOwnStatus().equals(NEVER_OWN) ? "" : state.getOwnStatus();
  }

  private boolean isOwn(Status status, Marker marker) {
    boolean asLeft = status.getId().equals(marker.status());
    if (needs.isBehind() && !marker.status().isEmpty()) {
      // A process before this one was further in the stream: it alone knows where it left it.
      return asLeft || status.getCategory() == Category.TO_DO;
    }
    return asLeft
        || status.getCategory() == Category.TO_DO
        || status.getId().equals(state.getOwnStatus())
        || status.getId().equals(state.getPerhapsStatus())
        || (state.getOwnStatus().isEmpty() && !state.getAdopted())
        || ((marker.goal() == needs.goal() || needs.isBehind())
            && isOnTheWay(status, marker.goal()));
  }

  /** Such a status may be the effect of a move that this process knows nothing of. */
  private boolean isOnTheWay(Status status, Goal goal) {
    boolean leadsThere =
        goal.isReachedBy(status.getCategory())
            && !goal.isReachedBy(state.getStatus().getCategory());
    return leadsThere || terms.policy().wayTo(goal).contains(status.getName());
  }

  private void escalateIfDue(long now) {
    if (needs.escalatesAt() == 0 || needs.escalatesAt() > now) {
      return;
    }
    state.setEscalated(true);
    if (state.getStatus().getCategory() != Category.TO_DO) {
      return;
    }
    var waited = Duration.ofMillis(now - state.getOpenSince());
    var key = RemarkKey.of("escalated", state.getWanted().getPosition());
    told.once("Nobody has moved this ticket for " + words(waited) + ".", key);
    state.setUrgent(true);
    outbox.report(What.ESCALATED, "nobody has moved it for " + words(waited), now);
  }

  private static String words(Duration time) {
    return time.toHours() >= 48
        ? time.toDays() + " days"
        : time.toMinutes() >= 120 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
  }

  /** The ticket was to be written. */
  private void written(StepTaken taken, Outcome<?> outcome, long now) {
    if (!isDone(outcome, now)) {
      return;
    }
    told.written(taken.getTellings());
    state
        .setSaid(taken.getNotice())
        .setWrittenAt(now)
        .setUrgent(!needs.goal().isReachedBy(state.getStatus().getCategory()));
    outbox.report(What.TOLD, "", now);
  }

  /** The ticket was to be moved. */
  private void moved(StepTaken taken, Outcome<?> outcome, long now) {
    if (outcome.end() == Outcome.End.REFUSED && !outcome.isMissing()) {
      state.setUnderWay(Step.NO_STEP);
      refuse(outcome.reason(), now);
      return;
    }
    if (outcome.end() == Outcome.End.UNCLEAR) {
      state.setPerhapsStatus(taken.getTo().getId());
    }
    if (!isDone(outcome, now)) {
      return;
    }
    state
        .setMoved(state.getMoved() + 1)
        .setStatus(taken.getTo())
        .setOwnStatus(taken.getTo().getId())
        .setMovedByPerson(false)
        .clearMoves()
        .setReadFor("");
    if (needs.goal().isReachedBy(taken.getTo().getCategory())) {
      state.setOpenSince(now).setEscalated(false);
      outbox.report(needs.goal() == Goal.DONE ? What.CLOSED : What.REOPENED, "", now);
    } else if (state.getMoved() >= MOST_MOVES) {
      refuse("it is not there after " + MOST_MOVES + " moves", now);
    }
  }

  private void refuse(String reason, long now) {
    state.setRefusal(reason);
    told.once(
        "The workflow does not let this ticket be "
            + (needs.goal() == Goal.DONE ? "closed" : "opened again")
            + ": "
            + reason
            + ". Please do it by hand.",
        keyOfRefusal());
    outbox.report(What.MOVE_REFUSED, reason, now);
  }

  private String keyOfRefusal() {
    return RemarkKey.ofRefusal(needs.goal(), state.getWanted().getEpisode());
  }

  /** The ticket was to be linked to the one before it: a nicety that it can do without. */
  private void linked(Outcome<?> outcome, long now) {
    if (outcome.end() == Outcome.End.REFUSED) {
      state.setUnderWay(Step.NO_STEP).setLinked(true);
    } else if (isDone(outcome, now)) {
      state.setLinked(true);
    }
  }

  /** One that was made twice was to be taken out of the way. */
  private void retired(StepTaken taken, Outcome<?> outcome, long now) {
    boolean over = outcome.end() == Outcome.End.REFUSED;
    if (over) {
      state.setUnderWay(Step.NO_STEP);
    }
    if (over || isDone(outcome, now)) {
      var left = new ArrayList<>(state.getDuplicatesList());
      left.remove(taken.getDuplicate());
      state.clearDuplicates().addAllDuplicates(left);
      if (over || outcome.value() == Retired.OUT_OF_THE_WAY) {
        outbox.report(What.DUPLICATE_RETIRED, over ? outcome.reason() : "", now);
      }
    }
  }

  /** Whether it is done; what follows from another end is noted here. */
  private boolean isDone(Outcome<?> outcome, long now) {
    var step = state.getUnderWay();
    state.setUnderWay(Step.NO_STEP);
    switch (outcome.end()) {
      case DONE:
        if (!isLook(step) || state.getFailing() == step || state.getFailing() == Step.NO_STEP) {
          atRest();
        }
        return true;
      case REFUSED:
        if (outcome.isMissing() && step == Step.READ) {
          state.setGone(true);
          outbox.report(What.TAKEN_AWAY, outcome.reason(), now);
        } else if (outcome.isMissing() && !state.getId().isEmpty()) {
          // Whether it is gone tells whoever reads it.
          state.setReadBy(0);
          failed(step, outcome, now);
        } else {
          giveUp(outcome.reason(), now);
        }
        return false;
      default:
        state.setReadBy(outcome.end() == Outcome.End.UNCLEAR ? 0 : state.getReadBy());
        failed(step, outcome, now);
        return false;
    }
  }

  private static boolean isLook(Step step) {
    return step == Step.FIND || step == Step.READ;
  }

  private void atRest() {
    state.setFailing(Step.NO_STEP);
    pace().atRest();
  }

  private void failed(Step step, Outcome<?> outcome, long now) {
    if (!isLook(step) || state.getFailing() == Step.NO_STEP) {
      state.setFailing(step);
    }
    if (pace().hasFailedFor(terms.policy().giveUpAfter(), now)) {
      giveUp(outcome.reason(), now);
    } else {
      pace().failed(outcome, terms::pause, now);
    }
  }

  private void giveUp(String reason, long now) {
    state.setGivenUp(reason);
    outbox.report(What.GIVEN_UP, reason, now);
  }

  private Pace pace() {
    return new Pace(state.getPaceBuilder());
  }
}
