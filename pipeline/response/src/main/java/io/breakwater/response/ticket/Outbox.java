// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.ticket;

import io.breakwater.response.message.Notice;
import io.breakwater.response.message.Remark;
import io.breakwater.response.message.Report;
import io.breakwater.response.message.Report.What;
import io.breakwater.response.message.TicketOrder;
import io.breakwater.response.message.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a ledger has for others: reports for those who watch, an order for the next ticket. */
final class Outbox {
  private final TicketState.Builder state;
  private final List<Report> reports = new ArrayList<>();
  private TicketOrder handover;

  /**
   * @param state of the ticket; the number of the one that follows on it is written into it
   */
  Outbox(TicketState.Builder state) {
    this.state = state;
  }

  List<Report> takeReports() {
    var all = List.copyOf(reports);
    reports.clear();
    return all;
  }

  Optional<TicketOrder> takeHandover() {
    var order = Optional.ofNullable(handover);
    handover = null;
    return order;
  }

  /** Another ticket is to follow on this one. */
  void handOver(Notice notice, String route, List<Remark> remarks) {
    state.setSuccessor(state.getOrdinal() + 1);
    handover =
        TicketOrder.newBuilder()
            .setNotice(notice)
            .setTell(true)
            .setRoute(route)
            .setOrdinal(state.getSuccessor())
            .setPredecessor(state.getId())
            .addAllRemarks(remarks)
            .build();
  }

  void report(What what, String detail, long now) {
    add(reported(what, detail, now));
  }

  void add(Report.Builder report) {
    reports.add(report.build());
  }

  Report.Builder reported(What what, String detail, long now) {
    var about = state.getWanted();
    return Report.newBuilder()
        .setWhat(what)
        .setUid(about.getUid())
        .setKind(about.getKind())
        .setRevision(about.getRevision())
        .setSeverity(about.getSeverity())
        .setTarget(state.getTarget())
        .setRoute(state.getRoute())
        .setKey(state.getKey())
        .setTicket(state.getName())
        .setUrl(state.getUrl())
        .setStatus(state.getStatus().getName())
        .setDetail(detail)
        .setAt(now)
        .setTook(Math.max(0, now - about.getArrivedAt()));
  }
}
