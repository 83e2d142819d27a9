// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.record.RuleAnswer;
import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.certificate.CertificateRules;
import java.time.Duration;

/** Traits of the catalogue, suppressions and answers to updates as the page sees them. */
public final class RuleJson {
  private RuleJson() {}

  public static ObjectNode trait(Trait trait) {
    var json =
        Json.object()
            .put("uid", trait.id())
            .put("category", trait.type().label())
            .put("resourceType", trait.resourceType().name())
            .put("title", trait.title())
            .put("role", trait.role().key())
            .put("origin", trait.origin().key());
    json.set("indicators", Json.texts(trait.indicators()));
    json.put("window", trait.window().map(Duration::toString).orElse(null));
    var factors = json.putObject("factors");
    trait.factors().forEach((factor, source) -> factors.put(factor.key(), source.key()));
    var impacts = json.putObject("impacts");
    trait.impacts().forEach((aspect, impact) -> impacts.put(aspect.key(), impact.key()));
    json.putObject("remediation")
        .put("text", trait.remediation())
        .put("url", trait.remediationUrl());
    return json;
  }

  public static ObjectNode suppression(Suppression suppression) {
    return Json.object()
        .put("id", suppression.id())
        .put("reason", suppression.reason())
        .put("owner", suppression.owner())
        .put("expires", suppression.expires())
        .put("severity", suppression.severity().label());
  }

  public static ObjectNode answer(RuleAnswer answer) {
    return Json.object()
        .put("at", Json.time(answer.at()))
        .put("update", answer.update())
        .put("kind", answer.kind())
        .put("version", answer.version())
        .put("outcome", answer.outcome())
        .put("detail", answer.detail());
  }

  public static ObjectNode certificates(CertificateRules rules) {
    var json = Json.object();
    var steps = json.putArray("steps");
    rules.steps().forEach(steps::add);
    var severities = json.putArray("severityByDays");
    rules
        .severityByDays()
        .forEach(
            (days, severity) ->
                severities.addObject().put("days", days).put("severity", severity.label()));
    return json;
  }
}
