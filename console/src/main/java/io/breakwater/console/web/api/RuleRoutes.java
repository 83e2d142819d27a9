// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.Reader;
import io.breakwater.console.web.Rulebook;
import io.breakwater.console.web.json.Json;
import io.breakwater.console.web.json.RuleJson;
import io.breakwater.console.web.json.SeverityJson;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.resource.ResourceType;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Comparator;
import java.util.List;

/** The rules that exposures come about by, and what the job has said to updates of them. */
public final class RuleRoutes implements Routes {
  private static final int ANSWERS = 50;

  private final Reader reader;
  private final ObjectNode rules;

  public RuleRoutes(Reader reader, Rulebook rulebook) {
    this.reader = reader;
    var catalogue = rulebook.catalogue();
    rules = Json.object();
    rules
        .putObject("catalogue")
        .put("version", catalogue.version())
        .put("source", rulebook.source());
    rules.set("traits", Json.array(traits(catalogue), RuleJson::trait));
    rules.set("suppressions", Json.array(rulebook.suppressions().all(), RuleJson::suppression));
    rules.set("severity", SeverityJson.model(catalogue.severity()));
    rules.set("certificates", RuleJson.certificates(catalogue.certificates()));
  }

  private static List<Trait> traits(Catalogue catalogue) {
    return catalogue.resourceTypes().stream()
        .sorted(Comparator.comparing(ResourceType::name))
        .flatMap(type -> catalogue.rulesFor(type).stream())
        .flatMap(ofType -> ofType.traits().stream())
        .toList();
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/rules", this::rules);
  }

  private void rules(Context request) {
    var json = Json.object().<ObjectNode>setAll(rules);
    json.set("answers", Json.array(reader.ruleAnswers(ANSWERS), RuleJson::answer));
    Routes.answer(request, json);
  }
}
