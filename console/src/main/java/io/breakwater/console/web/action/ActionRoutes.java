// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.query.Exposure;
import io.breakwater.console.index.query.ExposureDetail;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.access.Guard;
import io.breakwater.console.web.api.Routes;
import io.breakwater.console.web.json.Json;
import io.breakwater.core.control.ActionRecords;
import io.breakwater.core.control.MalformedAction;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people decide about exposures, checked and passed on to the jobs, which answer it. */
public final class ActionRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(ActionRoutes.class);
  private static final int VERSION = 1;
  private static final Set<String> OURS = Set.of("version", "uid", "at", "by", "resource");

  private final Reader reader;
  private final Optional<ActionSink> sink;
  private final Clock clock;

  /**
   * @param sink empty where there is no control stream
   */
  public ActionRoutes(Reader reader, Optional<ActionSink> sink, Clock clock) {
    this.reader = reader;
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/actions", this::act);
  }

  private void act(Context request) {
    var to =
        sink.orElseThrow(
            () -> Refused.of(409, "no-control-stream", "there is no control stream to write to"));
    var action = asked(request);
    var exposure = open(action.path("exposure").asText());
    action
        .put("version", VERSION)
        .put("uid", UUID.randomUUID().toString())
        .put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
        .put("by", Guard.person(request).name())
        .put("resource", exposure.resourceUid());
    Guard.note(request, action);
    send(to, exposure, checked(action));
    request.status(202);
    Routes.answer(request, action);
  }

  private static ObjectNode asked(Context request) {
    var type = Optional.ofNullable(request.contentType()).orElse("");
    if (!type.startsWith("application/json")) {
      throw Refused.of(415, "no-json", "an action is application/json");
    }
    try {
      if (Json.read(request.bodyAsBytes()) instanceof ObjectNode action) {
        for (var name : OURS) {
          if (action.has(name)) {
            throw Refused.wrong("action", "'" + name + "' is for the server to say");
          }
        }
        return action;
      }
    } catch (IOException e) {
      throw Refused.wrong("action", "it is no JSON");
    }
    throw Refused.wrong("action", "an action is an object");
  }

  private Exposure open(String uid) {
    var exposure =
        reader
            .exposure(uid)
            .map(ExposureDetail::exposure)
            .orElseThrow(() -> Refused.absent("no-exposure", "there is no exposure " + uid));
    if (!exposure.open()) {
      throw Refused.of(409, "closed", "the exposure has closed");
    }
    return exposure;
  }

  private static byte[] checked(ObjectNode action) {
    var record = Json.bytes(action);
    try {
      ActionRecords.of(record);
      return record;
    } catch (MalformedAction e) {
      throw Refused.wrong("action", e.getMessage());
    }
  }

  private static void send(ActionSink to, Exposure exposure, byte[] record) {
    try {
      to.send(exposure.resourceUid(), record);
    } catch (IOException e) {
      LOG.warn("an action about {} was not written: {}", exposure.uid(), e.getMessage());
      throw Refused.of(
          503, "control-stream-fails", "the control stream could not be written; try it again");
    }
  }
}
