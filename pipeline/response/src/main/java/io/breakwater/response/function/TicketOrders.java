// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.Comment;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.ticket.CommentRemark;
import java.util.List;
import org.apache.flink.statefun.sdk.Context;

/** What an exposure sends to its tickets. */
final class TicketOrders {
  private TicketOrders() {}

  /** A ticket that has followed the exposure goes on, and is told what people said since. */
  static void follow(
      Context context, Assignment ticket, Notice notice, boolean tell, List<Comment> comments) {
    order(context, ticket, notice, tell);
    if (!comments.isEmpty()) {
      var about = ticket.getShared() ? notice.getSubject().getName() : "";
      remark(context, ticket, CommentRemark.of(comments, about));
    }
  }

  /** A ticket follows the exposure from now on, and is told all that people have said of it. */
  static void begin(Context context, Assignment ticket, Notice notice, boolean tell) {
    follow(context, ticket, notice, tell, notice.getCommentsList());
  }

  static void remark(Context context, Assignment ticket, Remark remark) {
    context.send(
        Functions.ticket(ticket.getTarget(), ticket.getKey(), ticket.getOrdinal()), remark);
  }

  private static void order(Context context, Assignment ticket, Notice notice, boolean tell) {
    context.send(
        ticket.getShared()
            ? Functions.group(ticket.getTarget(), ticket.getKey())
            : Functions.ticket(ticket.getTarget(), ticket.getKey(), ticket.getOrdinal()),
        TicketOrder.newBuilder()
            .setNotice(shownOn(ticket, notice))
            .setTell(tell)
            .setRoute(ticket.getRoute())
            .setOrdinal(ticket.getOrdinal())
            .build());
  }

  /** A ticket that somebody asked for says so for its whole life, and no other one does. */
  private static Notice shownOn(Assignment ticket, Notice notice) {
    var shown = notice.toBuilder().clearRecord().clearComments().clearTicketRequested();
    if (ticket.hasRequested()) {
      shown.setTicketRequested(ticket.getRequested());
    }
    return shown.build();
  }
}
