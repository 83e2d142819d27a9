// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.record.ActionAnswer;
import io.breakwater.console.index.record.RuleAnswer;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the correlation job made of actions and of updates of rules. An answer that is given again
 * changes nothing.
 */
final class AnswerTables {
  private static final String FIND = "SELECT uid FROM %s WHERE ";
  private static final String ADD_TO_ACTION =
      "INSERT INTO action_answer (uid, action, kind, exposure, who, outcome, at, reason)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ADD_TO_RULES =
      "INSERT INTO rule_answer (uid, update_id, kind, version, outcome, at, detail)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String TOUCH_EXPOSURE =
      "UPDATE exposure SET " + ChangeNumbers.touch() + " WHERE uid = ?";

  private final Statements statements;
  private final Dialect dialect;
  private final ChangeNumbers changes;
  private final Set<String> toActions = new HashSet<>();
  private final Set<String> toRules = new HashSet<>();
  private final Set<String> exposures = new TreeSet<>();
  private boolean changesRules;

  AnswerTables(Statements statements, Dialect dialect, ChangeNumbers changes) {
    this.statements = statements;
    this.dialect = dialect;
    this.changes = changes;
  }

  /** Finds out which of the answers that will come are held already, by their uids. */
  void load(Set<String> actionAnswers, Set<String> ruleAnswers) throws SQLException {
    load("action_answer", actionAnswers, toActions);
    load("rule_answer", ruleAnswers, toRules);
  }

  private void load(String table, Set<String> uids, Set<String> held) throws SQLException {
    if (uids.isEmpty()) {
      return;
    }
    var find = statements.of(FIND.formatted(table) + dialect.isOneOf("uid"));
    dialect.bindTexts(find, 1, uids);
    try (var rows = find.executeQuery()) {
      while (rows.next()) {
        held.add(rows.getString("uid"));
      }
    }
  }

  /**
   * @return whether it is held only now
   */
  boolean add(ActionAnswer answer) throws SQLException {
    if (!toActions.add(answer.uid())) {
      return false;
    }
    statements.add(
        ADD_TO_ACTION,
        answer.uid(),
        answer.action(),
        answer.kind(),
        answer.exposure(),
        answer.by(),
        answer.outcome(),
        answer.at().toEpochMilli(),
        answer.reason());
    exposures.add(answer.exposure());
    return true;
  }

  /**
   * @return whether it is held only now
   */
  boolean add(RuleAnswer answer) throws SQLException {
    if (!toRules.add(answer.uid())) {
      return false;
    }
    statements.add(
        ADD_TO_RULES,
        answer.uid(),
        answer.update(),
        answer.kind(),
        answer.version(),
        answer.outcome(),
        answer.at().toEpochMilli(),
        answer.detail());
    changesRules = true;
    return true;
  }

  /** After the exposures, which may be new. */
  void write() throws SQLException {
    statements.send(ADD_TO_ACTION);
    statements.send(ADD_TO_RULES);
    touch();
  }

  /** What an answer is about is shown with it; rules are no exposure, and are shown as well. */
  private void touch() throws SQLException {
    for (var exposure : exposures) {
      statements.add(TOUCH_EXPOSURE, changes.next(), changes.before(), exposure);
    }
    statements.send(TOUCH_EXPOSURE);
    if (changesRules) {
      changes.next();
    }
  }
}
