// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.function;

import io.breakwater.response.exposure.ExposureLedger;
import io.breakwater.response.exposure.Turn;
import io.breakwater.response.message.Assignment;
import io.breakwater.response.message.ExposureState;
import io.breakwater.response.message.Notice;
import io.breakwater.response.message.PlaybookCall;
import io.breakwater.response.message.PlaybookSays;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.notice.Goal;
import io.breakwater.response.targets.RemarkKey;
import java.time.Duration;
import org.apache.flink.statefun.sdk.Context;
import org.apache.flink.statefun.sdk.state.Expiration;

/** Hears what becomes of one exposure, and gives orders to whatever keeps people informed of it. */
final class ExposureFunction extends Remembering<ExposureState> {
  /** As long as the correlation job remembers an exposure that is over. */
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final Workplace workplace;

  ExposureFunction(Workplace workplace) {
    super(ExposureState.getDefaultInstance(), Expiration.expireAfterWriting(REMEMBERED));
    this.workplace = workplace;
  }

  @Override
  public void invoke(Context context, Object input) {
    var ledger = ExposureLedger.of(remembered());
    if (input instanceof Notice) {
      hear(context, ledger, (Notice) input);
    } else if (input instanceof Assignment) {
      ledger.reassign((Assignment) input);
    } else if (input instanceof PlaybookSays) {
      passOn(context, ledger, (PlaybookSays) input);
    }
    remember(ledger.state());
  }

  private void hear(Context context, ExposureLedger ledger, Notice heard) {
    var notice = ledger.withOwner(heard);
    if (notice.getReplay()) {
      // A copy hears it: what is replayed is true of the past, and leaves no trace in what is.
      sayOnly(context, ExposureLedger.of(ledger.state()), notice, "replayed");
      return;
    }
    if (workplace.isDryRun()) {
      sayOnly(context, ledger, notice, "dry run");
      return;
    }
    var turn = ledger.hear(notice);
    if (turn == Turn.NOTHING) {
      return;
    }
    assign(ledger, notice);
    for (var ticket : ledger.tickets()) {
      context.send(
          Functions.ticket(ticket.getTarget(), ticket.getKey(), ticket.getOrdinal()),
          TicketOrder.newBuilder()
              .setNotice(notice.toBuilder().clearRecord())
              .setTell(turn == Turn.TELL)
              .setRoute(ticket.getRoute())
              .setOrdinal(ticket.getOrdinal())
              .build());
    }
    if (turn == Turn.TELL) {
      callPlaybooks(context, ledger, notice);
    }
  }

  /** Those that have heard of it hear all that people are told of it, also that it is over. */
  private void callPlaybooks(Context context, ExposureLedger ledger, Notice notice) {
    if (Goal.of(notice) == Goal.OPEN) {
      ledger.addPlaybooks(workplace.playbooks(notice));
    }
    var call =
        PlaybookCall.newBuilder()
            .setRevision(notice.getRevision())
            .setKind(notice.getKind())
            .setSeverity(notice.getSeverity())
            .setArrivedAt(notice.getArrivedAt())
            .setRecord(notice.getRecord())
            .build();
    for (var name : ledger.playbooks()) {
      if (workplace.playbook(name).isPresent()) {
        context.send(Functions.playbook(name, notice.getUid()), call);
      }
    }
  }

  /** What a playbook says goes on to the tickets; which of it they know already, they know. */
  private static void passOn(Context context, ExposureLedger ledger, PlaybookSays says) {
    if (ledger.belongsTo(says.getOwner())) {
      var key = RemarkKey.of("owner", says.getOwner());
      remark(context, ledger, Remark.newBuilder().setKey(key).setOwner(says.getOwner()).build());
    }
    if (!says.getComment().isEmpty()) {
      var text = says.getPlaybook() + ": " + says.getComment();
      remark(context, ledger, Remark.newBuilder().setKey(says.getKey()).setText(text).build());
    }
  }

  private static void remark(Context context, ExposureLedger ledger, Remark remark) {
    for (var ticket : ledger.tickets()) {
      context.send(
          Functions.ticket(ticket.getTarget(), ticket.getKey(), ticket.getOrdinal()), remark);
    }
  }

  private void assign(ExposureLedger ledger, Notice notice) {
    if (ledger.tickets().isEmpty() && Goal.of(notice) == Goal.OPEN) {
      ledger.assign(workplace.assignments(notice));
    }
  }

  private void sayOnly(Context context, ExposureLedger ledger, Notice notice, String why) {
    if (ledger.hear(notice) != Turn.TELL) {
      return;
    }
    assign(ledger, notice);
    for (var ticket : ledger.tickets()) {
      context.send(
          Functions.REPORTS,
          Report.newBuilder()
              .setWhat(whatWouldBe(notice))
              .setUid(notice.getUid())
              .setKind(notice.getKind())
              .setRevision(notice.getRevision())
              .setSeverity(notice.getSeverity())
              .setTarget(ticket.getTarget())
              .setRoute(ticket.getRoute())
              .setKey(Functions.ticketKey(ticket.getKey(), ticket.getOrdinal()))
              .setDetail(why)
              .setAt(workplace.clock().millis())
              .setOnlySaid(true)
              .build());
    }
  }

  private static What whatWouldBe(Notice notice) {
    if (Goal.of(notice) == Goal.DONE) {
      return What.CLOSED;
    }
    return notice.getActivityValue() == 1 ? What.MADE : What.TOLD;
  }
}
