// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.group;

import io.breakwater.response.message.Activity;
import io.breakwater.response.message.GroupState;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.Subject;
import io.breakwater.response.notice.Change;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.notice.Position;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Exposures that share a ticket, as they belong to the same owner and the same thing helps: one
 * notice is made of all that are open, which a ticket can follow like that of a single exposure.
 *
 * <p>Its position is the sum of theirs: each of them grows with every record, and so does the sum,
 * in whatever order the shards of the stream are read. What one of them has added stays in it when
 * that one is over and makes room for another.
 */
public final class Group {
  private static final int MOST_MEMBERS = 500;
  private static final int MOST_NAMED = 20;

  private final GroupState.Builder state;
  private boolean isFull;

  private Group(GroupState.Builder state) {
    this.state = state;
  }

  public static Group of(GroupState state) {
    return new Group(state.toBuilder());
  }

  public GroupState state() {
    return state.build();
  }

  /**
   * One of them has changed.
   *
   * @param uid of the group
   * @return what the ticket has to follow now; empty where that is nothing new
   */
  public Optional<Notice> hear(String uid, Notice notice) {
    var known = state.getMembersMap().get(notice.getUid());
    if (known == null && state.getMembersCount() >= MOST_MEMBERS) {
      if (Goal.of(notice) == Goal.DONE) {
        return Optional.empty();
      }
      if (!makesRoom()) {
        state.setLeftOut(state.getLeftOut() + 1);
        isFull = true;
        return Optional.empty();
      }
    }
    if (known != null && !Position.isAfter(notice.getPosition(), known.getPosition())) {
      return Optional.empty();
    }
    state.putMembers(notice.getUid(), notice.toBuilder().clearRecord().build());
    var composed = composed(uid, notice);
    state.setComposed(composed);
    return Optional.of(composed);
  }

  /** Whether the last one that was heard has no place on the ticket, as all that have are open. */
  public boolean isFull() {
    return isFull;
  }

  /** One that is over goes, the one that was heard of longest ago first. */
  private boolean makesRoom() {
    var over =
        state.getMembersMap().values().stream()
            .filter(member -> Goal.of(member) == Goal.DONE)
            .min(Comparator.comparing(member -> new BigInteger(member.getPosition())));
    over.ifPresent(
        member ->
            state
                .removeMembers(member.getUid())
                .setPast(past().add(new BigInteger(member.getPosition())).toString()));
    return over.isPresent();
  }

  private BigInteger past() {
    return state.getPast().isEmpty() ? BigInteger.ZERO : new BigInteger(state.getPast());
  }

  private Notice composed(String uid, Notice latest) {
    var open = open();
    var before = state.getComposed();
    boolean wasOpen = state.hasComposed() && Goal.of(before) == Goal.OPEN;
    var notice =
        Notice.newBuilder()
            .setUid(uid)
            .setKind(latest.getKind())
            .setPosition(position())
            .setArrivedAt(latest.getArrivedAt())
            .setChangedAt(latest.getChangedAt())
            .setOpenedAt(latest.getOpenedAt())
            .setEpisode(Math.max(1, before.getEpisode() + (!wasOpen && !open.isEmpty() ? 1 : 0)));
    notice.setRevision(uid + "-" + notice.getPosition());
    if (open.isEmpty()) {
      return notice
          .setActivity(Activity.CLOSE)
          .setSeverity(before.getSeverity())
          .setTitle(before.getTitle())
          .setDescription(before.getDescription())
          .addAllRemedies(before.getRemediesList())
          .setSubject(before.getSubject())
          .setCloseReason("all-over")
          .setDetail("All of them are over")
          .build();
    }
    return notice
        .setActivity(wasOpen ? Activity.UPDATE : Activity.CREATE)
        .setSeverity(open.get(0).getSeverity())
        .setTitle(title(open))
        .setDescription("The same helps all of these, which belong to " + owner(open) + ".")
        .addAllTraits(names(open))
        .addAllRemedies(open.get(0).getRemediesList())
        .setSubject(subject(open))
        .build();
  }

  /** The most severe first, those that were heard of first among them. */
  private List<Notice> open() {
    var open = new ArrayList<Notice>();
    for (var member : state.getMembersMap().values()) {
      if (Goal.of(member) == Goal.OPEN) {
        open.add(member);
      }
    }
    open.sort(
        Comparator.comparing(Notice::getSeverity, Comparator.<Severity>reverseOrder())
            .thenComparing(Notice::getUid));
    return open;
  }

  private String position() {
    var sum = past();
    for (var member : state.getMembersMap().values()) {
      sum = sum.add(new BigInteger(member.getPosition()));
    }
    return sum.toString();
  }

  private static String title(List<Notice> open) {
    var first = open.get(0);
    return open.size() == 1
        ? first.getTitle()
        : open.size() + " exposures, such as: " + first.getTitle();
  }

  private static String owner(List<Notice> open) {
    var subject = open.get(0).getSubject();
    return subject.getOwner().isEmpty() ? "account " + subject.getAccount() : subject.getOwner();
  }

  private static List<String> names(List<Notice> open) {
    var names = new ArrayList<String>();
    for (var member : open.subList(0, Math.min(MOST_NAMED, open.size()))) {
      names.add(
          member.getSubject().getName()
              + " ("
              + Change.label(member.getSeverity())
              + "): "
              + member.getTitle());
    }
    if (open.size() > MOST_NAMED) {
      names.add("and " + (open.size() - MOST_NAMED) + " more");
    }
    return names;
  }

  private static Subject subject(List<Notice> open) {
    var subject = open.get(0).getSubject().toBuilder();
    return open.size() == 1
        ? subject.build()
        : subject.setName(subject.getName() + " and " + (open.size() - 1) + " more").build();
  }

  /** By which an exposure finds its group: who it belongs to, and what helps most. */
  public static String nameOf(String route, Notice notice) {
    var subject = notice.getSubject();
    var owner = subject.getOwner().isEmpty() ? subject.getAccount() : subject.getOwner();
    var remedy =
        notice.getRemediesCount() == 0 ? notice.getTitle() : notice.getRemedies(0).getText();
    return route + "\n" + owner + "\n" + remedy;
  }
}
