// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.web.json.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What is answered about one subject. */
public interface Routes {
  void addTo(JavalinDefaultRoutingApi routes);

  static void answer(Context request, JsonNode json) {
    request.contentType("application/json").result(Json.bytes(json));
  }
}
