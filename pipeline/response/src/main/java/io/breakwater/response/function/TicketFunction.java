// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.Go;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.MessageOrder;
import io.breakwater.response.message.Redrive;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Seen;
import io.breakwater.response.message.Step;
import io.breakwater.response.message.StepTaken;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.message.TicketState;
import io.breakwater.response.message.WakeUp;
import io.breakwater.response.message.Watch;
import io.breakwater.response.message.Went.How;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.targets.TicketTarget;
import io.breakwater.response.ticket.TicketLedger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.statefun.sdk.AsyncOperationResult;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/**
 * Keeps one ticket: does what its {@link TicketLedger} says is next, one call at a time, each when
 * the limiter of the target lets it.
 */
final class TicketFunction extends Remembering<TicketState> {
  /** As long as the correlation job remembers an exposure that is over. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private static final Set<What> BEGINNINGS = EnumSet.of(What.MADE, What.FOUND_AGAIN);

  private final Workplace workplace;

  TicketFunction(Workplace workplace) {
    super(TicketState.getDefaultInstance(), Expiration.expireAfterWriting(REMEMBERED));
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    long now = workplace.clock().millis();
    var before = remembered();
    if (input instanceof TicketOrder && before.getSuccessor() > 0) {
      forward(context, before, (TicketOrder) input);
      return;
    }
    if (input instanceof Remark && before.getSuccessor() > 0) {
      context.send(
          Functions.ticket(before.getTarget(), baseOf(before), before.getSuccessor()), input);
      return;
    }
    if ((input instanceof Seen || input instanceof Redrive) && !before.hasWanted()) {
      // One of another installation, or that nobody has asked for.
      return;
    }
    var ledger = ledgerOf(context, before, input);
    if (input instanceof TicketOrder) {
      ledger.order((TicketOrder) input, now);
    } else if (input instanceof Remark) {
      ledger.remark((Remark) input);
    } else if (input instanceof WakeUp) {
      if (((WakeUp) input).getAt() != before.getPace().getWakeAt()) {
        return;
      }
      ledger.pace().awake();
    } else if (input instanceof Redrive) {
      ledger.redrive();
    } else if (input instanceof Seen) {
      ledger.seen((Seen) input, now);
    } else if (input instanceof Go) {
      go(context, ledger, now);
    } else if (input instanceof AsyncOperationResult) {
      ended(context, ledger, (AsyncOperationResult<?, ?>) input, now);
    }
    goOn(context, ledger, now);
    ledger.handover().ifPresent(order -> handOver(context, before, ledger, order));
    for (var report : ledger.reports()) {
      context.send(Functions.REPORTS, report);
      if (report.getWhat() == What.ESCALATED) {
        escalate(context, ledger.state(), report);
      }
      if (BEGINNINGS.contains(report.getWhat())) {
        watch(context, report.getTarget());
      }
    }
    remember(ledger.state());
  }

  private void watch(Context context, String target) {
    if (workplace.target(target).tellsChanges()) {
      context.send(Functions.poller(target), Watch.getDefaultInstance());
    }
  }

  private void escalate(Context context, TicketState state, Report report) {
    var notice = state.getWanted();
    var targets =
        workplace
            .route(state.getRoute())
            .map(route -> route.escalation().targets())
            .orElse(List.of());
    for (var target : targets) {
      context.send(
          Functions.thread(target, notice.getUid()),
          MessageOrder.newBuilder()
              .setKind(MessageKind.ESCALATED)
              .setKey("escalated-" + state.getKey() + "-" + state.getOpenSince())
              .setRoute(state.getRoute())
              .setNotice(notice)
              .setText(state.getName() + ": " + report.getDetail() + ". " + state.getUrl())
              .build());
    }
  }

  private TicketLedger ledgerOf(Context context, TicketState state, Object input) {
    if (!state.getTarget().isEmpty()) {
      return TicketLedger.of(state, workplace.terms(state.getTarget(), state.getRoute()));
    }
    var id = context.self().id();
    int slash = id.indexOf('/');
    var target = id.substring(0, slash);
    var route = input instanceof TicketOrder ? ((TicketOrder) input).getRoute() : "";
    return TicketLedger.blank(target, id.substring(slash + 1), workplace.terms(target, route));
  }

  private static void forward(Context context, TicketState state, TicketOrder order) {
    var key = baseOf(state);
    context.send(
        Functions.ticket(state.getTarget(), key, state.getSuccessor()),
        order.toBuilder().setOrdinal(state.getSuccessor()).build());
  }

  /** The key without the number. */
  private static String baseOf(TicketState state) {
    return state.getKey().substring(0, state.getKey().lastIndexOf('-'));
  }

  private static void handOver(
      Context context, TicketState before, TicketLedger ledger, TicketOrder order) {
    var state = ledger.state();
    var key = baseOf(state);
    context.send(Functions.ticket(state.getTarget(), key, order.getOrdinal()), order);
    context.send(
        Functions.exposure(before.getWanted().getUid()),
        Assignment.newBuilder()
            .setTarget(state.getTarget())
            .setRoute(order.getRoute())
            .setKey(key)
            .setOrdinal(order.getOrdinal())
            .build());
  }

  /** Asks to go where there is something to do, and has itself woken where there will be. */
  private static void goOn(Context context, TicketLedger ledger, long now) {
    var next = ledger.next(now);
    if (next.isStep() && ledger.pace().askToGo()) {
      Leave.ask(context, ledger.state().getTarget());
    } else if (next.isWait() && ledger.pace().wakeAt(next.at(), now)) {
      context.sendAfter(
          Duration.ofMillis(next.at() - now),
          context.self(),
          WakeUp.newBuilder().setAt(next.at()).build());
    }
  }

  private void go(Context context, TicketLedger ledger, long now) {
    ledger.pace().allowed();
    var next = ledger.next(now);
    if (!next.isStep()) {
      Leave.giveBack(context, ledger.state().getTarget(), How.NOT_USED);
      return;
    }
    var call = call(ledger, next.step(), workplace.target(ledger.state().getTarget()));
    context.registerAsyncOperation(ledger.begin(next.step(), now), call);
  }

  private static CompletableFuture<? extends Outcome<?>> call(
      TicketLedger ledger, Step step, TicketTarget target) {
    var state = ledger.state();
    switch (step) {
      case FIND:
        return target.find(state.getKey());
      case MAKE:
        return target.make(ledger.draft());
      case READ:
        return target.read(state.getId());
      case WRITE:
        return target.write(
            state.getId(), ledger.draft(), ledger.tellings(), ledger.writesFields());
      case MOVE:
        var move = ledger.chosenMove().orElseThrow();
        return target.move(state.getId(), move, ledger.draft().marker().in(move.getTo().getId()));
      case LINK:
        return target.link(state.getId(), state.getPredecessor());
      case RETIRE:
        return target.retire(state.getDuplicates(0), state.getId());
      default:
        throw new IllegalArgumentException("no call for " + step);
    }
  }

  private static void ended(
      Context context, TicketLedger ledger, AsyncOperationResult<?, ?> result, long now) {
    var taken = (StepTaken) result.metadata();
    if (result.unknown()) {
      ledger.unanswered(taken, now);
      Leave.giveBack(context, ledger.state().getTarget(), How.NOT_USED);
      return;
    }
    Outcome<?> outcome =
        result.successful()
            ? (Outcome<?>) result.value()
            : Outcome.unclear("the call failed: " + result.throwable());
    ledger.ended(taken, outcome, now);
    Leave.giveBack(context, ledger.state().getTarget(), outcome);
  }
}
