// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Admission;
import io.breakwater.response.message.Admitted;
import io.breakwater.response.message.MessageKind;
import io.breakwater.response.message.MessageOrder;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.Severity;
import io.breakwater.response.message.StormState;
import io.breakwater.response.plan.Route;
import io.breakwater.response.plan.StormCap;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/** Lets so many exposures of a route through in a while, and says when others have to wait. */
final class StormCapFunction extends Remembering<StormState> {
  private final Workplace workplace;

  StormCapFunction(Workplace workplace) {
    super(StormState.getDefaultInstance(), Expiration.none());
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    if (!(input instanceof Admission)) {
      return;
    }
    var admission = (Admission) input;
    var name = context.self().id();
    var route = workplace.route(name);
    var cap = route.flatMap(Route::cap);
    if (cap.isEmpty()) {
      // The plan has changed meanwhile: nothing holds it back any more.
      letThrough(context, admission, name);
      return;
    }
    long now = workplace.clock().millis();
    var state = remembered().toBuilder();
    long within = cap.get().within().toMillis();
    if (now >= state.getWindowStart() + within) {
      state.setWindowStart(now).setLetThrough(0).setTold(false);
    }
    if (state.getLetThrough() < cap.get().exposures()) {
      state.setLetThrough(state.getLetThrough() + 1);
      letThrough(context, admission, name);
    } else {
      if (!state.getTold()) {
        state.setTold(true);
        tell(context, route.get(), cap.get(), state.getWindowStart(), now);
      }
      long wait = state.getWindowStart() + within - now;
      context.sendAfter(Duration.ofMillis(wait), context.self(), admission);
    }
    remember(state.build());
  }

  private static void letThrough(Context context, Admission admission, String route) {
    context.send(
        Functions.exposure(admission.getUid()), Admitted.newBuilder().setRoute(route).build());
  }

  private void tell(Context context, Route route, StormCap cap, long window, long now) {
    var text =
        "More than "
            + cap.exposures()
            + " exposures within "
            + cap.within()
            + " by the route "
            + route.name()
            + ": the others wait for their turn.";
    var id = "storm-" + route.name();
    var instant = Instant.ofEpochMilli(now);
    for (var notification : route.notifications()) {
      if (!workplace.messages(notification.target()).takesWords()) {
        continue;
      }
      context.send(
          Functions.thread(notification.target(), id),
          MessageOrder.newBuilder()
              .setKind(MessageKind.CAPPED)
              .setKey(id + "-" + window)
              .setRoute(route.name())
              .setText(text)
              .setNotBefore(notification.next(instant, Severity.UNKNOWN_SEVERITY).toEpochMilli())
              .setNotice(Notice.newBuilder().setUid(id).setTitle(text))
              .build());
    }
    context.send(
        Functions.REPORTS,
        Report.newBuilder()
            .setWhat(What.CAPPED)
            .setUid(id)
            .setRoute(route.name())
            .setDetail(text)
            .setAt(now)
            .build());
  }
}
