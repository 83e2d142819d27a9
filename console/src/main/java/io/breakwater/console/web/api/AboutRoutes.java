// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Reader;
import io.breakwater.console.web.Outlets;
import io.breakwater.console.web.access.Guard;
import io.breakwater.console.web.feeds.Progress;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.Words;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Who asks, what they may do, and what answers. */
public final class AboutRoutes implements Routes {
  private final String version;
  private final String catalogue;
  private final Reader reader;
  private final Progress progress;
  private final Guard guard;
  private final Outlets outlets;

  /**
   * @param version of this release
   * @param catalogue its version
   * @param outlets where goes what people do
   */
  public AboutRoutes(
      String version,
      String catalogue,
      Reader reader,
      Progress progress,
      Guard guard,
      Outlets outlets) {
    this.version = version;
    this.catalogue = catalogue;
    this.reader = reader;
    this.progress = progress;
    this.guard = guard;
    this.outlets = outlets;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/about", this::about);
  }

  private void about(Context request) {
    var person = Guard.person(request);
    Routes.answer(
        request,
        Json.object()
            .put("version", version)
            .put("user", person.name())
            .put("role", Words.of(person.role()))
            .put("csrf", person.browser() ? guard.csrf(person) : null)
            .put("actions", outlets.actions().isPresent())
            .put("redrive", outlets.letters().isPresent())
            .put("catalogue", catalogue)
            .put("change", reader.lastChange())
            .put("ready", progress.isReady()));
  }
}
