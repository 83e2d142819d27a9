// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.exposure;

import io.breakwater.core.hash.Sha256;
import io.breakwater.response.message.Activity;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.Comment;
import io.breakwater.response.message.ExposureState;
import io.breakwater.response.message.Notice;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.notice.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has been heard of one exposure, and what was acted on: the contract of the stream, as
 * `docs/siem.md` has it. The state goes back and forth with the stream when the correlation job
 * repeats itself after a failure; people must not.
 */
public final class ExposureLedger {
  /** An episode with more revisions than this may have one of the first told again. */
  private static final int MOST_ACTED_ON = 256;

  /** More than a revision has, as the stream may go back to one that has other comments. */
  private static final int MOST_COMMENTS_HEARD = 256;

  private final ExposureState.Builder state;

  private ExposureLedger(ExposureState.Builder state) {
    this.state = state;
  }

  public static ExposureLedger of(ExposureState state) {
    return new ExposureLedger(state.toBuilder());
  }

  public ExposureState state() {
    return state.build();
  }

  /** Takes in a revision that is no replay. */
  public Turn hear(Notice notice) {
    if (!Position.isAfter(notice.getPosition(), state.getHeld().getPosition())) {
      return Turn.NOTHING;
    }
    boolean isHeld = state.hasHeld();
    if (notice.getActivity() == Activity.CLOSE) {
      return close(notice, isHeld);
    }
    state.setHeld(notice.toBuilder().clearRecord());
    boolean known = state.getActedOnList().contains(Sha256.key(notice.getRevision()));
    if (known) {
      return Turn.FOLLOW;
    }
    actOn(notice.getRevision());
    state.setToldOpen(state.getToldOpen() || Goal.of(notice) == Goal.OPEN);
    return Turn.TELL;
  }

  /** What a dry run goes by, which must not take for done what it only says. */
  public ExposureLedger dry() {
    return of(state.hasDry() ? state.getDry() : state());
  }

  /** What a dry run knows by now. */
  public void keepDry(ExposureLedger dry) {
    state.setDry(dry.state());
  }

  /** It is no dry run any more. */
  public void endDry() {
    state.clearDry();
  }

  private Turn close(Notice notice, boolean isHeld) {
    if (!isHeld) {
      return Turn.NOTHING;
    }
    boolean told = state.getToldOpen() && state.getHeld().getEpisode() == notice.getEpisode();
    state.setHeld(notice.toBuilder().clearRecord());
    if (!told) {
      return Turn.FOLLOW;
    }
    state.setToldOpen(false);
    return Turn.TELL;
  }

  private void actOn(String revision) {
    if (state.getActedOnCount() >= MOST_ACTED_ON) {
      var latest = List.copyOf(state.getActedOnList().subList(1, state.getActedOnCount()));
      state.clearActedOn().addAllActedOn(latest);
    }
    state.addActedOn(Sha256.key(revision));
  }

  /** Those of its comments that no earlier revision had, in order. */
  public List<Comment> newComments(Notice notice) {
    var fresh = new ArrayList<Comment>();
    for (var comment : notice.getCommentsList()) {
      long key = Sha256.key(comment.getId());
      if (!state.getCommentsHeardList().contains(key)) {
        fresh.add(comment);
        state.addCommentsHeard(key);
      }
    }
    int count = state.getCommentsHeardCount();
    if (count > MOST_COMMENTS_HEARD) {
      var latest =
          List.copyOf(state.getCommentsHeardList().subList(count - MOST_COMMENTS_HEARD, count));
      state.clearCommentsHeard().addAllCommentsHeard(latest);
    }
    return fresh;
  }

  /** A notice with the owner that a playbook has named, unless the finding names one itself. */
  public Notice withOwner(Notice notice) {
    if (state.getOwner().isEmpty() || !notice.getSubject().getOwner().isEmpty()) {
      return notice;
    }
    var owned = notice.toBuilder();
    owned.getSubjectBuilder().setOwner(state.getOwner());
    return owned.build();
  }

  /**
   * Takes in the owner that a playbook names.
   *
   * @return whether that is the owner from now on: not where the finding names one itself
   */
  public boolean belongsTo(String owner) {
    var held = state.getHeld().getSubject().getOwner();
    boolean isTheirs = held.isEmpty() || held.equals(state.getOwner());
    if (owner.isEmpty() || !isTheirs || !state.hasHeld()) {
      return false;
    }
    state.setOwner(owner).getHeldBuilder().getSubjectBuilder().setOwner(owner);
    return true;
  }

  /** The names of the playbooks that hear of it. */
  public List<String> playbooks() {
    return state.getPlaybooksList();
  }

  /** Playbooks that hear of it from now on, for its whole life. */
  public void addPlaybooks(List<String> names) {
    for (var name : names) {
      if (!state.getPlaybooksList().contains(name)) {
        state.addPlaybooks(name);
      }
    }
  }

  public List<Assignment> tickets() {
    return state.getTicketsList();
  }

  /** What was heard last; empty where nothing was. */
  public Optional<Notice> held() {
    return state.hasHeld() ? Optional.of(state.getHeld()) : Optional.empty();
  }

  /** Whether it is open for all that people know. */
  public boolean isToldOpen() {
    return state.getToldOpen();
  }

  /** A ticket that the exposure has from now on, for its whole life, unless it has one there. */
  public void assign(Assignment ticket) {
    boolean has =
        state.getTicketsList().stream()
            .anyMatch(present -> present.getTarget().equals(ticket.getTarget()));
    if (!has) {
      state.addTickets(ticket);
    }
  }

  /** The same of one that somebody asked for, unless it has one anywhere. */
  public void assignRequested(Assignment ticket) {
    if (state.getTicketsCount() == 0) {
      state.addTickets(ticket);
    }
  }

  public boolean isAdmitted(String route) {
    return state.getAdmittedList().contains(route);
  }

  /**
   * Notes that it waits for a route, and keeps what would have been said of it.
   *
   * @return false where it waits already
   */
  public boolean waitFor(String route, Notice notice) {
    state.setRecord(notice.getRecord());
    if (state.getWaitsForList().contains(route)) {
      return false;
    }
    state.addWaitsFor(route);
    return true;
  }

  /** A route lets it through: what was kept for it, with its record. */
  public Notice admit(String route) {
    var waits = new ArrayList<>(state.getWaitsForList());
    waits.remove(route);
    var notice = state.getHeld().toBuilder().setRecord(state.getRecord()).build();
    state.clearWaitsFor().addAllWaitsFor(waits).addAdmitted(route);
    if (waits.isEmpty()) {
      state.clearRecord();
    }
    return notice;
  }

  /** Another ticket has taken the place of one, and is there for the same. */
  public void reassign(Assignment ticket) {
    for (int i = 0; i < state.getTicketsCount(); i++) {
      var present = state.getTickets(i);
      if (present.getTarget().equals(ticket.getTarget())
          && present.getKey().equals(ticket.getKey())) {
        var now = ticket.toBuilder();
        if (present.hasRequested()) {
          now.setRequested(present.getRequested());
        }
        state.setTickets(i, now);
      }
    }
  }
}
