// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Go;
import io.breakwater.response.message.MessageOrder;
import io.breakwater.response.message.Redrive;
import io.breakwater.response.message.Sending;
import io.breakwater.response.message.ThreadState;
import io.breakwater.response.message.WakeUp;
import io.breakwater.response.message.Went.How;
import io.breakwater.response.targets.Message;
import io.breakwater.response.targets.Outcome;
import io.breakwater.response.thread.ThreadLedger;
import java.time.Duration;
import org.apache.flink.statefun.sdk.AsyncOperationResult;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/** Tells one target of one exposure, one message after another, when its limiter lets it. */
final class ThreadFunction extends Remembering<ThreadState> {
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Workplace workplace;

  ThreadFunction(Workplace workplace) {
    super(ThreadState.getDefaultInstance(), Expiration.expireAfterWriting(REMEMBERED));
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    long now = workplace.clock().millis();
    var id = context.self().id();
    var name = id.substring(0, id.indexOf('/'));
    var target = workplace.messages(name);
    var before = remembered().toBuilder().setTarget(name).build();
    var ledger =
        ThreadLedger.of(before, target.merging(), workplace.giveUpAfter(name), workplace.chance());
    if (input instanceof MessageOrder) {
      ledger.order((MessageOrder) input, now);
    } else if (input instanceof WakeUp) {
      if (((WakeUp) input).getAt() != before.getPace().getWakeAt()) {
        return;
      }
      ledger.pace().awake();
    } else if (input instanceof Redrive) {
      ledger.redrive();
    } else if (input instanceof Go) {
      ledger.pace().allowed();
      if (ledger.due().filter(due -> due <= now).isPresent()) {
        var sending = ledger.begin();
        context.registerAsyncOperation(sending, target.send(messageOf(sending)));
      } else {
        Leave.giveBack(context, name, How.NOT_USED);
      }
    } else if (input instanceof AsyncOperationResult) {
      ended(context, ledger, (AsyncOperationResult<?, ?>) input, name, now);
    }
    goOn(context, ledger, name, now);
    ledger.reports().forEach(report -> context.send(Functions.REPORTS, report));
    remember(ledger.state());
  }

  private static Message messageOf(Sending sending) {
    var order = sending.getOrder();
    return new Message(order.getKind(), order.getKey(), order.getNotice(), order.getText());
  }

  private static void ended(
      Context context,
      ThreadLedger ledger,
      AsyncOperationResult<?, ?> result,
      String target,
      long now) {
    var sending = (Sending) result.metadata();
    if (result.unknown()) {
      ledger.sent(sending, Outcome.unclear("the process that sent it ended meanwhile"), now);
      Leave.giveBack(context, target, How.NOT_USED);
      return;
    }
    Outcome<?> outcome =
        result.successful()
            ? (Outcome<?>) result.value()
            : Outcome.unclear("the call failed: " + result.throwable());
    ledger.sent(sending, outcome, now);
    Leave.giveBack(context, target, outcome);
  }

  private static void goOn(Context context, ThreadLedger ledger, String target, long now) {
    ledger
        .due()
        .ifPresent(
            due -> {
              if (due <= now) {
                if (ledger.pace().askToGo()) {
                  Leave.ask(context, target);
                }
              } else if (ledger.pace().wakeAt(due, now)) {
                context.sendAfter(
                    Duration.ofMillis(due - now),
                    context.self(),
                    WakeUp.newBuilder().setAt(due).build());
              }
            });
  }
}
