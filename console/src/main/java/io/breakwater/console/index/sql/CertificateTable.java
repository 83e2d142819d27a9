// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.record.CertificateRevision;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Alerts about certificates as they are now. */
final class CertificateTable {
  private static final String FIND = "SELECT " + Standings.COLUMNS + " FROM certificate WHERE ";
  private static final String PUT =
      "INSERT INTO certificate (id, uid, revision_uid, open, replay, episode, severity_id,"
          + " status_id, title, common_name, expires, state, origin, in_use, exported, validity_days,"
          + " renewal_days, silent_since, account, region, resource_uid, latest, said, changed, opened, closed_after, revisions, change_number,"
          + " change_what)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?)"
          + " ON CONFLICT (uid) DO UPDATE SET revision_uid = excluded.revision_uid,"
          + " open = excluded.open, replay = excluded.replay, episode = excluded.episode,"
          + " severity_id = excluded.severity_id, status_id = excluded.status_id,"
          + " title = excluded.title, common_name = excluded.common_name,"
          + " expires = excluded.expires, state = excluded.state, origin = excluded.origin,"
          + " in_use = excluded.in_use, exported = excluded.exported,"
          + " validity_days = excluded.validity_days, renewal_days = excluded.renewal_days,"
          + " silent_since = excluded.silent_since, account = excluded.account, region = excluded.region,"
          + " resource_uid = excluded.resource_uid, latest = excluded.latest,"
          + " said = excluded.said, changed = excluded.changed, opened = excluded.opened,"
          + " closed_after = excluded.closed_after, revisions = excluded.revisions,"
          + " change_number = excluded.change_number, change_what = excluded.change_what";
  private static final String MOVE =
      "UPDATE certificate SET latest = ?, revisions = ? WHERE id = ?";

  private final Statements statements;
  private final Dialect dialect;
  private final ChangeNumbers changes;
  private final Map<String, Held<CertificateRevision>> held = new HashMap<>();
  private long lastId;

  CertificateTable(Statements statements, Dialect dialect, ChangeNumbers changes) {
    this.statements = statements;
    this.dialect = dialect;
    this.changes = changes;
  }

  void load(Collection<String> uids) throws SQLException {
    var statement = statements.of(FIND + dialect.isOneOf("uid"));
    dialect.bindTexts(statement, 1, uids);
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        held.put(
            rows.getString("uid"),
            Held.stored(
                rows.getLong("id"), Standings.in(rows), Content.NONE, rows.getInt("revisions")));
      }
    }
    try (var rows =
        statements.of("SELECT COALESCE(MAX(id), 0) AS id FROM certificate").executeQuery()) {
      rows.next();
      lastId = rows.getLong("id");
    }
  }

  /** What is held of an alert; nothing yet where it is new. */
  Held<CertificateRevision> held(String uid) {
    return held.computeIfAbsent(uid, any -> Held.fresh(++lastId));
  }

  void write(RevisionTable revisions) throws SQLException {
    for (var entry : held.entrySet()) {
      if (entry.getValue().isMoved() && entry.getValue().standing().isPresent()) {
        trim(entry.getKey(), entry.getValue(), revisions);
        write(entry.getKey(), entry.getValue());
      }
    }
    statements.send(PUT);
    statements.send(MOVE);
  }

  private static void trim(
      String uid, Held<CertificateRevision> certificate, RevisionTable revisions)
      throws SQLException {
    if (certificate.revisions() > RevisionTable.KEPT + RevisionTable.SLACK) {
      revisions.trim(uid, certificate.standing().orElseThrow().said().key());
      certificate.trimmedTo(RevisionTable.KEPT);
    }
  }

  private void write(String uid, Held<CertificateRevision> held) throws SQLException {
    var standing = held.standing().orElseThrow();
    if (held.state().isEmpty()) {
      statements.add(MOVE, standing.latest().key(), held.revisions(), held.id());
      return;
    }
    var certificate = held.state().get();
    var revision = certificate.revision();
    statements.add(
        PUT,
        held.id(),
        uid,
        standing.revisionUid(),
        standing.open(),
        standing.replay(),
        standing.episode(),
        standing.severity(),
        revision.status(),
        revision.heading().title(),
        certificate.commonName(),
        certificate.expires(),
        certificate.state(),
        certificate.origin(),
        certificate.inUse(),
        certificate.exported(),
        certificate.validityDays(),
        certificate.renewalDays(),
        certificate.silentSince(),
        revision.account(),
        revision.region(),
        revision.primary().uid(),
        standing.latest().key(),
        standing.said().key(),
        standing.changed(),
        standing.opened(),
        standing.closedAfter(),
        held.revisions(),
        changes.next(),
        held.change().orElseThrow().name());
  }
}
