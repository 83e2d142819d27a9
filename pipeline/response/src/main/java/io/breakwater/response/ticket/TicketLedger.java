// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.limit.Pace;
import io.breakwater.response.message.Category;
import io.breakwater.response.message.Move;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Seen;
import io.breakwater.response.message.Status;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.StepTaken;
import io.breakwater.response.message.Telling;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.message.TicketState;
import io.breakwater.response.notice.Change;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.notice.Position;
import io.breakwater.response.targets.Draft;
import io.breakwater.response.targets.Found;
import io.breakwater.response.targets.Marker;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.RemarkKey;
import io.breakwater.response.targets.Remote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
  static final int MOST_UNTOLD = 20;

  /** So that the marker of one WRITE has room for all of them, and for what comes of the ticket. */
  private static final int MOST_REMARKS_UNTOLD = Marker.MOST_REMARKS - 2;

  /** A workflow that takes more steps than this to one end goes in circles. */
  private static final int MOST_MOVES = 5;

  private static final long FIRST_LOOK_MILLIS = 1_000;

  /** In place of a status that the ticket has from us, where it was found with another. */
  private static final String NEVER_OWN = "-";

  private final TicketState.Builder state;
  private final Terms terms;
  private final List<Report> reports = new ArrayList<>();
  private TicketOrder handover;

  private TicketLedger(TicketState.Builder state, Terms terms) {
    this.state = state;
    this.terms = terms;
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
    var all = List.copyOf(reports);
    reports.clear();
    return all;
  }

  /** What the ticket that follows on this one begins with, once when it is found to be needed. */
  public Optional<TicketOrder> handover() {
    var order = Optional.ofNullable(handover);
    handover = null;
    return order;
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
          .setAskedAt(notice.getArrivedAt());
      return;
    }
    if (!Position.isAfter(notice.getPosition(), state.getWanted().getPosition())) {
      return;
    }
    if (needsNewTicket(notice)) {
      handOver(notice, order.getRoute(), List.of());
      return;
    }
    var change = Change.between(state.getWanted(), notice);
    if (order.getTell()) {
      tell(change.text(), notice.getPosition());
      state.setUrgent(state.getUrgent() || change.isRise() || Goal.of(notice) != goal());
    } else {
      state.setFollowsSince(now);
    }
    if (Goal.of(notice) != goal()) {
      state.setMoved(0).setRefusal("");
    }
    if (!mayBeThere()) {
      if (goal() == Goal.OPEN && Goal.of(notice) == Goal.DONE) {
        report(What.RECOVERED_BEFORE, notice.getDetail(), now);
      }
      state.setAskedAt(notice.getArrivedAt()).setUntoldLeftOut(0);
      keepUntold(telling -> isRemark(telling) && Goal.of(notice) == Goal.OPEN);
    }
    state.setWanted(notice).setRoute(order.getRoute());
    tryAnew();
  }

  private boolean needsNewTicket(Notice notice) {
    boolean opensAgain =
        Goal.of(notice) == Goal.OPEN
            && notice.getEpisode() > state.getWanted().getEpisode()
            && mayBeThere();
    return opensAgain
        && (state.getGone() || terms.policy().reopening() == TicketPolicy.Reopening.NEW_TICKET);
  }

  /** What was given up is tried again, as somebody asks for it. */
  public void tryAnew() {
    state.setGivenUp("");
    pace().atRest();
  }

  /**
   * Takes in what somebody else has to say of the exposure. It is told once, wherever in the stream
   * the ticket has come to.
   */
  public void remark(Remark remark) {
    var owner = remark.getOwner();
    if (owner.isEmpty() ? isTold(remark.getKey()) : !becomesOwner(owner, remark.getKey())) {
      return;
    }
    if (state.getUntoldList().stream().filter(TicketLedger::isRemark).count()
        >= MOST_REMARKS_UNTOLD) {
      state.setUntoldLeftOut(state.getUntoldLeftOut() + 1);
    } else {
      state.addUntold(Telling.newBuilder().setText(remark.getText()).setKey(remark.getKey()));
    }
    tryAnew();
  }

  /** Whether that is another one than before. A former one that comes again is told again. */
  private boolean becomesOwner(String owner, String key) {
    if (!state.hasWanted() || owner.equals(state.getWanted().getSubject().getOwner())) {
      return false;
    }
    state.getWantedBuilder().getSubjectBuilder().setOwner(owner);
    var others = new ArrayList<>(state.getToldRemarksList());
    others.remove(key);
    state.clearToldRemarks().addAllToldRemarks(others);
    keepUntold(telling -> !telling.getKey().equals(key));
    return true;
  }

  /** Whether it was told, or waits to be. */
  private boolean isTold(String key) {
    return state.getToldRemarksList().contains(key)
        || state.getUntoldList().stream().anyMatch(telling -> telling.getKey().equals(key));
  }

  private static boolean isRemark(Telling telling) {
    return !telling.getKey().isEmpty();
  }

  private void keepUntold(Predicate<Telling> which) {
    var left = new ArrayList<>(state.getUntoldList());
    left.removeIf(which.negate());
    state.clearUntold().addAllUntold(left);
  }

  private void handOver(Notice notice, String route, List<Telling> remarks) {
    state.setSuccessor(state.getOrdinal() + 1);
    handover =
        TicketOrder.newBuilder()
            .setNotice(notice)
            .setTell(true)
            .setRoute(route)
            .setOrdinal(state.getSuccessor())
            .setPredecessor(state.getId())
            .addAllRemarks(remarksOf(remarks))
            .build();
  }

  private static List<Remark> remarksOf(List<Telling> tellings) {
    var remarks = new ArrayList<Remark>();
    for (var telling : tellings) {
      // The owner is in the notice, and a refusal is of this ticket.
      if (isRemark(telling)
          && !telling.getText().isEmpty()
          && !RemarkKey.isOfRefusal(telling.getKey())) {
        remarks.add(
            Remark.newBuilder().setKey(telling.getKey()).setText(telling.getText()).build());
      }
    }
    return remarks;
  }

  private void tell(String text, String position) {
    if (!Position.isAfter(position, state.getSaid().getPosition())) {
      // An earlier process has told it, and this one comes to it only now.
      return;
    }
    if (state.getUntoldCount() < MOST_UNTOLD) {
      state.addUntold(Telling.newBuilder().setText(text).setPosition(position));
    } else {
      state.setUntoldLeftOut(state.getUntoldLeftOut() + 1);
    }
  }

  /** What to do now. */
  public Next next(long now) {
    if (state.getUnderWay() != Step.NO_STEP
        || !state.hasWanted()
        || state.getGone()
        || !state.getGivenUp().isEmpty()) {
      return Next.nothing();
    }
    if (pace().notBefore() > now) {
      return Next.waitUntil(pace().notBefore());
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
    if ((toMove || turns) && !state.getReadFor().equals(state.getWanted().getPosition())) {
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
  private long escalatesAt() {
    if (state.getEscalated() || goal() == Goal.DONE || state.getMovedByPerson()) {
      return 0;
    }
    return terms
        .escalateAfter(state.getWanted().getSeverity())
        .map(wait -> state.getOpenSince() + wait.toMillis())
        .orElse(0L);
  }

  private void escalateIfDue(long now) {
    if (escalatesAt() == 0 || escalatesAt() > now) {
      return;
    }
    state.setEscalated(true);
    if (state.getStatus().getCategory() != Category.TO_DO) {
      return;
    }
    var waited = Duration.ofMillis(now - state.getOpenSince());
    var key = RemarkKey.of("escalated", state.getWanted().getPosition());
    if (!isTold(key)) {
      state.addUntold(
          Telling.newBuilder()
              .setText("Nobody has moved this ticket for " + words(waited) + ".")
              .setKey(key));
    }
    state.setUrgent(true);
    report(What.ESCALATED, "nobody has moved it for " + words(waited), now);
  }

  private static String words(Duration time) {
    return time.toHours() >= 48
        ? time.toDays() + " days"
        : time.toMinutes() >= 120 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
  }

  /** An earlier process has told the ticket more than this one has come to yet. */
  private boolean isBehind() {
    return Position.isAfter(state.getSaid().getPosition(), state.getWanted().getPosition());
  }

  private boolean isToBeWritten() {
    return state.getUntoldCount() > 0
        || (Position.isAfter(state.getWanted().getPosition(), state.getSaid().getPosition())
            && !isLeftToPeople()
            && Change.between(state.getSaid(), state.getWanted()).isVisible());
  }

  private long merging() {
    return terms.policy().mergeWithin().toMillis();
  }

  private boolean isToBeMoved() {
    return !goal().isReachedBy(state.getStatus().getCategory())
        && !isLeftToPeople()
        && state.getRefusal().isEmpty();
  }

  /** A ticket that a person has moved is theirs: it is told what happens, and nothing more. */
  private boolean isLeftToPeople() {
    return state.getMovedByPerson()
        && !(goal() == Goal.DONE && terms.policy().closesWhatPeopleMoved());
  }

  private Goal goal() {
    return Goal.of(state.getWanted());
  }

  /** Zero where no ticket can be there that this process has not made. */
  private long certainFrom() {
    return Math.max(state.getCertainFrom(), terms.certainFrom(state.getAskedAt()));
  }

  private boolean isCertainlyAbsent() {
    return state.getAbsentAt() > 0 && state.getAbsentAt() >= certainFrom();
  }

  private boolean mayBeThere() {
    return !state.getId().isEmpty()
        || state.getUnderWay() == Step.MAKE
        || (certainFrom() > 0 && !isCertainlyAbsent());
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
        return taken.setTo(chosenMove().orElseThrow().getTo()).build();
      case RETIRE:
        return taken.setDuplicate(state.getDuplicates(0)).build();
      default:
        return taken.build();
    }
  }

  /** What a MAKE or a WRITE says. */
  public Draft draft() {
    // A ticket that is made tells nothing but what it says.
    var told = state.getId().isEmpty() ? List.<Telling>of() : state.getUntoldList();
    return new Draft(state.getKey(), state.getWanted(), remarksWith(told));
  }

  /** The keys of what has been told lately, once these are told as well. */
  private List<String> remarksWith(List<Telling> tellings) {
    var keys = new ArrayList<String>();
    tellings.stream().filter(TicketLedger::isRemark).forEach(telling -> keys.add(telling.getKey()));
    return latest(state.getToldRemarksList(), keys);
  }

  private static List<String> latest(List<String> some, List<String> later) {
    var all = new LinkedHashSet<>(some);
    all.removeAll(later);
    all.addAll(later);
    var keys = List.copyOf(all);
    return keys.subList(Math.max(0, keys.size() - Marker.MOST_REMARKS), keys.size());
  }

  /** Whether a WRITE is more than tellings. */
  public boolean writesFields() {
    return !isLeftToPeople();
  }

  /** What a WRITE tells people, in order. */
  public List<String> tellings() {
    var texts = new ArrayList<String>();
    state.getUntoldList().stream()
        .map(Telling::getText)
        .filter(text -> !text.isEmpty())
        .forEach(texts::add);
    if (state.getUntoldLeftOut() > 0) {
      texts.add("There were " + state.getUntoldLeftOut() + " more changes.");
    }
    if (goal() == Goal.DONE
        && Goal.of(state.getSaid()) == Goal.OPEN
        && isLeftToPeople()
        && !goal().isReachedBy(state.getStatus().getCategory())) {
      texts.add(
          "Somebody has moved this ticket to '"
              + state.getStatus().getName()
              + "', so its status is left alone.");
    }
    return texts;
  }

  /** The way that a MOVE takes: the furthest one along that of the plan, else straight there. */
  public Optional<Move> chosenMove() {
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

  /** A search has ended. */
  public void found(StepTaken taken, Outcome<List<Found>> outcome, long now) {
    if (!ended(outcome, now)) {
      return;
    }
    var all = outcome.value();
    if (state.getId().isEmpty()) {
      if (all.isEmpty()) {
        state.setAbsentAt(taken.getBegunAt());
        return;
      }
      adopt(all.get(0), now);
      report(What.FOUND_AGAIN, "", now);
    } else {
      state.setLookAgainAt(0);
    }
    all.stream()
        .map(Found::id)
        .filter(id -> !id.equals(state.getId()))
        .forEach(state::addDuplicates);
  }

  /** A ticket was to be made. */
  public void made(StepTaken taken, Outcome<Found> outcome, long now) {
    if (outcome.end() == Outcome.End.UNCLEAR) {
      state.setCertainFrom(now + terms.settling()).setAbsentAt(0);
    }
    if (!ended(outcome, now)) {
      return;
    }
    adopt(outcome.value(), now);
    state.setAdopted(false).setSaid(taken.getNotice()).setWrittenAt(now);
    dropToldUpTo(taken.getNotice().getPosition());
    var owner = taken.getNotice().getSubject().getOwner();
    if (owner.equals(state.getWanted().getSubject().getOwner())) {
      keepUntold(telling -> !telling.getText().isEmpty());
    }
    report(What.MADE, "", now);
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
  public void read(Outcome<Remote> outcome, long now) {
    if (!ended(outcome, now)) {
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
    if (goal() == Goal.OPEN
        && Goal.of(state.getSaid()) == Goal.DONE
        && state.getMovedByPerson()
        && state.getStatus().getCategory() == Category.DONE
        && state.getWanted().getEpisode() > state.getSaid().getEpisode()) {
      // Whoever closed it was done with it: what opens again is another matter.
      handOver(state.getWanted(), state.getRoute(), state.getUntoldList());
      state.setWanted(state.getSaid()).clearUntold().setUntoldLeftOut(0);
    } else if (isToBeMoved() && chosenMove().isEmpty() && !isBehind()) {
      refuse("no way leads there from '" + remote.status().getName() + "'", now);
    }
  }

  /** What has been written already, by a process before this one or without an answer. */
  private void takeOver(Marker marker) {
    var told = latest(state.getToldRemarksList(), marker.remarks());
    state.clearToldRemarks().addAllToldRemarks(told);
    keepUntold(telling -> !marker.remarks().contains(telling.getKey()));
    if (!Position.isAfter(marker.position(), state.getSaid().getPosition())) {
      return;
    }
    if (marker.position().equals(state.getWanted().getPosition())) {
      state.setSaid(state.getWanted());
      if (marker.remarks().contains(keyOfRefusal()) && state.getRefusal().isEmpty()) {
        state.setRefusal("as was told before");
      }
    } else {
      state.setSaid(
          Notice.newBuilder()
              .setPosition(marker.position())
              .setRevision(marker.revision())
              .setSuppressed(marker.goal() == Goal.DONE));
    }
    dropToldUpTo(marker.position());
  }

  private void dropToldUpTo(String position) {
    keepUntold(telling -> isRemark(telling) || Position.isAfter(telling.getPosition(), position));
    if (state.getUntoldCount() == 0) {
      state.setUntoldLeftOut(0);
    }
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
      report(What.LEFT_TO_PEOPLE, status.getName(), now);
    }
    state.setMovedByPerson(!own).setPerhapsStatus("").setStatus(status);
  }

  private boolean isOwn(Status status, Marker marker) {
    return status.getCategory() == Category.TO_DO
        || status.getId().equals(state.getOwnStatus())
        || status.getId().equals(state.getPerhapsStatus())
        || (state.getOwnStatus().isEmpty() && !state.getAdopted())
        || (marker.goal() == goal() && isOnTheWay(status));
  }

  /** Such a status may be the effect of a move that this process knows nothing of. */
  private boolean isOnTheWay(Status status) {
    boolean leadsThere =
        goal().isReachedBy(status.getCategory())
            && !goal().isReachedBy(state.getStatus().getCategory());
    return leadsThere || terms.policy().wayTo(goal()).contains(status.getName());
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
        reports.add(
            reported(What.STATUS_CHANGED, "", now)
                .setStatus(seen.getStatus().getName())
                .setTook(0)
                .build());
      }
    }
    for (var comment : seen.getCommentsList()) {
      if (comment.getAt() > state.getLastCommentAt()) {
        state.setLastCommentAt(comment.getAt());
        reports.add(
            reported(What.COMMENTED, comment.getText(), now)
                .setBy(comment.getAuthor())
                .setTook(0)
                .build());
      }
    }
  }

  /** The ticket was to be written. */
  public void written(StepTaken taken, Outcome<?> outcome, long now) {
    if (!ended(outcome, now)) {
      return;
    }
    var told = state.getUntoldList().subList(0, taken.getTellings());
    var left = state.getUntoldList().subList(taken.getTellings(), state.getUntoldCount());
    var remarks = remarksWith(told);
    var untold = List.copyOf(left);
    state
        .clearToldRemarks()
        .addAllToldRemarks(remarks)
        .setSaid(taken.getNotice())
        .setWrittenAt(now)
        .setUrgent(!goal().isReachedBy(state.getStatus().getCategory()))
        .setUntoldLeftOut(0)
        .clearUntold()
        .addAllUntold(untold);
    report(What.TOLD, "", now);
  }

  /** The ticket was to be moved. */
  public void moved(StepTaken taken, Outcome<?> outcome, long now) {
    if (outcome.end() == Outcome.End.REFUSED && !outcome.isMissing()) {
      state.setUnderWay(Step.NO_STEP);
      refuse(outcome.reason(), now);
      return;
    }
    if (outcome.end() == Outcome.End.UNCLEAR) {
      state.setPerhapsStatus(taken.getTo().getId());
    }
    if (!ended(outcome, now)) {
      return;
    }
    state
        .setMoved(state.getMoved() + 1)
        .setStatus(taken.getTo())
        .setOwnStatus(taken.getTo().getId())
        .setMovedByPerson(false)
        .clearMoves()
        .setReadFor("");
    if (goal().isReachedBy(taken.getTo().getCategory())) {
      state.setOpenSince(now).setEscalated(false);
      report(goal() == Goal.DONE ? What.CLOSED : What.REOPENED, "", now);
    } else if (state.getMoved() >= MOST_MOVES) {
      refuse("it is not there after " + MOST_MOVES + " moves", now);
    }
  }

  private void refuse(String reason, long now) {
    state.setRefusal(reason);
    if (!isTold(keyOfRefusal())) {
      state.addUntold(
          Telling.newBuilder()
              .setText(
                  "The workflow does not let this ticket be "
                      + (goal() == Goal.DONE ? "closed" : "opened again")
                      + ": "
                      + reason
                      + ". Please do it by hand.")
              .setKey(keyOfRefusal()));
    }
    report(What.MOVE_REFUSED, reason, now);
  }

  private String keyOfRefusal() {
    return RemarkKey.ofRefusal(goal(), state.getWanted().getEpisode());
  }

  /** The ticket was to be linked to the one before it: a nicety that it can do without. */
  public void linked(Outcome<?> outcome, long now) {
    if (outcome.end() == Outcome.End.REFUSED) {
      state.setUnderWay(Step.NO_STEP).setLinked(true);
    } else if (ended(outcome, now)) {
      state.setLinked(true);
    }
  }

  /** One that was made twice was to be taken out of the way. */
  public void retired(StepTaken taken, Outcome<?> outcome, long now) {
    boolean over = outcome.end() == Outcome.End.REFUSED;
    if (over) {
      state.setUnderWay(Step.NO_STEP);
    }
    if (over || ended(outcome, now)) {
      var left = new ArrayList<>(state.getDuplicatesList());
      left.remove(taken.getDuplicate());
      state.clearDuplicates().addAllDuplicates(left);
      report(What.DUPLICATE_RETIRED, over ? outcome.reason() : "", now);
    }
  }

  /** Nobody knows how it ended, as the process that waited for the answer is gone. */
  public void unanswered(StepTaken taken, long now) {
    var unclear = "the process that called ended before the answer came";
    switch (taken.getStep()) {
      case FIND:
        found(taken, Outcome.unclear(unclear), now);
        break;
      case MAKE:
        made(taken, Outcome.unclear(unclear), now);
        break;
      case READ:
        read(Outcome.unclear(unclear), now);
        break;
      case WRITE:
        written(taken, Outcome.unclear(unclear), now);
        break;
      case MOVE:
        moved(taken, Outcome.unclear(unclear), now);
        break;
      case LINK:
        linked(Outcome.unclear(unclear), now);
        break;
      case RETIRE:
        retired(taken, Outcome.unclear(unclear), now);
        break;
      default:
        throw new IllegalArgumentException("no step: " + taken);
    }
    // It was not the target's fault, and what is unclear is looked at again at once.
    pace().atOnce();
  }

  /** Whether it is done; what follows from another end is noted here. */
  private boolean ended(Outcome<?> outcome, long now) {
    state.setUnderWay(Step.NO_STEP);
    switch (outcome.end()) {
      case DONE:
        pace().atRest();
        return true;
      case REFUSED:
        if (outcome.isMissing() && !state.getId().isEmpty()) {
          state.setGone(true);
          report(What.TAKEN_AWAY, outcome.reason(), now);
        } else {
          giveUp(outcome.reason(), now);
        }
        return false;
      default:
        state.setReadBy(outcome.end() == Outcome.End.UNCLEAR ? 0 : state.getReadBy());
        failed(outcome, now);
        return false;
    }
  }

  private void failed(Outcome<?> outcome, long now) {
    if (pace().hasFailedFor(terms.policy().giveUpAfter(), now)) {
      giveUp(outcome.reason(), now);
    } else {
      pace().failed(outcome, terms::pause, now);
    }
  }

  private void giveUp(String reason, long now) {
    state.setGivenUp(reason);
    report(What.GIVEN_UP, reason, now);
  }

  private void report(What what, String detail, long now) {
    reports.add(reported(what, detail, now).build());
  }

  private Report.Builder reported(What what, String detail, long now) {
    var about = state.getWanted();
    return Report.newBuilder()
        .setWhat(what)
        .setUid(about.getUid())
        .setKind(about.getKind())
        .setRevision(about.getRevision())
        .setSeverity(about.getSeverity())
        .setTarget(state.getTarget())
        .setRoute(state.getRoute())
        .setKey(state.getKey())
        .setTicket(state.getName())
        .setUrl(state.getUrl())
        .setStatus(state.getStatus().getName())
        .setDetail(detail)
        .setAt(now)
        .setTook(Math.max(0, now - about.getArrivedAt()));
  }
}
