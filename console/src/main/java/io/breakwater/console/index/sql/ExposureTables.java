// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.record.ExposureRevision;
import io.breakwater.console.index.state.Standing;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Exposures as they are now. */
final class ExposureTables {
  private static final String FIND =
      "SELECT "
          + Standings.COLUMNS
          + ", trait_set, source_set, kind_set, signals, content FROM exposure WHERE ";
  private static final String PUT =
      "INSERT INTO exposure (id, uid, revision_uid, open, replay, episode, severity_id, status_id,"
          + " heading_id, trait_set, source_set, kind_set, signals, owner, account, region, resource_type,"
          + " resource_uid, resource_name, latest, said, changed, opened, closed_after, content,"
          + " revisions, change_number, change_what, ticket)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)"
          + " ON CONFLICT (uid) DO UPDATE SET revision_uid = excluded.revision_uid,"
          + " open = excluded.open, replay = excluded.replay, episode = excluded.episode,"
          + " severity_id = excluded.severity_id, status_id = excluded.status_id,"
          + " heading_id = excluded.heading_id, trait_set = excluded.trait_set,"
          + " source_set = excluded.source_set, kind_set = excluded.kind_set, signals = excluded.signals,"
          + " owner = excluded.owner, account = excluded.account, region = excluded.region,"
          + " resource_type = excluded.resource_type, resource_uid = excluded.resource_uid,"
          + " resource_name = excluded.resource_name, latest = excluded.latest,"
          + " said = excluded.said, changed = excluded.changed, opened = excluded.opened,"
          + " closed_after = excluded.closed_after, content = excluded.content,"
          + " revisions = excluded.revisions, change_number = excluded.change_number,"
          + " change_what = excluded.change_what";
  private static final String MOVE = "UPDATE exposure SET latest = ?, revisions = ? WHERE id = ?";

  private final Statements statements;
  private final Dialect dialect;
  private final Interned interned;
  private final ChangeNumbers changes;
  private final ContentTables contents;
  private final ResourceTable resources;
  private final Map<String, Held<ExposureRevision>> held = new HashMap<>();
  private Map<String, String> tickets = Map.of();
  private long lastId;

  ExposureTables(Statements statements, Dialect dialect, Interned interned, ChangeNumbers changes) {
    this.statements = statements;
    this.dialect = dialect;
    this.interned = interned;
    this.changes = changes;
    this.resources = new ResourceTable(statements);
    this.contents = new ContentTables(statements, dialect, interned, resources);
  }

  void load(Collection<String> uids) throws SQLException {
    var statement = statements.of(FIND + dialect.isOneOf("uid"));
    dialect.bindTexts(statement, 1, uids);
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        held.put(
            rows.getString("uid"),
            Held.stored(
                rows.getLong("id"),
                Standings.in(rows),
                new Content(
                    rows.getLong("trait_set"),
                    rows.getLong("source_set"),
                    rows.getLong("kind_set"),
                    rows.getInt("signals"),
                    rows.getLong("content")),
                rows.getInt("revisions")));
      }
    }
    var fresh = new TreeSet<>(uids);
    fresh.removeAll(held.keySet());
    tickets = Tickets.statuses(fresh, statements, dialect);
    try (var rows =
        statements.of("SELECT COALESCE(MAX(id), 0) AS id FROM exposure").executeQuery()) {
      rows.next();
      lastId = rows.getLong("id");
    }
  }

  /** What is held of an exposure; nothing yet where it is new. */
  Held<ExposureRevision> held(String uid) {
    return held.computeIfAbsent(uid, any -> Held.fresh(++lastId));
  }

  void write(RevisionTable revisions) throws SQLException {
    for (var entry : held.entrySet()) {
      if (entry.getValue().isMoved()) {
        trim(entry.getKey(), entry.getValue(), revisions);
        write(entry.getKey(), entry.getValue());
      }
    }
    statements.send(PUT);
    statements.send(MOVE);
    resources.sendUncounted();
    contents.send();
    resources.send();
  }

  private static void trim(String uid, Held<ExposureRevision> exposure, RevisionTable revisions)
      throws SQLException {
    if (exposure.revisions() > RevisionTable.KEPT + RevisionTable.SLACK) {
      revisions.trim(uid, exposure.standing().orElseThrow().said().key());
      exposure.trimmedTo(RevisionTable.KEPT);
    }
  }

  private void write(String uid, Held<ExposureRevision> exposure) throws SQLException {
    if (exposure.standing().isEmpty()) {
      return;
    }
    var standing = exposure.standing().get();
    boolean differs = contents.write(exposure);
    count(exposure, standing, differs);
    if (exposure.state().isEmpty()) {
      statements.add(MOVE, standing.latest().key(), exposure.revisions(), exposure.id());
    } else {
      put(uid, exposure, standing, exposure.state().get());
    }
  }

  /** A resource counts the open exposures that involve it, each by its severity. */
  private void count(Held<ExposureRevision> exposure, Standing now, boolean differs)
      throws SQLException {
    var before = exposure.before();
    boolean same =
        !differs
            && before.isPresent()
            && before.get().open() == now.open()
            && before.get().severity() == now.severity();
    if (same) {
      return;
    }
    if (before.isPresent() && before.get().open()) {
      resources.uncount(exposure.id(), before.get().severity());
    }
    if (now.open()) {
      resources.count(exposure.id(), now.severity());
    }
  }

  private void put(
      String uid, Held<ExposureRevision> exposure, Standing standing, ExposureRevision state)
      throws SQLException {
    var revision = state.revision();
    var primary = revision.primary();
    statements.add(
        PUT,
        exposure.id(),
        uid,
        standing.revisionUid(),
        standing.open(),
        standing.replay(),
        standing.episode(),
        standing.severity(),
        revision.status(),
        interned.heading(revision.heading(), statements),
        exposure.content().traitSet(),
        exposure.content().sourceSet(),
        exposure.content().kindSet(),
        exposure.content().signals(),
        state.owner(),
        revision.account(),
        revision.region(),
        primary.type(),
        primary.uid(),
        primary.name(),
        standing.latest().key(),
        standing.said().key(),
        standing.changed(),
        standing.opened(),
        standing.closedAfter(),
        exposure.content().digest(),
        exposure.revisions(),
        changes.next(),
        exposure.change().orElseThrow().name(),
        tickets.getOrDefault(uid, ""));
  }
}
