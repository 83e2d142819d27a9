// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.record.ExposureRevision;
import io.breakwater.console.index.record.SearchWords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Exposures as they are now, with what they can be found by. */
final class ExposureTables {
  private static final String FIND =
      "SELECT " + Standings.COLUMNS + ", trait_set, content FROM exposure WHERE ";
  private static final String PUT =
      "INSERT INTO exposure (id, uid, revision_uid, open, replay, episode, severity_id, status_id,"
          + " heading_id, trait_set, account, region, resource_type, resource_uid, resource_name,"
          + " latest, said, changed, opened, closed_after, content, revisions)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (uid) DO UPDATE SET revision_uid = excluded.revision_uid,"
          + " open = excluded.open, replay = excluded.replay, episode = excluded.episode,"
          + " severity_id = excluded.severity_id, status_id = excluded.status_id,"
          + " heading_id = excluded.heading_id, trait_set = excluded.trait_set,"
          + " account = excluded.account, region = excluded.region,"
          + " resource_type = excluded.resource_type, resource_uid = excluded.resource_uid,"
          + " resource_name = excluded.resource_name, latest = excluded.latest,"
          + " said = excluded.said, changed = excluded.changed, opened = excluded.opened,"
          + " closed_after = excluded.closed_after, content = excluded.content,"
          + " revisions = excluded.revisions";
  private static final String MOVE = "UPDATE exposure SET latest = ?, revisions = ? WHERE id = ?";
  private static final String DROP_RESOURCES =
      "DELETE FROM exposure_resource WHERE exposure_id = ?";
  private static final String ADD_RESOURCE =
      "INSERT INTO exposure_resource (exposure_id, place, uid, name, type, role)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  private static final String DROP_VULNERABILITIES =
      "DELETE FROM exposure_vulnerability WHERE exposure_id = ?";
  private static final String ADD_VULNERABILITY =
      "INSERT INTO exposure_vulnerability (exposure_id, place, cve) VALUES (?, ?, ?)";

  private final Statements statements;
  private final Dialect dialect;
  private final Interned interned;
  private final Map<String, Held<ExposureRevision>> held = new HashMap<>();
  private long lastId;

  ExposureTables(Statements statements, Dialect dialect, Interned interned) {
    this.statements = statements;
    this.dialect = dialect;
    this.interned = interned;
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
                rows.getLong("trait_set"),
                rows.getLong("content"),
                rows.getInt("revisions")));
      }
    }
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
    send();
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
    if (exposure.open().isPresent()) {
      writeContent(exposure, exposure.open().get());
    }
    var standing = exposure.standing().get();
    if (exposure.state().isEmpty()) {
      statements.add(MOVE, standing.latest().key(), exposure.revisions(), exposure.id());
      return;
    }
    var revision = exposure.state().get().revision();
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
        exposure.traitSet(),
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
        exposure.content(),
        exposure.revisions());
  }

  /** What a close does not have stays as it was while the exposure was open. */
  private void writeContent(Held<ExposureRevision> exposure, ExposureRevision open)
      throws SQLException {
    var words = SearchWords.of(open);
    long content = digest(open, words);
    boolean same = exposure.isStored() && exposure.content() == content;
    exposure.contains(interned.traitSet(open.traits(), statements), content);
    if (same) {
      return;
    }
    if (exposure.isStored()) {
      statements.add(DROP_RESOURCES, exposure.id());
      statements.add(DROP_VULNERABILITIES, exposure.id());
      var replace = statements.of(dialect.replaceWords());
      dialect.bindWords(replace, 1, words);
      replace.setLong(2, exposure.id());
      replace.addBatch();
    } else {
      var add = statements.of(dialect.addWords());
      add.setLong(1, exposure.id());
      dialect.bindWords(add, 2, words);
      add.addBatch();
    }
    int place = 0;
    for (var resource : open.revision().resources()) {
      statements.add(
          ADD_RESOURCE,
          exposure.id(),
          place++,
          resource.uid(),
          resource.name(),
          resource.type(),
          resource.role());
    }
    place = 0;
    for (var cve : open.vulnerabilities()) {
      statements.add(ADD_VULNERABILITY, exposure.id(), place++, cve);
    }
  }

  private void send() throws SQLException {
    statements.send(PUT);
    statements.send(MOVE);
    statements.send(DROP_RESOURCES);
    statements.send(ADD_RESOURCE);
    statements.send(DROP_VULNERABILITIES);
    statements.send(ADD_VULNERABILITY);
    statements.send(dialect.replaceWords());
    statements.send(dialect.addWords());
  }

  /** To see that nothing of it has changed, which is so for most revisions. */
  private static long digest(ExposureRevision exposure, Set<String> words) {
    var digest = Interned.sha256();
    for (var resource : exposure.revision().resources()) {
      digest.update(resource.toString().getBytes(StandardCharsets.UTF_8));
    }
    digest.update(exposure.vulnerabilities().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(words.toString().getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
