// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.IndexException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/** Some connections to read with. One that failed is closed, and another takes its place. */
final class Pool implements AutoCloseable {
  private final Dialect dialect;
  private final Semaphore free;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  Pool(Dialect dialect, int connections) {
    this.dialect = dialect;
    this.free = new Semaphore(connections);
  }

  /** What is read with a connection, all of one moment. */
  interface Query<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T read(Query<T> query) {
    free.acquireUninterruptibly();
    try {
      return readWith(query);
    } catch (SQLException e) {
      throw new IndexException(dialect + " cannot be read: " + e.getMessage(), e);
    } finally {
      free.release();
    }
  }

  private <T> T readWith(Query<T> query) throws SQLException {
    var connection = take();
    boolean good = false;
    try {
      var result = query.on(connection);
      connection.rollback();
      good = true;
      return result;
    } finally {
      giveBack(connection, good);
    }
  }

  private Connection take() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw new SQLException("the index is closed");
      }
      var connection = idle.pollFirst();
      if (connection != null) {
        return connection;
      }
    }
    return dialect.connectReader();
  }

  private void giveBack(Connection connection, boolean good) throws SQLException {
    synchronized (idle) {
      if (good && !closed) {
        idle.addFirst(connection);
        return;
      }
    }
    connection.close();
  }

  /** What is idle is opened again when it is needed: what it knows of the store is old. */
  void renew() {
    synchronized (idle) {
      closeIdle();
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      closeIdle();
    }
  }

  private void closeIdle() {
    for (var connection : idle) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IndexException(dialect + " cannot be closed: " + e.getMessage(), e);
      }
    }
    idle.clear();
  }
}
