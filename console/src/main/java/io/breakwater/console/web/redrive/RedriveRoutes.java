// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.redrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.RecordStream;
import io.breakwater.console.index.query.DeadLetter;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.access.Guard;
import io.breakwater.console.web.api.Routes;
import io.breakwater.console.web.json.Json;
import io.breakwater.core.decode.Decision;
import io.breakwater.core.decode.Decoder;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends dead letters to the job again: those that this release can read. */
public final class RedriveRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(RedriveRoutes.class);
  private static final int MOST_LETTERS = 500;

  /** The largest record that Kinesis takes. */
  private static final int MOST_BYTES = 10 << 20;

  private final Decoder decoder = Decoder.withLimit(MOST_BYTES);
  private final Reader reader;
  private final Optional<LetterSink> sink;

  /**
   * @param sink empty where there is no stream of findings to write to
   */
  public RedriveRoutes(Reader reader, Optional<LetterSink> sink) {
    this.reader = reader;
    this.sink = sink;
  }

  private record Asked(String stream, String id) {}

  /** Why a letter is not sent. */
  private static final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    NotSent(String why) {
      super(why);
    }
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/letters/redrive", this::redrive);
  }

  private void redrive(Context request) {
    var to =
        sink.orElseThrow(
            () ->
                Refused.of(409, "no-stream", "there is no stream of findings to send letters to"));
    var letters = asked(request);
    var json = Json.object();
    var refused = json.putArray("refused");
    int sent = 0;
    for (var letter : letters) {
      try {
        send(letter, to);
        sent++;
      } catch (NotSent e) {
        refused.addObject().put("id", letter.id).put("why", e.getMessage());
      }
    }
    json.put("sent", sent);
    Routes.answer(request, json);
  }

  private static List<Asked> asked(Context request) {
    var body = body(request);
    Guard.note(request, body);
    var letters = new LinkedHashSet<Asked>();
    for (var one : body.path("letters")) {
      letters.add(new Asked(one.path("stream").asText(), one.path("id").asText()));
    }
    if (letters.isEmpty() || letters.size() > MOST_LETTERS) {
      throw Refused.wrong(
          "letters", "'letters' has from 1 to " + MOST_LETTERS + " letters with stream and id");
    }
    return new ArrayList<>(letters);
  }

  private static JsonNode body(Context request) {
    try {
      return Json.read(request.bodyAsBytes());
    } catch (IOException e) {
      throw Refused.wrong("letters", "it is no JSON");
    }
  }

  private void send(Asked asked, LetterSink to) throws NotSent {
    if (!asked.stream.equals(RecordStream.DEAD_LETTERS.id())) {
      throw new NotSent("the command 'respond redrive' sends what the response job gave up");
    }
    var record = record(asked.id);
    try {
      to.send(record);
    } catch (IOException e) {
      LOG.warn("a letter was not sent again: {}", e.getMessage());
      throw new NotSent("the stream could not be written; try it again");
    }
  }

  private byte[] record(String id) throws NotSent {
    var letter =
        reader
            .letter(RecordStream.DEAD_LETTERS, id)
            .filter(DeadLetter::isWhole)
            .orElseThrow(() -> new NotSent("not all of its bytes are known"));
    if (letter.reason().equals(io.breakwater.core.deadletter.DeadLetter.MALFORMED_ACTION)) {
      throw new NotSent("what is no action is no finding either");
    }
    var best = decoder.decode(letter.raw()).best();
    if (best.decision() == Decision.DEAD_LETTER) {
      throw new NotSent("it would be a dead letter again: " + best.reason());
    }
    return letter.raw();
  }
}
