// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.web.json.Json;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes server-sent events to one listener. */
final class EventStream {
  private final HttpServletResponse response;

  private EventStream(HttpServletResponse response) {
    this.response = response;
  }

  static EventStream begin(Context request) throws IOException {
    var response = request.res();
    response.setContentType("text/event-stream; charset=utf-8");
    // For proxies that would gather what comes.
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
    return new EventStream(response);
  }

  void send(String event, long id, JsonNode data) throws IOException {
    write("id: " + id + "\nevent: " + event + "\ndata: ");
    response.getOutputStream().write(Json.bytes(data));
    write("\n\n");
    response.flushBuffer();
  }

  void comment(String text) throws IOException {
    write(": " + text + "\n\n");
    response.flushBuffer();
  }

  private void write(String text) throws IOException {
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
