// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.record.ActionAnswer;
import io.breakwater.console.index.record.RuleAnswer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What the correlation job made of actions and of updates of rules. */
final class AnswerQueries {
  private static final String ABOUT =
      "SELECT uid, action, kind, exposure, who, outcome, at, reason FROM action_answer"
          + " WHERE exposure = ? ORDER BY at DESC, uid DESC LIMIT 50";
  private static final String TO_RULES =
      "SELECT uid, update_id, kind, version, outcome, at, detail FROM rule_answer"
          + " ORDER BY at DESC, uid DESC LIMIT ?";

  private AnswerQueries() {}

  /** The latest answers to actions about an exposure, the last one first. */
  static List<ActionAnswer> about(Connection connection, String exposure) throws SQLException {
    return Rows.all(connection, AnswerQueries::toAction, ABOUT, exposure);
  }

  private static ActionAnswer toAction(ResultSet row) throws SQLException {
    return new ActionAnswer(
        row.getString("uid"),
        row.getString("action"),
        row.getString("kind"),
        row.getString("exposure"),
        row.getString("who"),
        row.getString("outcome"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("reason"));
  }

  static List<RuleAnswer> toRules(Connection connection, int limit) throws SQLException {
    return Rows.all(connection, AnswerQueries::toUpdate, TO_RULES, limit);
  }

  private static RuleAnswer toUpdate(ResultSet row) throws SQLException {
    return new RuleAnswer(
        row.getString("uid"),
        row.getString("update_id"),
        row.getString("kind"),
        row.getString("version"),
        row.getString("outcome"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("detail"));
  }
}
