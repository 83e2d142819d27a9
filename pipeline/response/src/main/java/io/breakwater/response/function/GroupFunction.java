// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.group.Group;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.GroupState;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.TicketOrder;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/** Makes one order for the ticket out of those of the exposures that share it. */
final class GroupFunction extends Remembering<GroupState> {
  /** As long as the correlation job remembers an exposure that is over. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final Clock clock;

  GroupFunction(Clock clock) {
    super(GroupState.getDefaultInstance(), Expiration.expireAfterWriting(REMEMBERED));
    this.clock = clock;
  }

  @Override
  public void invoke(Context context, Object input) {
    // Another ticket that takes the place of this one is found by the old one, which hands on.
    if (!(input instanceof TicketOrder)) {
      return;
    }
    var order = (TicketOrder) input;
    var id = context.self().id();
    int slash = id.indexOf('/');
    var target = id.substring(0, slash);
    var key = id.substring(slash + 1);
    var group = Group.of(remembered());
    group
        .hear(key, order.getNotice())
        .ifPresent(
            notice ->
                context.send(
                    Functions.ticket(target, key, 1),
                    order.toBuilder().setNotice(notice).setOrdinal(1).setShared(true).build()));
    if (group.isFull()) {
      leftOut(context, target, key, order);
    }
    remember(group.state());
  }

  private void leftOut(Context context, String target, String key, TicketOrder order) {
    var notice = order.getNotice();
    context.send(
        Functions.REPORTS,
        Report.newBuilder()
            .setWhat(What.GIVEN_UP)
            .setUid(notice.getUid())
            .setKind(notice.getKind())
            .setRevision(notice.getRevision())
            .setSeverity(notice.getSeverity())
            .setTarget(target)
            .setRoute(order.getRoute())
            .setKey(Functions.ticketKey(key, 1))
            .setDetail("the ticket is shared by as many open exposures as it takes")
            .setAt(clock.millis())
            .build());
  }

  static Assignment assignment(String target, String route, String key) {
    return Assignment.newBuilder()
        .setTarget(target)
        .setRoute(route)
        .setKey(key)
        .setOrdinal(1)
        .setShared(true)
        .build();
  }
}
