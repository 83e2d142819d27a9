// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Reader;
import io.breakwater.console.web.ask.Asked;
import io.breakwater.console.web.json.CertificateJson;
import io.breakwater.console.web.json.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Alerts about certificates. */
public final class CertificateRoutes implements Routes {
  private static final int ROWS = 200;
  private static final int MOST_ROWS = 1_000;

  private final Reader reader;

  public CertificateRoutes(Reader reader) {
    this.reader = reader;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/certificates", this::page);
  }

  private void page(Context request) {
    var limit = new Asked(request).limit(ROWS, MOST_ROWS);
    var json = Json.object();
    json.set("rows", Json.array(reader.certificates(limit), CertificateJson::row));
    Routes.answer(request, json);
  }
}
