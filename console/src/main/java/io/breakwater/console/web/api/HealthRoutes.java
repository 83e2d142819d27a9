// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Applied;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.web.StoreSize;
import io.breakwater.console.web.feeds.Progress;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.LetterJson;
import io.breakwater.console.web.json.Words;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.List;

/** Whether the index keeps up, and what became of all that was read. */
public final class HealthRoutes implements Routes {
  private final Reader reader;
  private final Progress progress;
  private final StoreSize store;
  private final Instant since;

  /**
   * @param since when the server began
   */
  public HealthRoutes(Reader reader, Progress progress, StoreSize store, Instant since) {
    this.reader = reader;
    this.progress = progress;
    this.store = store;
    this.since = since;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/health", this::health);
  }

  private void health(Context request) {
    var outcomes = reader.outcomes();
    var json = Json.object();
    json.set(
        "streams",
        Json.array(
            List.of(RecordStream.values()),
            stream -> stream(stream, outcomes.getOrDefault(stream, new Applied()))));
    json.set("letters", Json.array(reader.letterCounts(), LetterJson::count));
    json.set("unreadable", Json.array(reader.brokenCounts(), LetterJson::count));
    json.putObject("store").put("kind", store.kind()).put("bytes", store.bytes());
    json.put("since", Json.time(since));
    Routes.answer(request, json);
  }

  private ObjectNode stream(RecordStream stream, Applied applied) {
    var now = progress.of(stream);
    var json = Json.object().put("stream", stream.id()).put("read", applied.read());
    var outcomes = json.putObject("outcomes");
    for (var outcome : Outcome.values()) {
      if (applied.of(outcome) > 0) {
        outcomes.put(Words.of(outcome), applied.of(outcome));
      }
    }
    return json.put("recordsPerSecond", now.recordsPerSecond())
        .put("lagSeconds", now.lag().map(Json::seconds).orElse(null))
        .put("problem", now.problem().orElse(null));
  }
}
