// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.Status;
import io.breakwater.console.index.query.Field;

/**
 * What exposures are grouped by: first by a column that an index has, which gives few rows, and
 * only these are joined with what the column stands for.
 *
 * @param column of {@code exposure e}
 * @param join what the column stands for, with @ for the column and # to tell two dimensions apart;
 *     empty where it is the value itself
 * @param value after the join
 */
record Dimension(Field field, String column, String join, String value) {
  static Dimension of(Field field) {
    return switch (field) {
      case SEVERITY -> itself(field, "e.severity_id");
      case STATUS -> itself(field, "e.status_id");
      case ACCOUNT -> itself(field, "e.account");
      case REGION -> itself(field, "e.region");
      case RESOURCE_TYPE -> itself(field, "e.resource_type");
      case RESOURCE_UID -> itself(field, "e.resource_uid");
      case RESOURCE_NAME -> itself(field, "e.resource_name");
      case UID -> itself(field, "e.uid");
      case TITLE -> heading(field, "title");
      case TYPE -> heading(field, "type");
      case RULE -> heading(field, "rule");
      case TRAIT_CATEGORY -> trait(field, "category");
      case TRAIT -> trait(field, "uid");
      case SOURCE -> set(field, "e.source_set", "exposure_source", "name");
      case OWNER -> itself(field, "e.owner");
      case TICKET -> itself(field, "e.ticket");
      case TAG ->
          new Dimension(field, "e.id", " JOIN exposure_tag m# ON m#.exposure_id = @", "m#.tag");
      case VULNERABILITY, OPENED, CHANGED ->
          throw new IllegalArgumentException(field.path() + " is to filter by, not to group by");
    };
  }

  private static Dimension itself(Field field, String column) {
    return new Dimension(field, column, "", "@");
  }

  private static Dimension heading(Field field, String column) {
    return new Dimension(field, "e.heading_id", " JOIN heading h# ON h#.id = @", "h#." + column);
  }

  private static Dimension trait(Field field, String column) {
    return set(field, "e.trait_set", "exposure_trait", column);
  }

  /** An exposure with two members of the same value counts once for it. */
  private static Dimension set(Field field, String column, String table, String member) {
    return new Dimension(
        field,
        column,
        " JOIN (SELECT DISTINCT set_id, "
            + member
            + " AS member FROM "
            + table
            + ") m# ON m#.set_id = @",
        "m#.member");
  }

  String join(String raw, int number) {
    return join.replace("@", raw).replace("#", Integer.toString(number));
  }

  String value(String raw, int number) {
    return "CAST(" + value.replace("@", raw).replace("#", Integer.toString(number)) + " AS TEXT)";
  }

  /** What people call a value. */
  String word(String value) {
    return switch (field) {
      case SEVERITY -> Severity.of(Integer.parseInt(value)).word();
      case STATUS -> Status.of(Integer.parseInt(value)).word();
      default -> value;
    };
  }
}
