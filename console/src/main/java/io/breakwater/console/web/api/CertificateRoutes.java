// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Reader;
import io.breakwater.console.index.query.CertificateSelection;
import io.breakwater.console.index.query.Moment;
import io.breakwater.console.index.query.Selection.State;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.ask.Asked;
import io.breakwater.console.web.ask.CursorText;
import io.breakwater.console.web.json.CertificateJson;
import io.breakwater.console.web.json.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Alerts about certificates. */
public final class CertificateRoutes implements Routes {
  private static final int ROWS = 200;
  private static final int MOST_ROWS = 1_000;

  private final Reader reader;
  private final Clock clock;

  public CertificateRoutes(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/certificates", this::page);
    routes.get("/api/certificates/detail", this::detail);
    routes.get("/api/certificates/revision", new RevisionAnswer(reader)::to);
  }

  private void page(Context request) {
    var asked = new Asked(request);
    var page =
        reader.certificates(
            selection(asked), asked.afterCertificate(), asked.limit(ROWS, MOST_ROWS));
    var json = Json.object();
    json.set("rows", Json.array(page.certificates(), CertificateJson::row));
    json.put("next", page.next().map(CursorText::of).orElse(null));
    Routes.answer(request, json);
  }

  private CertificateSelection selection(Asked asked) {
    try {
      return new CertificateSelection(
          asked.word("state", State.class, State.OPEN),
          asked.optional("stage"),
          asked.optional("account"),
          asked.text("q"),
          expiresBefore(asked));
    } catch (IllegalArgumentException e) {
      throw Refused.wrong("q", e.getMessage());
    }
  }

  private Optional<Instant> expiresBefore(Asked asked) {
    try {
      return asked
          .optional("expiresBefore")
          .map(text -> Instant.ofEpochMilli(Moment.millis(text, clock.instant())));
    } catch (IllegalArgumentException e) {
      throw Refused.wrong("expiresBefore", e.getMessage());
    }
  }

  private void detail(Context request) {
    var uid = new Asked(request).required("uid");
    Routes.answer(
        request,
        reader
            .certificate(uid)
            .map(CertificateJson::detail)
            .orElseThrow(() -> Refused.absent("no-certificate", "there is no alert " + uid)));
  }
}
