// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Values of Java as parameters of a statement. */
final class Parameters {
  private Parameters() {}

  static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
  }

  static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
    bind(statement, parameters.toArray());
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof Integer number) {
      statement.setInt(index, number);
    } else if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Boolean flag) {
      statement.setInt(index, flag ? 1 : 0);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof OptionalLong number) {
      bindOptional(
          statement,
          index,
          number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty());
    } else if (value instanceof Optional<?> optional) {
      bindOptional(statement, index, optional);
    } else {
      throw new IllegalArgumentException("no parameter: " + value.getClass());
    }
  }

  /** Only of numbers: whatever else there is none of is an empty text. */
  private static void bindOptional(PreparedStatement statement, int index, Optional<?> value)
      throws SQLException {
    if (value.isPresent()) {
      bind(statement, index, value.get());
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }
}
