// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.stream;

import io.breakwater.console.index.Index;
import io.breakwater.console.index.IndexException;
import io.breakwater.console.index.Reader;
import io.breakwater.console.web.access.Guard;
import io.breakwater.console.web.api.Routes;
import io.breakwater.console.web.ask.Asked;
import io.breakwater.console.web.json.ChangeJson;
import io.breakwater.console.web.json.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells pages what changes, as server-sent events. Each listener has a thread, and is told of what
 * it has missed in one message; one that does not take it in time is cut off by the connection's
 * idle time, comes back, and goes on where it was.
 */
public final class StreamRoutes implements Routes, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamRoutes.class);
  private static final int LISTENERS = 128;
  private static final int LISTENERS_OF_ONE = 64;
  private static final int LISTED = 100;
  private static final Duration BETWEEN = Duration.ofMillis(250);

  /** Often enough that one who has gone, which only writing shows, is soon let go. */
  static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** Who was signed in then may not be any more. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Reader reader;
  private final LatestChange latest;
  private final Listeners listeners = new Listeners(LISTENERS, LISTENERS_OF_ONE);

  public StreamRoutes(Index index) {
    this.reader = index.reader();
    this.latest = LatestChange.of(index);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/stream", this::listen);
  }

  private void listen(Context request) {
    long after = after(request);
    var person = Guard.person(request).name();
    listeners.enter(person);
    try {
      tell(EventStream.begin(request), after);
    } catch (IOException e) {
      LOG.debug("a listener has gone: {}", e.getMessage());
    } catch (IndexException e) {
      LOG.warn("a listener was let go, and comes back: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.leave(person);
    }
  }

  /** What the browser says when it comes back counts before what the page said at first. */
  private long after(Context request) {
    var asked = new Asked(request);
    var last = request.header("Last-Event-ID");
    if (last != null && last.matches("[0-9]{1,18}")) {
      return Long.parseLong(last);
    }
    return asked.number("after").orElseGet(latest::number);
  }

  private void tell(EventStream events, long after) throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST.toNanos();
    long told = begin(events, after);
    while (!latest.isClosed() && System.nanoTime() < until) {
      if (latest.awaitAfter(told, HEARTBEAT) > told) {
        told = tellChanges(events, told);
        latest.pause(BETWEEN);
      } else {
        events.comment("nothing new");
      }
    }
  }

  /** A number that was not given yet is of a store that is no more. */
  private long begin(EventStream events, long after) throws IOException {
    long now = latest.number();
    boolean known = after <= now;
    long told = known ? after : now;
    events.send(known ? "ready" : "resync", told, Json.object().put("change", told));
    return told;
  }

  private long tellChanges(EventStream events, long told) throws IOException {
    long now = latest.number();
    long from = Math.max(told, now - LISTED);
    var changes = reader.changes(from, LISTED);
    long last = changes.isEmpty() ? now : Math.max(now, changes.get(changes.size() - 1).number());
    var json = Json.object().put("change", last).put("truncated", from > told);
    json.set("changes", Json.array(changes, ChangeJson::of));
    events.send("changes", last, json);
    return last;
  }

  /** Lets the listeners go, each at the end of a message. */
  @Override
  public void close() {
    latest.close();
  }
}
