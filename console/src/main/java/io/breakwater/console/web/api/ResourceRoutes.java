// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Reader;
import io.breakwater.console.index.query.ResourceSelection;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.ask.Asked;
import io.breakwater.console.web.ask.CursorText;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.ResourceJson;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Resources, and the exposures that involve them. */
public final class ResourceRoutes implements Routes {
  private static final int ROWS = 50;
  private static final int MOST_ROWS = 500;

  private final Reader reader;

  public ResourceRoutes(Reader reader) {
    this.reader = reader;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/resources", this::page);
    routes.get("/api/resources/detail", this::detail);
  }

  private void page(Context request) {
    var asked = new Asked(request);
    var page =
        reader.resources(selection(asked), asked.afterResource(), asked.limit(ROWS, MOST_ROWS));
    var json = Json.object();
    json.set("rows", Json.array(page.resources(), ResourceJson::row));
    json.put("next", page.next().map(CursorText::of).orElse(null));
    Routes.answer(request, json);
  }

  private static ResourceSelection selection(Asked asked) {
    try {
      return new ResourceSelection(
          asked.text("q"), asked.optional("type"), asked.optional("account"));
    } catch (IllegalArgumentException e) {
      throw Refused.wrong("q", e.getMessage());
    }
  }

  private void detail(Context request) {
    var uid = new Asked(request).required("uid");
    Routes.answer(
        request,
        reader
            .resource(uid)
            .map(ResourceJson::detail)
            .orElseThrow(() -> Refused.absent("no-resource", "no exposure involves " + uid)));
  }
}
