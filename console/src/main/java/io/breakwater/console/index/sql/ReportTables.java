// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Place;
import io.breakwater.console.index.record.Report;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the response job did: every report, and where each ticket stands by the last one. */
final class ReportTables {
  private static final String ADD =
      "INSERT INTO report (uid, sequence, shard, kind, revision, what, only_said, at, target,"
          + " route, ticket, url, status, detail, who)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (uid, sequence, shard) DO NOTHING";
  private static final String PUT_TICKET =
      "INSERT INTO ticket (uid, target, kind, route, ticket, url, status, what, at, latest)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (uid, target) DO UPDATE SET kind = excluded.kind, route = excluded.route,"
          + " ticket = excluded.ticket,"
          + " url = CASE WHEN excluded.url = '' THEN ticket.url ELSE excluded.url END,"
          + " status = CASE WHEN excluded.status = '' THEN ticket.status ELSE excluded.status END,"
          + " what = excluded.what, at = excluded.at, latest = excluded.latest"
          + " WHERE excluded.latest > ticket.latest";

  private static final String TOUCH_EXPOSURE =
      "UPDATE exposure SET ticket = COALESCE((SELECT "
          + Tickets.STATUS
          + " FROM ticket t WHERE t.uid = exposure.uid ORDER BY t.at DESC, t.target LIMIT 1), ''), "
          + ChangeNumbers.touch()
          + " WHERE uid = ?";
  private static final String TOUCH_CERTIFICATE =
      "UPDATE certificate SET " + ChangeNumbers.touch() + " WHERE uid = ?";

  private final Statements statements;
  private final ChangeNumbers changes;
  private final Map<Key, Last> tickets = new LinkedHashMap<>();

  ReportTables(Statements statements, ChangeNumbers changes) {
    this.changes = changes;
    this.statements = statements;
  }

  private record Key(String uid, String target) {}

  private record Last(Place place, Report report, String ticket, String url, String status) {
    /** Of two reports the later one; what it does not say, the earlier one has said. */
    Last and(Last other) {
      boolean first = place.sequence().compareTo(other.place.sequence()) < 0;
      var earlier = first ? this : other;
      var later = first ? other : this;
      return new Last(
          later.place,
          later.report,
          later.ticket,
          later.url.isEmpty() ? earlier.url : later.url,
          later.status.isEmpty() ? earlier.status : later.status);
    }
  }

  void add(Place place, Report report) throws SQLException {
    statements.add(
        ADD,
        report.uid(),
        place.sequence().key(),
        place.shard(),
        report.kind(),
        report.revision(),
        report.what(),
        report.onlySaid(),
        report.at(),
        report.target(),
        report.route(),
        report.ticket().orElse(""),
        report.url(),
        report.status(),
        report.detail(),
        report.by());
    if (report.ticket().isPresent() && !report.onlySaid()) {
      tickets.merge(
          new Key(report.uid(), report.target()),
          new Last(place, report, report.ticket().get(), report.url(), report.status()),
          Last::and);
    }
  }

  void write() throws SQLException {
    statements.send(ADD);
    for (var last : tickets.values()) {
      var report = last.report();
      statements.add(
          PUT_TICKET,
          report.uid(),
          report.target(),
          report.kind(),
          report.route(),
          last.ticket(),
          last.url(),
          last.status(),
          report.what(),
          report.at(),
          last.place().sequence().key());
    }
    statements.send(PUT_TICKET);
    touch();
  }

  /** What has a ticket is shown with it. */
  private void touch() throws SQLException {
    var uids = new TreeMap<String, String>();
    tickets.values().forEach(last -> uids.put(last.report().uid(), last.report().kind()));
    for (var uid : uids.entrySet()) {
      var touch = uid.getValue().equals(Kind.CERTIFICATE.id()) ? TOUCH_CERTIFICATE : TOUCH_EXPOSURE;
      statements.add(touch, changes.next(), changes.before(), uid.getKey());
    }
    statements.send(TOUCH_EXPOSURE);
    statements.send(TOUCH_CERTIFICATE);
  }
}
