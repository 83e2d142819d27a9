// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Go;
import io.breakwater.response.message.Look;
import io.breakwater.response.message.PollerState;
import io.breakwater.response.message.WakeUp;
import io.breakwater.response.message.Watch;
import io.breakwater.response.message.Went.How;
import io.breakwater.response.targets.Changes;
import io.breakwater.response.targets.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.statefun.sdk.AsyncOperationResult;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/**
 * Looks from time to time which tickets of a target people have changed, and tells the functions
 * that keep them. It looks back further than it has to, as searches lag behind.
 */
final class PollerFunction extends Remembering<PollerState> {
  private static final Duration OVERLAP = Duration.ofMinutes(15);

  private final Workplace workplace;

  PollerFunction(Workplace workplace) {
    super(PollerState.getDefaultInstance(), Expiration.none());
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    long now = workplace.clock().millis();
    var target = context.self().id();
    var state = remembered().toBuilder();
    if (input instanceof Watch && !state.getWatching()) {
      state.setWatching(true).setSince(now);
      lookLater(context, state, now);
    } else if (input instanceof WakeUp && ((WakeUp) input).getAt() == state.getDueAt()) {
      if (workplace.target(target).tellsChanges()) {
        state.setRoundBegan(now).setPage("");
        Leave.ask(context, target);
      } else {
        // An earlier plan had it; a ticket that is made there begins the watch anew.
        state.setWatching(false);
      }
    } else if (input instanceof Go && !workplace.target(target).tellsChanges()) {
      Leave.giveBack(context, target, How.NOT_USED);
      state.setWatching(false);
    } else if (input instanceof Go) {
      var lag = workplace.target(target).settling();
      var since =
          Instant.ofEpochMilli(state.getSince()).minus(lag.compareTo(OVERLAP) > 0 ? lag : OVERLAP);
      var look = Look.newBuilder().setBegunAt(now).build();
      var call = workplace.target(target).changes(since, state.getPage());
      context.registerAsyncOperation(look, call);
    } else if (input instanceof AsyncOperationResult) {
      looked(context, state, (AsyncOperationResult<?, ?>) input, now);
    }
    remember(state.build());
  }

  private void lookLater(Context context, PollerState.Builder state, long now) {
    var wait = workplace.pollEvery(context.self().id());
    state.setDueAt(now + wait.toMillis());
    context.sendAfter(wait, context.self(), WakeUp.newBuilder().setAt(state.getDueAt()).build());
  }

  private void looked(
      Context context, PollerState.Builder state, AsyncOperationResult<?, ?> result, long now) {
    var target = context.self().id();
    if (!result.successful()) {
      Leave.giveBack(context, target, How.NOT_USED);
      lookLater(context, state, now);
      return;
    }
    @SuppressWarnings("unchecked") // There is no other call.
    var outcome = (Outcome<Changes>) result.value();
    Leave.giveBack(context, target, outcome);
    if (!outcome.isDone()) {
      lookLater(context, state, now);
      return;
    }
    outcome
        .value()
        .tickets()
        .forEach((key, seen) -> context.send(Functions.ticketOf(target, key), seen));
    var next = outcome.value().nextPage();
    if (next.isPresent()) {
      state.setPage(next.get());
      Leave.ask(context, target);
    } else {
      state.setSince(state.getRoundBegan());
      lookLater(context, state, now);
    }
  }
}
