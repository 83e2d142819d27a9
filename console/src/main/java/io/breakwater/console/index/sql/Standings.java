// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.state.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** The columns that exposures and alerts have in common. */
final class Standings {
  static final String COLUMNS =
      "id, uid, revision_uid, open, replay, episode, severity_id, latest, said, changed, opened,"
          + " closed_after, revisions";

  private Standings() {}

  static Standing in(ResultSet row) throws SQLException {
    long closedAfter = row.getLong("closed_after");
    var optional = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(closedAfter);
    return new Standing(
        row.getString("revision_uid"),
        row.getInt("open") == 1,
        row.getInt("replay") == 1,
        row.getInt("episode"),
        row.getInt("severity_id"),
        Sequence.ofKey(row.getString("latest")),
        Sequence.ofKey(row.getString("said")),
        row.getLong("changed"),
        row.getLong("opened"),
        optional);
  }
}
