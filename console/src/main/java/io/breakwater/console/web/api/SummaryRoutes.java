// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Reader;
import io.breakwater.console.index.Severity;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Risk;
import io.breakwater.console.index.query.Selection;
import io.breakwater.console.index.query.Trend;
import io.breakwater.console.index.state.Measure;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.ask.Asked;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.SummaryJson;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What matters most, how it develops, how long things take, and who is heard from. */
public final class SummaryRoutes implements Routes {
  private static final int RISKS = 8;
  private static final int MOST_RISKS = 100;
  private static final String DAYS = "d";
  private static final int MOST_DAYS = 400;

  private final Reader reader;
  private final Clock clock;

  public SummaryRoutes(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/risks", this::risks);
    routes.get("/api/trend", this::trend);
    routes.get("/api/took", this::took);
    routes.get("/api/coverage", this::coverage);
  }

  private enum By {
    CRITICAL(Risk.Order.MOST_CRITICAL),
    SEVERITY(Risk.Order.MOST_SEVERE);

    private final Risk.Order order;

    By(Risk.Order order) {
      this.order = order;
    }
  }

  private void risks(Context request) {
    var asked = new Asked(request);
    var order = asked.word("order", By.class, By.CRITICAL).order;
    var json = Json.object();
    json.set(
        "risks",
        Json.array(reader.risks(order, asked.limit(RISKS, MOST_RISKS)), SummaryJson::risk));
    var open = json.putObject("open");
    reader
        .facet(Selection.OPEN, Field.SEVERITY, Severity.values().length)
        .forEach(count -> open.put(count.value(), count.exposures()));
    Routes.answer(request, json);
  }

  private void trend(Context request) {
    var asked = new Asked(request);
    var kind = asked.word("kind", Kind.class, Kind.EXPOSURE);
    Routes.answer(request, SummaryJson.trend(reader.trend(kind, span(asked), clock.instant())));
  }

  private static Trend.Span span(Asked asked) {
    var text = asked.text("span");
    return Arrays.stream(Trend.Span.values())
        .filter(span -> (span.days() + DAYS).equals(text))
        .findFirst()
        .or(() -> text.isEmpty() ? Optional.of(Trend.Span.THIRTY_DAYS) : Optional.empty())
        .orElseThrow(
            () ->
                Refused.wrong(
                    "span",
                    "'span' is one of "
                        + Arrays.stream(Trend.Span.values())
                            .map(span -> span.days() + DAYS)
                            .collect(Collectors.joining(", "))));
  }

  private void took(Context request) {
    var asked = new Asked(request);
    var kind = asked.word("kind", Kind.class, Kind.EXPOSURE);
    var since = clock.instant().minus(since(asked));
    var json = Json.object();
    var measures = json.putObject("measures");
    for (var measure : Measure.values()) {
      measures.set(measure.id(), Json.array(reader.took(kind, measure, since), SummaryJson::took));
    }
    Routes.answer(request, json);
  }

  private static Duration since(Asked asked) {
    var text = asked.text("since");
    if (text.isEmpty()) {
      return Duration.ofDays(30);
    }
    if (text.matches("[0-9]{1,3}d")) {
      int days = Integer.parseInt(text.substring(0, text.length() - 1));
      if (days >= 1 && days <= MOST_DAYS) {
        return Duration.ofDays(days);
      }
    }
    throw Refused.wrong("since", "'since' is a number of days such as 30d, at most 400d");
  }

  private void coverage(Context request) {
    var json = Json.object();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    json.set("heard", Json.array(reader.coverage(), heard -> SummaryJson.heard(heard, now)));
    Routes.answer(request, json);
  }
}
