// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.index.query.LetterSelection;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.ask.Asked;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.LetterJson;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What the jobs, or the index itself, could not use. */
public final class LetterRoutes implements Routes {
  private static final int LETTERS = 50;
  private static final int MOST_LETTERS = 500;

  private final Reader reader;

  public LetterRoutes(Reader reader) {
    this.reader = reader;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/letters", this::page);
    routes.get("/api/letters/detail", this::detail);
    routes.get("/api/letters/unreadable", this::unreadable);
  }

  private void page(Context request) {
    var asked = new Asked(request);
    int limit = asked.limit(LETTERS, MOST_LETTERS);
    var selection =
        new LetterSelection(
            asked.optional("stream").map(LetterRoutes::stream),
            asked.optional("reason"),
            asked.number("after"));
    var letters = reader.letters(selection, limit);
    var json = Json.object();
    json.set("letters", Json.array(letters, LetterJson::row));
    json.put("next", letters.size() < limit ? null : next(letters.get(limit - 1)));
    Routes.answer(request, json);
  }

  private static String next(DeadLetter last) {
    return Long.toString(last.number());
  }

  private void detail(Context request) {
    var asked = new Asked(request);
    var id = asked.required("id");
    var stream = stream(asked.required("stream"));
    Routes.answer(
        request,
        reader
            .letter(stream, id)
            .map(LetterJson::whole)
            .orElseThrow(() -> Refused.absent("no-letter", "there is no letter " + id)));
  }

  private void unreadable(Context request) {
    var json = Json.object();
    var limit = new Asked(request).limit(LETTERS, MOST_LETTERS);
    json.set("records", Json.array(reader.broken(limit), LetterJson::whole));
    Routes.answer(request, json);
  }

  private static RecordStream stream(String id) {
    try {
      return RecordStream.of(id);
    } catch (IllegalArgumentException e) {
      throw Refused.wrong("stream", e.getMessage());
    }
  }
}
