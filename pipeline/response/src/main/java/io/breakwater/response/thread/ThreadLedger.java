// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.thread;

import io.breakwater.core.hash.Sha256;
import io.breakwater.response.limit.Backoff;
import io.breakwater.response.limit.Pace;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.MessageOrder;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Sending;
import io.breakwater.response.message.ThreadState;
import io.breakwater.response.targets.Merging;
import io.breakwater.response.targets.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What one target is told of one exposure: one message after another, each until it has arrived or
 * was tried for as long as the plan says.
 *
 * <p>What opened and was over again while people were left alone is not told at all.
 */
public final class ThreadLedger {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
  private static final int MOST_WAITING = 50;
  private static final int MOST_TAKEN_IN = 100;

  private final ThreadState.Builder state;
  private final Merging merging;
  private final Duration giveUpAfter;
  private final DoubleSupplier chance;
  private final List<Report> reports = new ArrayList<>();

  private ThreadLedger(
      ThreadState.Builder state, Merging merging, Duration giveUpAfter, DoubleSupplier chance) {
    this.state = state;
    this.merging = merging;
    this.giveUpAfter = giveUpAfter;
    this.chance = chance;
  }

  /**
   * @param merging what of that which waits is told as one message
   * @param chance from 0 to 1
   */
  public static ThreadLedger of(
      ThreadState state, Merging merging, Duration giveUpAfter, DoubleSupplier chance) {
    return new ThreadLedger(state.toBuilder(), merging, giveUpAfter, chance);
  }

  public ThreadState state() {
    return state.build();
  }

  /** What has happened since this was asked last, for those who watch. */
  public List<Report> reports() {
    var all = List.copyOf(reports);
    reports.clear();
    return all;
  }

  /** Takes in what is to be told. */
  public void order(MessageOrder order, long now) {
    long hash = Sha256.key(order.getKey());
    if (state.getTakenInList().contains(hash)) {
      return;
    }
    takeIn(hash);
    if (order.getKind() == MessageKind.CLOSED && withdraws(now)) {
      return;
    }
    if (state.getWaitingCount() >= MOST_WAITING && !state.getUnderWay()) {
      // The latest says how it is.
      var left = List.copyOf(state.getWaitingList().subList(1, state.getWaitingCount()));
      state.clearWaiting().addAllWaiting(left).setLeftOut(state.getLeftOut() + 1);
    }
    bringForward(order.getNotBefore() == 0 ? now : order.getNotBefore());
    state.addWaiting(order);
  }

  /** Nothing overtakes what is held back: what may not wait takes it along. */
  private void bringForward(long notBefore) {
    state
        .getWaitingBuilderList()
        .forEach(held -> held.setNotBefore(Math.min(held.getNotBefore(), notBefore)));
  }

  private void takeIn(long hash) {
    if (state.getTakenInCount() >= MOST_TAKEN_IN) {
      var latest = List.copyOf(state.getTakenInList().subList(1, state.getTakenInCount()));
      state.clearTakenIn().addAllTakenIn(latest);
    }
    state.addTakenIn(hash);
  }

  /** Whether nobody has heard of it yet, as people are left alone: then they need not. */
  private boolean withdraws(long now) {
    boolean held =
        merging != Merging.NOTHING
            && !state.getToldOpen()
            && !state.getUnderWay()
            && state.getWaitingCount() > 0
            && state.getWaiting(0).getNotBefore() > now;
    if (held) {
      report(What.RECOVERED_BEFORE, state.getWaiting(0), "", now);
      state.clearWaiting();
    }
    return held;
  }

  /** When to send next, in milliseconds since 1970, which may be past; empty for never. */
  public Optional<Long> due() {
    return state.getUnderWay() || state.getWaitingCount() == 0
        ? Optional.empty()
        : Optional.of(Math.max(pace().notBefore(), state.getWaiting(0).getNotBefore()));
  }

  /** When it goes on. */
  public Pace pace() {
    return new Pace(state.getPaceBuilder());
  }

  /** Notes that the next message is being sent; what it is comes back with its end. */
  public Sending begin() {
    state.setUnderWay(true);
    int messages = together();
    return messages > 1 || state.getLeftOut() > 0
        ? Sending.newBuilder()
            .setMessages(messages)
            .setOrder(merged(state.getWaitingList().subList(0, messages)))
            .build()
        : Sending.newBuilder().setMessages(1).setOrder(state.getWaiting(0)).build();
  }

  /** How many of the first that wait are told as one. */
  private int together() {
    if (merging == Merging.EVERYTHING) {
      return state.getWaitingCount();
    }
    long held = state.getWaiting(0).getNotBefore();
    if (merging == Merging.NOTHING || held == 0) {
      return 1;
    }
    return (int)
        state.getWaitingList().stream().takeWhile(order -> order.getNotBefore() == held).count();
  }

  private MessageOrder merged(List<MessageOrder> orders) {
    var texts = new ArrayList<String>();
    var kind = MessageKind.CHANGED;
    for (var order : orders) {
      texts.add(order.getText());
      kind = stronger(kind, order.getKind());
    }
    if (state.getLeftOut() > 0) {
      texts.add("There were " + state.getLeftOut() + " more changes.");
    }
    var last = orders.get(orders.size() - 1);
    return last.toBuilder().setKind(kind).setText(String.join("\n", texts)).build();
  }

  /** How it is in the end, for who has heard of none of it. */
  private static MessageKind stronger(MessageKind before, MessageKind next) {
    boolean opened = before == MessageKind.OPENED || before == MessageKind.REOPENED;
    boolean slight = next == MessageKind.CHANGED || next == MessageKind.ROSE;
    return slight && (opened || before == MessageKind.ROSE) ? before : next;
  }

  /** It was sent, or not. */
  public void sent(Sending sending, Outcome<?> outcome, long now) {
    state.setUnderWay(false);
    if (outcome.isDone()) {
      pace().atRest();
      over(sending);
      var kind = sending.getOrder().getKind();
      state.setToldOpen(kind != MessageKind.CLOSED);
      report(What.TOLD, sending.getOrder(), word(kind), now);
    } else if (outcome.end() == Outcome.End.REFUSED) {
      giveUp(sending, outcome.reason(), now);
    } else {
      failed(sending, outcome, now);
    }
  }

  private void failed(Sending sending, Outcome<?> outcome, long now) {
    if (pace().hasFailedFor(giveUpAfter, now)) {
      giveUp(sending, outcome.reason(), now);
    } else {
      pace().failed(outcome, attempts -> BACKOFF.after(attempts, chance).toMillis(), now);
    }
  }

  private void giveUp(Sending sending, String reason, long now) {
    pace().atRest();
    state.setGivenUp(sending.getOrder());
    over(sending);
    report(What.GIVEN_UP, sending.getOrder(), reason, now);
  }

  private void over(Sending sending) {
    int messages = Math.min(sending.getMessages(), state.getWaitingCount());
    var left = List.copyOf(state.getWaitingList().subList(messages, state.getWaitingCount()));
    state.clearWaiting().addAllWaiting(left).setLeftOut(0);
  }

  /** What was given up last is sent again, as somebody asks for it. */
  public void redrive() {
    if (state.hasGivenUp()) {
      state.addWaiting(state.getGivenUp().toBuilder().setNotBefore(0)).clearGivenUp();
    }
  }

  private static String word(MessageKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void report(What what, MessageOrder order, String detail, long now) {
    var notice = order.getNotice();
    reports.add(
        Report.newBuilder()
            .setWhat(what)
            .setUid(notice.getUid())
            .setKind(notice.getKind())
            .setRevision(notice.getRevision())
            .setSeverity(notice.getSeverity())
            .setTarget(state.getTarget())
            .setRoute(order.getRoute())
            .setKey(order.getKey())
            .setDetail(detail)
            .setAt(now)
            .setTook(Math.max(0, now - notice.getArrivedAt()))
            .build());
  }
}
