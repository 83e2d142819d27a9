// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import io.breakwater.console.index.Reader;
import io.breakwater.console.index.query.Field;
import io.breakwater.console.index.query.Filter;
import io.breakwater.console.web.Refused;
import io.breakwater.console.web.ask.Asked;
import io.breakwater.console.web.ask.CursorText;
import io.breakwater.console.web.json.ExposureJson;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.SeverityJson;
import io.breakwater.console.web.json.Words;
import io.breakwater.core.severity.SeverityModel;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;

/** Exposures: lists, facets, groups, one with its past. */
public final class ExposureRoutes implements Routes {
  private static final int ROWS = 50;
  private static final int MOST_ROWS = 500;
  private static final int VALUES = 20;
  private static final int MOST_VALUES = 1_000;
  private static final int GROUPS = 50;
  private static final int MOST_GROUPS = 500;

  private final Reader reader;
  private final SeverityModel severity;

  public ExposureRoutes(Reader reader, SeverityModel severity) {
    this.reader = reader;
    this.severity = severity;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/fields", ExposureRoutes::fields);
    routes.get("/api/exposures", this::page);
    routes.get("/api/exposures/facets", this::facets);
    routes.get("/api/exposures/groups", this::groups);
    routes.get("/api/exposures/detail", this::detail);
    routes.get("/api/exposures/revision", new RevisionAnswer(reader)::to);
  }

  private static void fields(Context request) {
    var json = Json.object();
    json.set(
        "fields",
        Json.array(
            List.of(Field.values()),
            field -> {
              var one = Json.object().put("field", field.path()).put("groups", field.groups());
              one.set("operators", Json.texts(operators(field)));
              return one;
            }));
    Routes.answer(request, json);
  }

  private static List<String> operators(Field field) {
    return Arrays.stream(Filter.Operator.values())
        .filter(operator -> operator.isOfTime() == field.isTime())
        .map(Words::of)
        .toList();
  }

  private void page(Context request) {
    var asked = new Asked(request);
    var selection = asked.selection();
    long change = reader.lastChange();
    var page = reader.page(selection, asked.afterExposure(), asked.limit(ROWS, MOST_ROWS));
    var json = Json.object();
    json.set("rows", Json.array(page.exposures(), ExposureJson::row));
    json.put("next", page.next().map(CursorText::of).orElse(null));
    json.put("total", reader.count(selection));
    json.put("change", change);
    Routes.answer(request, json);
  }

  private void facets(Context request) {
    var asked = new Asked(request);
    var selection = asked.selection();
    int limit = asked.limit(VALUES, MOST_VALUES);
    var json = Json.object();
    var facets = json.putObject("facets");
    for (var field : asked.fields("fields")) {
      var counts = reader.facet(selection, field, limit + 1);
      var facet = facets.putObject(field.path());
      facet.set("values", Json.array(first(counts, limit), ExposureJson::count));
      facet.put("more", counts.size() > limit);
    }
    Routes.answer(request, json);
  }

  private void groups(Context request) {
    var asked = new Asked(request);
    int limit = asked.limit(GROUPS, MOST_GROUPS);
    var by =
        asked.field("by").orElseThrow(() -> Refused.wrong("by", "'by' is the field to group by"));
    var groups = reader.groups(asked.selection(), by, asked.field("then"), limit + 1);
    var json = Json.object();
    json.set("groups", Json.array(first(groups, limit), ExposureJson::group));
    json.put("more", groups.size() > limit);
    Routes.answer(request, json);
  }

  /** One more than was asked for is looked for, to see whether there are more. */
  private static <T> List<T> first(List<T> all, int limit) {
    return all.subList(0, Math.min(all.size(), limit));
  }

  private void detail(Context request) {
    var uid = new Asked(request).required("uid");
    var detail =
        reader
            .exposure(uid)
            .orElseThrow(() -> Refused.absent("no-exposure", "there is no exposure " + uid));
    var json = ExposureJson.detail(detail);
    json.set("severity", SeverityJson.model(severity));
    Routes.answer(request, json);
  }
}
