// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.console;

import io.breakwater.console.feed.DirectFeed;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.Retention;
import io.breakwater.console.web.Outlets;
import io.breakwater.console.web.PortTakenException;
import io.breakwater.console.web.Rulebook;
import io.breakwater.console.web.ServerSettings;
import io.breakwater.console.web.access.Access;
import io.breakwater.console.web.access.AuditLog;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Suppressions;
import java.net.URI;

/** The console over jobs in the same process; all that it knows is gone at the end. */
public final class LocalConsole implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int PORTS = 20;

  private final OpenStore store;
  private final RunningConsole console;
  private final DirectFeed feed;

  private LocalConsole(OpenStore store, RunningConsole console) {
    this.store = store;
    this.console = console;
    this.feed = console.feed();
  }

  /**
   * @param port to listen on; when it is taken, the next that is free
   * @param source where the catalogue is from, for people
   * @param outlets where goes what people do
   * @param audit who did what; is not closed with it
   */
  public static LocalConsole start(
      int port, Catalogue catalogue, String source, Outlets outlets, AuditLog audit) {
    var store = OpenStore.temporary();
    try {
      var rules = new Rulebook(catalogue, source, Suppressions.NONE);
      return new LocalConsole(store, listen(store, port, rules, outlets, audit));
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static RunningConsole listen(
      OpenStore store, int port, Rulebook rules, Outlets outlets, AuditLog audit) {
    var access = Access.of(Access.Wanted.local(HOST));
    for (int next = port; ; next++) {
      try {
        var settings = new ServerSettings(HOST, next, access, audit);
        return new RunningConsole(store, Retention.DEFAULT, settings, rules, outlets);
      } catch (PortTakenException e) {
        if (next == port + PORTS) {
          throw e;
        }
      }
    }
  }

  public URI address() {
    return console.address();
  }

  /**
   * Takes a record in; waits while the index is behind. What comes when the store has failed, or at
   * the end, is lost: all of it comes anew with the next start.
   */
  public void accept(RecordStream stream, byte[] json) {
    try {
      feed.accept(stream, json);
    } catch (IndexException | IllegalStateException e) {
      // The console says so itself where it is asked.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      feed.close();
    } finally {
      console.close();
      store.close();
    }
  }
}
