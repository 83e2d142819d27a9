// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each table of a store holds, in a few bytes: two stores whose digests are the same have the
 * same {@linkplain StoreRows rows}, in whatever order. No more than some rows are in memory.
 */
public final class StoreDigests {
  private final SortedMap<String, OfTable> tables = new TreeMap<>();

  private StoreDigests() {}

  /**
   * The rows of a table.
   *
   * @param digest the sum of the digests of all
   */
  public record OfTable(long rows, String digest) {}

  public static StoreDigests of(Connection connection) throws SQLException {
    // PostgreSQL gives all rows at once otherwise.
    connection.setAutoCommit(false);
    var digests = new StoreDigests();
    for (var table : StoreRows.tables()) {
      var sum = new Sum();
      StoreRows.forEach(connection, table, sum::add);
      digests.tables.put(table, new OfTable(sum.rows, sum.toString()));
    }
    return digests;
  }

  public Set<String> tables() {
    return tables.keySet();
  }

  public OfTable of(String table) {
    return tables.get(table);
  }

  private static final class Sum {
    private final MessageDigest digest;
    private long rows;
    private long high;
    private long low;

    Sum() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    void add(String row) {
      var bytes = ByteBuffer.wrap(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
      rows++;
      high += bytes.getLong();
      low += bytes.getLong();
    }

    @Override
    public String toString() {
      return String.format("%016x%016x", high, low);
    }
  }
}
