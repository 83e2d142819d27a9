// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.query.SearchWord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/**
 * All in which the databases differ: how they are reached, and SQL that is not the same for both.
 */
interface Dialect {
  /** The folder of its migrations. */
  String name();

  /** For the one writer; not in auto-commit. */
  Connection connectWriter() throws SQLException;

  /** Not in auto-commit: what is read until the roll-back is of one moment. */
  Connection connectReader() throws SQLException;

  /** At the beginning of a transaction that writes: no other process writes until it ends. */
  void lock(Connection connection) throws SQLException;

  /** A condition with one parameter: that the expression is one of many texts. */
  String isOneOf(String expression);

  /** The parameter of {@link #isOneOf}. */
  void bindTexts(PreparedStatement statement, int index, Collection<String> texts)
      throws SQLException;

  /**
   * A query with one parameter: the ids of exposures that have a word of their own, as {@code id}.
   */
  String search();

  /** The parameter of {@link #search}. */
  String searchFor(SearchWord word);

  /** Of an exposure that has none yet: its id, then its words. */
  String addWords();

  /** Of an exposure that has some: its words, then its id. */
  String replaceWords();

  void bindWords(PreparedStatement statement, int index, Set<String> words) throws SQLException;

  /** Of the exposure with this id. */
  String removeWords();

  /** All numbers of a column as one text, with commas between; null where there is none. */
  String joined(String column);

  /** Counts anew how many rows have what, which decides how they are looked for. */
  void refreshStatistics(Connection connection) throws SQLException;

  /** Gives back room after much was deleted; not in a transaction. */
  void shrink(Connection connection) throws SQLException;
}
