// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.limit.Pace;
import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Move;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Seen;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.StepTaken;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.message.TicketState;
import io.breakwater.response.notice.Change;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.notice.Position;
import io.breakwater.response.targets.Draft;
import io.breakwater.response.targets.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one ticket as it should be, one step at a time.
 *
 * <pre>
 *   an order ──► FIND ──nothing, for certain──► MAKE ──► READ ──► WRITE ──► MOVE ──► at rest
 *                 ▲ │                            │        ▲         │        │          │
 *                 │ └──────── it is there ───────┼────────┤         └────────┴─ unclear │
 *                 └──────────── unclear ─────────┘        └──────── next order ─────────┘
 * </pre>
 *
 * What is done next follows from what the ticket should say and what is known of it. Where that is
 * not certain, because the answer to a call was lost or because this process has taken over from
 * one that may have done more than its last checkpoint tells, it is read again before anything is
 * written. A ticket is made only after a search that would have found it found nothing.
 */
public final class TicketLedger {
  private final TicketState.Builder state;
  private final Terms terms;
  private final TicketNeeds needs;
  private final Tellings told;
  private final Outbox outbox;
  private final StepEnds ends;

  private TicketLedger(TicketState.Builder state, Terms terms) {
    this.state = state;
    this.terms = terms;
    this.needs = new TicketNeeds(state, terms);
    this.told = new Tellings(state);
    this.outbox = new Outbox(state);
    this.ends = new StepEnds(state, terms, needs, told, outbox);
  }

  /** The ledger of a ticket that nothing is known of yet. */
  public static TicketLedger blank(String target, String key, Terms terms) {
    return new TicketLedger(TicketState.newBuilder().setTarget(target).setKey(key), terms);
  }

  public static TicketLedger of(TicketState state, Terms terms) {
    return new TicketLedger(state.toBuilder(), terms);
  }

  public TicketState state() {
    return state.build();
  }

  /** What has happened since this was asked last, for those who watch. */
  public List<Report> reports() {
    return outbox.takeReports();
  }

  /** What the ticket that follows on this one begins with, once when it is found to be needed. */
  public Optional<TicketOrder> handover() {
    return outbox.takeHandover();
  }

  /** Takes in what the ticket has to follow from now on. */
  public void order(TicketOrder order, long now) {
    order.getRemarksList().forEach(this::remark);
    var notice = order.getNotice();
    if (!state.hasWanted()) {
      state
          .setWanted(notice)
          .setRoute(order.getRoute())
          .setOrdinal(Math.max(1, order.getOrdinal()))
          .setPredecessor(order.getPredecessor())
          .setAskedAt(notice.getArrivedAt())
          .setPerhapsAskedBefore(order.getShared() || !isFirstOfAll(notice));
      return;
    }
    if (!Position.isAfter(notice.getPosition(), state.getWanted().getPosition())) {
      return;
    }
    if (needsNewTicket(notice)) {
      outbox.handOver(notice, order.getRoute(), List.of());
      return;
    }
    var change = Change.between(state.getWanted(), notice);
    if (!order.getTell()) {
      state.setFollowsSince(now);
    } else if (!change.isOnlyInRecord()) {
      told.change(change.text(), notice.getPosition());
      state.setUrgent(state.getUrgent() || change.isRise() || Goal.of(notice) != needs.goal());
    }
    if (Goal.of(notice) != needs.goal()) {
      state.setMoved(0).setRefusal("");
    }
    if (!needs.mayBeThere()) {
      if (needs.goal() == Goal.OPEN && Goal.of(notice) == Goal.DONE) {
        outbox.report(What.RECOVERED_BEFORE, notice.getDetail(), now);
      }
      if (needs.goal() == Goal.DONE) {
        state.setAskedAt(notice.getArrivedAt()).setPerhapsAskedBefore(false);
      }
      if (Goal.of(notice) == Goal.OPEN) {
        told.dropChanges();
      } else {
        told.dropAll();
      }
    }
    if (notice.getPosition().equals(state.getSaid().getPosition())) {
      // Of a process before this one no more was known of it than the ticket carries.
      state.setSaid(told.shown(notice));
    }
    state.setWanted(notice).setRoute(order.getRoute());
    tryAnew();
  }

  /** Whoever reads the stream from there on has not missed what is before it. */
  private static boolean isFirstOfAll(Notice notice) {
    return notice.getActivity() == Activity.CREATE && notice.getEpisode() <= 1;
  }

  private boolean needsNewTicket(Notice notice) {
    boolean opensAgain =
        Goal.of(notice) == Goal.OPEN
            && notice.getEpisode() > state.getWanted().getEpisode()
            && needs.mayBeThere();
    return opensAgain
        && (state.getGone() || terms.policy().reopening() == TicketPolicy.Reopening.NEW_TICKET);
  }

  /** What was given up is tried again, as somebody asks for it; what was gone is looked for. */
  public void redrive() {
    state.setGone(false).setReadBy(0);
    tryAnew();
  }

  private void tryAnew() {
    state.setGivenUp("").setFailing(Step.NO_STEP);
    pace().atRest();
  }

  /**
   * Takes in what somebody else has to say of the exposure. It is told once, wherever in the stream
   * the ticket has come to.
   */
  public void remark(Remark remark) {
    if (told.remark(remark)) {
      tryAnew();
    }
  }

  /**
   * The ticket was seen among those that have changed: told to those who watch, and nothing more.
   * What is seen so may be older than what is known, so that nothing is decided by it.
   */
  public void seen(Seen seen, long now) {
    if (!seen.getId().equals(state.getId())) {
      return;
    }
    if (!seen.getStatus().getId().equals(state.getSeen().getId())) {
      boolean first = !state.hasSeen();
      state.setSeen(seen.getStatus());
      if (!first || seen.getStatus().getCategory() != Category.TO_DO) {
        outbox.add(
            outbox
                .reported(What.STATUS_CHANGED, "", now)
                .setStatus(seen.getStatus().getName())
                .setTook(0));
      }
    }
    for (var comment : seen.getCommentsList()) {
      if (isNew(comment)) {
        outbox.add(
            outbox
                .reported(What.COMMENTED, comment.getText(), now)
                .setBy(comment.getAuthor())
                .setTook(0));
      }
    }
  }

  /** Two of the same time are told apart by their ids; after that it is not new any more. */
  private boolean isNew(Comment comment) {
    if (comment.getAt() > state.getLastCommentAt()) {
      state.setLastCommentAt(comment.getAt()).clearLastComments().addLastComments(comment.getId());
      return true;
    }
    boolean isBesideTheLast =
        comment.getAt() == state.getLastCommentAt()
            && state.getLastCommentsCount() > 0
            && !state.getLastCommentsList().contains(comment.getId());
    if (isBesideTheLast) {
      state.addLastComments(comment.getId());
    }
    return isBesideTheLast;
  }

  /** What to do now. */
  public Next next(long now) {
    return needs.next(now);
  }

  /** When it goes on. */
  public Pace pace() {
    return new Pace(state.getPaceBuilder());
  }

  /** Notes that a step is being taken; the answer comes back with its end. */
  public StepTaken begin(Step step, long now) {
    state.setUnderWay(step);
    var taken = StepTaken.newBuilder().setStep(step).setBegunAt(now);
    switch (step) {
      case MAKE:
        return taken.setNotice(state.getWanted()).build();
      case WRITE:
        return taken.setNotice(state.getWanted()).setTellings(state.getUntoldCount()).build();
      case MOVE:
        return taken.setTo(needs.chosenMove().orElseThrow().getTo()).build();
      case RETIRE:
        return taken.setDuplicate(state.getDuplicates(0)).build();
      default:
        return taken.build();
    }
  }

  /** What a MAKE or a WRITE says. */
  public Draft draft() {
    return new Draft(
        state.getKey(), state.getWanted(), told.keysOnceTold(), StepEnds.ownStatus(state));
  }

  /** Whether a WRITE is more than tellings. */
  public boolean writesFields() {
    return needs.writesFields();
  }

  /** What a WRITE tells people, in order. */
  public List<String> tellings() {
    var texts = told.texts();
    if (needs.goal() == Goal.DONE
        && Goal.of(state.getSaid()) == Goal.OPEN
        && needs.isLeftToPeople()
        && !needs.goal().isReachedBy(state.getStatus().getCategory())) {
      texts.add(
          "Somebody has moved this ticket to '"
              + state.getStatus().getName()
              + "', so its status is left alone.");
    }
    return texts;
  }

  /** The way that a MOVE takes: the furthest one along that of the plan, else straight there. */
  public Optional<Move> chosenMove() {
    return needs.chosenMove();
  }

  /** A step has ended so; the outcome is the one that its call has. */
  public void ended(StepTaken taken, Outcome<?> outcome, long now) {
    ends.ended(taken, outcome, now);
  }

  /** Nobody knows how it ended, as the process that waited for the answer is gone. */
  public void unanswered(StepTaken taken, long now) {
    ends.unanswered(taken, now);
  }
}
