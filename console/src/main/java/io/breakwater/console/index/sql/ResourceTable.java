// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Severity;
import io.breakwater.console.index.record.Resource;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Each resource that exposures involve, with how many open ones do. */
final class ResourceTable {
  private static final String PUT =
      "INSERT INTO resource (uid, name, type, account, region, critical, high, medium, low, other)"
          + " VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0) ON CONFLICT (uid) DO UPDATE SET "
          + greatest("name")
          + ", "
          + greatest("type")
          + ", "
          + greatest("account")
          + ", "
          + greatest("region");
  private static final String OF_EXPOSURE =
      "SELECT uid FROM exposure_resource WHERE exposure_id = ?";
  private static final String DROP_UNUSED =
      "DELETE FROM resource WHERE uid = ? AND NOT EXISTS"
          + " (SELECT 1 FROM exposure_resource x WHERE x.uid = resource.uid)";

  private final Statements statements;
  private final Map<String, Resource> named = new TreeMap<>();
  private final Set<String> left = new HashSet<>();

  ResourceTable(Statements statements) {
    this.statements = statements;
  }

  /** Where exposures say different things of a resource, one of these, whichever came first. */
  private static String greatest(String column) {
    return "%1$s = CASE WHEN excluded.%1$s > resource.%1$s THEN excluded.%1$s ELSE resource.%1$s END"
        .formatted(column);
  }

  /** The column that counts exposures of this severity. */
  static String column(int severity) {
    return switch (Severity.of(severity)) {
      case CRITICAL -> "critical";
      case HIGH -> "high";
      case MEDIUM -> "medium";
      case LOW -> "low";
      case UNKNOWN, INFORMATIONAL, FATAL, OTHER -> "other";
    };
  }

  private static String count(String column, String step) {
    return "UPDATE resource SET %1$s = %1$s %2$s WHERE uid IN (%3$s)"
        .formatted(column, step, OF_EXPOSURE);
  }

  /** Before the resources of an exposure are written: it does not count any more as it did. */
  void uncount(long exposure, int severity) throws SQLException {
    statements.add(count(column(severity), "- 1"), exposure);
  }

  /** After the resources of an exposure are written. */
  void count(long exposure, int severity) throws SQLException {
    statements.add(count(column(severity), "+ 1"), exposure);
  }

  void name(Resource resource) {
    if (!resource.uid().isEmpty()) {
      named.merge(resource.uid(), resource, ResourceTable::greatest);
    }
  }

  private static Resource greatest(Resource one, Resource other) {
    return new Resource(
        one.uid(),
        greatest(one.name(), other.name()),
        greatest(one.type(), other.type()),
        one.role(),
        greatest(one.account(), other.account()),
        greatest(one.region(), other.region()));
  }

  private static String greatest(String one, String other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Before the resources of an exposure are deleted: some may be those of no other. */
  void leave(long exposure) throws SQLException {
    var find = statements.of(OF_EXPOSURE);
    Parameters.bind(find, exposure);
    try (var rows = find.executeQuery()) {
      while (rows.next()) {
        left.add(rows.getString("uid"));
      }
    }
  }

  void sendUncounted() throws SQLException {
    send("- 1");
  }

  /** After the resources of exposures are written. */
  void send() throws SQLException {
    for (var resource : named.values()) {
      statements.add(
          PUT,
          resource.uid(),
          resource.name(),
          resource.type(),
          resource.account(),
          resource.region());
    }
    statements.send(PUT);
    send("+ 1");
    for (var uid : left) {
      statements.add(DROP_UNUSED, uid);
    }
    statements.send(DROP_UNUSED);
  }

  private void send(String step) throws SQLException {
    for (var column :
        Arrays.stream(Severity.values()).map(any -> column(any.id())).distinct().toList()) {
      statements.send(count(column, step));
    }
  }
}
