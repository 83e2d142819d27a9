// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.StreamRecord;
import io.breakwater.console.index.record.Revision;
import java.sql.SQLException;

/** The history of exposures and alerts: every revision, up to a number for each. */
final class RevisionTable {
  /** How many revisions of one exposure or alert are kept, and the one that is the state. */
  static final int KEPT = 100;

  /** How many more there may be before it is trimmed again. */
  static final int SLACK = 20;

  private static final String ADD =
      "INSERT INTO revision"
          + " (uid, sequence, revision_uid, activity, time, severity_id, replay, outcome, body)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uid, sequence) DO NOTHING";
  private static final String TRIM =
      "DELETE FROM revision WHERE uid = ? AND sequence <> ? AND sequence < ("
          + "SELECT sequence FROM revision WHERE uid = ? ORDER BY sequence DESC LIMIT 1 OFFSET ?)";

  private final Statements statements;

  RevisionTable(Statements statements) {
    this.statements = statements;
  }

  void add(Revision revision, StreamRecord record, Outcome outcome) throws SQLException {
    statements.add(
        ADD,
        revision.uid(),
        record.place().sequence().key(),
        revision.revisionUid(),
        revision.activity().name(),
        revision.time(),
        revision.severity(),
        revision.replay(),
        outcome.name(),
        Body.compressed(record.bytes()));
  }

  void write() throws SQLException {
    statements.send(ADD);
  }

  /** After {@link #write}; {@code said} is the place of what is the state. */
  void trim(String uid, String said) throws SQLException {
    statements.add(TRIM, uid, said, uid, KEPT - 1);
    statements.send(TRIM);
  }
}
