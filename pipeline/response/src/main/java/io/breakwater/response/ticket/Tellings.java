// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Telling;
import io.breakwater.response.message.TicketState;
import io.breakwater.response.notice.Position;
import io.breakwater.response.targets.Marker;
import io.breakwater.response.targets.RemarkKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What people are to be told by a ticket, and what they were told: everything once. */
final class Tellings {
  static final int MOST_UNTOLD = 20;

  /** So that the marker of one WRITE has room for all of them, and for what comes of the ticket. */
  private static final int MOST_REMARKS_UNTOLD = Marker.MOST_REMARKS - 2;

  private final TicketState.Builder state;

  /**
   * @param state written into
   */
  Tellings(TicketState.Builder state) {
    this.state = state;
  }

  /** What comes of a position in the stream, once the ticket has come to it. */
  void change(String text, String position) {
    if (!Position.isAfter(position, state.getSaid().getPosition())) {
      // An earlier process has told it, and this one comes to it only now.
      return;
    }
    if (state.getUntoldCount() < MOST_UNTOLD) {
      state.addUntold(Telling.newBuilder().setText(text).setPosition(position));
    } else {
      leaveOut();
    }
  }

  /** What does not, unless it was told or waits to be. */
  void once(String text, String key) {
    if (!isTold(key)) {
      addUntold(text, key);
    }
  }

  /**
   * What somebody else has to say.
   *
   * @return whether that is new
   */
  boolean remark(Remark remark) {
    var owner = remark.getOwner();
    if (owner.isEmpty() ? isTold(remark.getKey()) : !becomesOwner(owner, remark.getKey())) {
      return false;
    }
    if (remarksUntold() >= MOST_REMARKS_UNTOLD) {
      leaveOut();
    } else {
      addUntold(remark.getText(), remark.getKey());
      remark.getFurtherList().forEach(text -> addUntold(text, remark.getKey()));
    }
    return true;
  }

  private long remarksUntold() {
    return state.getUntoldList().stream()
        .filter(Tellings::isRemark)
        .map(Telling::getKey)
        .distinct()
        .count();
  }

  private void addUntold(String text, String key) {
    state.addUntold(Telling.newBuilder().setText(text).setKey(key));
  }

  private void leaveOut() {
    state.setUntoldLeftOut(state.getUntoldLeftOut() + 1);
  }

  /** Whether that is another one than before. A former one that comes again is told again. */
  private boolean becomesOwner(String owner, String key) {
    if (!state.hasWanted() || owner.equals(state.getWanted().getSubject().getOwner())) {
      return false;
    }
    // What the ticket shows is another by that: it is looked at before.
    state.setReadFor("").getWantedBuilder().getSubjectBuilder().setOwner(owner);
    var others = new ArrayList<>(state.getToldRemarksList());
    others.remove(key);
    state.clearToldRemarks().addAllToldRemarks(others);
    keep(telling -> !telling.getKey().equals(key));
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

  private void keep(Predicate<Telling> which) {
    var left = new ArrayList<>(state.getUntoldList());
    left.removeIf(which.negate());
    state.clearUntold().addAllUntold(left);
  }

  /** What waits, in order, for people to read. */
  List<String> texts() {
    var texts = new ArrayList<String>();
    state.getUntoldList().stream()
        .map(Telling::getText)
        .filter(text -> !text.isEmpty())
        .forEach(texts::add);
    if (state.getUntoldLeftOut() > 0) {
      texts.add("There were " + state.getUntoldLeftOut() + " more changes.");
    }
    return texts;
  }

  /** What waits and is not of this ticket alone, for the one that follows on it. */
  List<Remark> forSuccessor() {
    var remarks = new LinkedHashMap<String, Remark.Builder>();
    for (var telling : state.getUntoldList()) {
      // The owner is in the notice, and a refusal is of this ticket.
      if (isRemark(telling) && !isOfOwner(telling) && !RemarkKey.isOfRefusal(telling.getKey())) {
        var known = remarks.get(telling.getKey());
        if (known == null) {
          remarks.put(
              telling.getKey(),
              Remark.newBuilder().setKey(telling.getKey()).setText(telling.getText()));
        } else {
          known.addFurther(telling.getText());
        }
      }
    }
    return remarks.values().stream().map(Remark.Builder::build).collect(Collectors.toList());
  }

  /** The keys of what has been told lately, once what waits is told as well. */
  List<String> keysOnceTold() {
    // A ticket that is made tells nothing but what it says.
    return keysWith(state.getId().isEmpty() ? List.of() : state.getUntoldList());
  }

  private List<String> keysWith(List<Telling> tellings) {
    var keys = new ArrayList<String>();
    tellings.stream().filter(Tellings::isRemark).forEach(telling -> keys.add(telling.getKey()));
    return latest(state.getToldRemarksList(), keys);
  }

  private static List<String> latest(List<String> some, List<String> later) {
    var all = new LinkedHashSet<>(some);
    all.removeAll(later);
    all.addAll(later);
    var keys = List.copyOf(all);
    return keys.subList(Math.max(0, keys.size() - Marker.MOST_REMARKS), keys.size());
  }

  /** No ticket is there yet that could have been told what comes of positions. */
  void dropChanges() {
    state.setUntoldLeftOut(0);
    keep(Tellings::isRemark);
  }

  void dropAll() {
    state.clearUntold().setUntoldLeftOut(0);
  }

  /** A ticket was made that says this. */
  void made(Notice notice) {
    dropUpTo(notice.getPosition());
    var owner = notice.getSubject().getOwner();
    if (owner.equals(state.getWanted().getSubject().getOwner())) {
      keep(telling -> !isOfOwner(telling));
    }
  }

  /** So many of those that wait were told, and how many more there were. */
  void written(int tellings) {
    var keys = keysWith(state.getUntoldList().subList(0, tellings));
    var left = List.copyOf(state.getUntoldList().subList(tellings, state.getUntoldCount()));
    dropAll();
    state.addAllUntold(left).clearToldRemarks().addAllToldRemarks(keys);
  }

  /**
   * What a ticket shows that has come to this notice: an owner that waits to be written was named
   * since by a playbook.
   */
  Notice shown(Notice notice) {
    if (state.getUntoldList().stream().noneMatch(Tellings::isOfOwner)) {
      return notice;
    }
    var shown = notice.toBuilder();
    shown.getSubjectBuilder().clearOwner();
    return shown.build();
  }

  /** There is nothing to read of it, as it is in a field. */
  private static boolean isOfOwner(Telling telling) {
    return isRemark(telling) && telling.getText().isEmpty();
  }

  /** What has been told already, by a process before this one or without an answer. */
  void takeOver(List<String> keys) {
    var told = latest(state.getToldRemarksList(), keys);
    state.clearToldRemarks().addAllToldRemarks(told);
    keep(telling -> !keys.contains(telling.getKey()));
  }

  /** What comes of this position and of those before it has been told. */
  void dropUpTo(String position) {
    keep(telling -> isRemark(telling) || Position.isAfter(telling.getPosition(), position));
    if (state.getUntoldCount() == 0) {
      state.setUntoldLeftOut(0);
    }
  }
}
