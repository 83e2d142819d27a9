// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Go;
import io.breakwater.response.message.PlaybookAsked;
import io.breakwater.response.message.PlaybookCall;
import io.breakwater.response.message.PlaybookState;
import io.breakwater.response.message.Redrive;
import io.breakwater.response.message.WakeUp;
import io.breakwater.response.message.Went.How;
import io.breakwater.response.playbook.Playbook;
import io.breakwater.response.playbook.PlaybookLedger;
import io.breakwater.response.playbook.PlaybookTerms;
import io.breakwater.response.targets.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.statefun.sdk.AsyncOperationResult;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/**
 * Asks one remote function about one exposure, by the request-reply protocol of Stateful Functions:
 * does what its {@link PlaybookLedger} says is next, one request at a time, each when the limiter
 * lets it.
 *
 * <p>The runtime has a function of its own for that protocol, and it is not used, as it takes a
 * remote function for a part of the job: an endpoint that fails for longer than a request may take
 * fails the job, its first request blocks all that runs in the task, and what it sends to a
 * function or an egress that the job does not have fails the job as well. Here it is somebody
 * else's, and nothing that it does reaches further than its own effect.
 */
final class PlaybookFunction extends Remembering<PlaybookState> {
  /** As long as the correlation job remembers an exposure that is over. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final Workplace workplace;

  PlaybookFunction(Workplace workplace) {
    super(PlaybookState.getDefaultInstance(), Expiration.expireAfterWriting(REMEMBERED));
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    long now = workplace.clock().millis();
    var id = context.self().id();
    int slash = id.indexOf('/');
    var name = id.substring(0, slash);
    var uid = id.substring(slash + 1);
    var before = remembered();
    if (input instanceof WakeUp && ((WakeUp) input).getAt() != before.getPace().getWakeAt()) {
      return;
    }
    var playbook = workplace.playbook(name);
    var terms = playbook.map(Playbook::terms).orElseGet(() -> PlaybookTerms.former(name));
    var ledger = PlaybookLedger.of(before, terms, uid);
    ledger.passTo(now);
    if (input instanceof PlaybookCall) {
      ledger.call((PlaybookCall) input, now);
    } else if (input instanceof Redrive) {
      ledger.redrive(now);
    } else if (input instanceof WakeUp) {
      ledger.pace().awake();
    } else if (input instanceof Go) {
      go(context, ledger, playbook, name, now);
    } else if (input instanceof AsyncOperationResult) {
      ended(context, ledger, name, (AsyncOperationResult<?, ?>) input, now);
    }
    if (playbook.isEmpty()) {
      ledger.abandon(now);
    } else if (!workplace.isDryRun()) {
      goOn(context, ledger, name, now);
    }
    ledger.says().forEach(says -> context.send(Functions.exposure(uid), says));
    ledger.reports().forEach(report -> context.send(Functions.REPORTS, report));
    remember(ledger.state());
  }

  /** Asks to go where there is something to do, and has itself woken where there will be. */
  private static void goOn(Context context, PlaybookLedger ledger, String name, long now) {
    if (ledger.isToCall(now)) {
      if (ledger.pace().askToGo()) {
        Leave.ask(context, Functions.OF_PLAYBOOK + name);
      }
      return;
    }
    var next = ledger.lookAt();
    if (next.isPresent() && ledger.pace().wakeAt(next.getAsLong(), now)) {
      context.sendAfter(
          Duration.ofMillis(next.getAsLong() - now),
          context.self(),
          WakeUp.newBuilder().setAt(next.getAsLong()).build());
    }
  }

  private void go(
      Context context, PlaybookLedger ledger, Optional<Playbook> playbook, String name, long now) {
    ledger.pace().allowed();
    if (playbook.isEmpty() || workplace.isDryRun() || !ledger.isToCall(now)) {
      Leave.giveBack(context, Functions.OF_PLAYBOOK + name, How.NOT_USED);
      return;
    }
    var request = ledger.begin(now).toByteArray();
    context.registerAsyncOperation(
        PlaybookAsked.getDefaultInstance(), playbook.get().endpoint().call(request));
  }

  private static void ended(
      Context context,
      PlaybookLedger ledger,
      String name,
      AsyncOperationResult<?, ?> result,
      long now) {
    if (result.unknown()) {
      ledger.unanswered();
      Leave.giveBack(context, Functions.OF_PLAYBOOK + name, How.NOT_USED);
      return;
    }
    var outcome = outcome(result);
    ledger.answered(outcome, now);
    Leave.giveBack(context, Functions.OF_PLAYBOOK + name, outcome);
  }

  @SuppressWarnings("unchecked") // Only requests of this function end here.
  private static Outcome<byte[]> outcome(AsyncOperationResult<?, ?> result) {
    return result.successful()
        ? (Outcome<byte[]>) result.value()
        : Outcome.notDone("the call failed: " + result.throwable().getClass().getSimpleName());
  }
}
