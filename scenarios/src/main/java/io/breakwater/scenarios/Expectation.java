// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.severity.Level;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.scenarios.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one revision of an exposure must say.
 *
 * @param activity what the revision does
 * @param subject what resource it is of
 * @param said the scenario's words, of a form that was checked
 */
record Expectation(Activity activity, Subject subject, JsonNode said)
    implements ExpectedRevision<Revision> {
  static Expectation of(JsonNode said, Subject subject) {
    return new Expectation(ExpectedRevision.activityOf(said), subject, said);
  }

  @Override
  public int line() {
    return ScenarioFile.line(said);
  }

  @Override
  public List<String> mismatches(Revision told, Instant start) {
    var differences = new Differences(said);
    differences.compare("", activity.label(), told.activity().label());
    if (activity != told.activity()) {
      return differences.found();
    }
    differences.compare("resource", subject.arn(), told.resource().arn().toString());
    var announced = told.announced();
    if (activity == Activity.CLOSE) {
      differences.compare(
          "reason",
          said.path("close").asText(),
          told.withdrawal().map(Withdrawal::code).orElse("none"));
    } else {
      differences.compare(
          "title", said.path(ExpectedRevision.key(activity)).asText(), announced.title());
    }
    differences.compareIfSaid("severity", announced.severity().label());
    differences.compareIfSaid("likelihood", announced.likelihood().label());
    differences.compareIfSaid("impact", announced.impact().label());
    differences.compareIfSaid("type", announced.type());
    differences.compareIfSaid("rule", announced.ruleId());
    differences.compareIfSaid("lost", told.withdrawal().map(Withdrawal::code).orElse("nothing"));
    differences.compareIfSaid("episode", announced.episode());
    differences.compareIfSaid("day", Duration.between(start, told.time()).toDays());
    told.exposure().ifPresent(exposure -> compare(differences, exposure));
    return differences.found();
  }

  private void compare(Differences differences, Exposure exposure) {
    differences.compareIfSaid("suppressed", exposure.suppressed().size());
    var radius = exposure.blastRadius();
    differences.compareIfSaid("blastRadius", radius.size());
    differences.compareIfSaid("sensitive", radius.sensitive());
    if (said.has("traits")) {
      var actual = new TreeSet<String>();
      exposure.traits().forEach(trait -> actual.add(trait.trait().id()));
      differences.compare("traits", sorted(said.path("traits")), actual.toString());
    }
    for (var trait : said.path("indicators").properties()) {
      var actual =
          exposure.traits().stream()
              .filter(given -> given.trait().id().equals(trait.getKey()))
              .map(given -> new TreeSet<>(given.indicators()).toString())
              .findFirst()
              .orElse("no such trait");
      differences.compare("indicators of " + trait.getKey(), sorted(trait.getValue()), actual);
    }
    var factors = new TreeMap<String, String>();
    for (var value : exposure.likelihood().factors()) {
      factors.put(value.factor().key(), level(value));
    }
    for (var factor : said.path("factors").properties()) {
      differences.compare(
          factor.getKey(), factor.getValue().asText(), factors.get(factor.getKey()));
    }
  }

  private static String level(FactorValue value) {
    return value.level().map(Level::key).orElse("unknown");
  }

  private static String sorted(JsonNode texts) {
    var sorted = new TreeSet<String>();
    texts.forEach(text -> sorted.add(text.asText()));
    return sorted.toString();
  }
}
