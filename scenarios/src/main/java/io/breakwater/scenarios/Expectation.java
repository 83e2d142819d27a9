// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.utils.JsonNodes;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.severity.Level;
import io.breakwater.core.trait.Withdrawal;
import io.breakwater.scenarios.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one revision must say. What the scenario does not state is not compared.
 *
 * @param activity what the revision does
 * @param subject what resource it is of
 * @param said the scenario's words, of a form that was checked
 */
record Expectation(Activity activity, Subject subject, JsonNode said) {
  static Expectation of(JsonNode said, Subject subject) {
    for (var activity : Activity.values()) {
      if (said.has(key(activity))) {
        return new Expectation(activity, subject, said);
      }
    }
    throw new IllegalArgumentException("neither create nor update nor close: " + said);
  }

  private static String key(Activity activity) {
    return activity.label().toLowerCase(Locale.ROOT);
  }

  int line() {
    return JsonNodes.tokenLocationOf(said).getLineNr();
  }

  /** In sentences, what the revision says otherwise; empty when it is as expected. */
  List<String> mismatches(Revision told, Instant start) {
    var differences = new Differences();
    differences.compare("", activity.label(), told.activity().label());
    if (activity != told.activity()) {
      return differences.found;
    }
    differences.compare("resource", subject.arn(), told.resource().arn().toString());
    var announced = told.announced();
    if (activity == Activity.CLOSE) {
      differences.compare(
          "reason",
          said.path("close").asText(),
          told.withdrawal().map(Withdrawal::code).orElse("none"));
    } else {
      differences.compare("title", said.path(key(activity)).asText(), announced.title());
    }
    compareIfSaid(differences, "severity", announced.severity().label());
    compareIfSaid(differences, "likelihood", announced.likelihood().label());
    compareIfSaid(differences, "impact", announced.impact().label());
    compareIfSaid(differences, "type", announced.type());
    compareIfSaid(differences, "rule", announced.ruleId());
    compareIfSaid(differences, "lost", told.withdrawal().map(Withdrawal::code).orElse("nothing"));
    compareIfSaid(differences, "episode", Integer.toString(announced.episode()));
    if (said.has("day")) {
      var day = Duration.between(start, told.time()).toDays();
      differences.compare("day", said.path("day").asText(), Long.toString(day));
    }
    told.exposure().ifPresent(exposure -> compare(differences, exposure));
    return differences.found;
  }

  private void compareIfSaid(Differences differences, String name, String actual) {
    if (said.has(name)) {
      differences.compare(name, said.path(name).asText(), actual);
    }
  }

  private void compare(Differences differences, Exposure exposure) {
    compareIfSaid(differences, "suppressed", Integer.toString(exposure.suppressed().size()));
    var radius = exposure.blastRadius();
    compareIfSaid(differences, "blastRadius", Integer.toString(radius.size()));
    compareIfSaid(differences, "sensitive", Integer.toString(radius.sensitive()));
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

  private static final class Differences {
    private final List<String> found = new ArrayList<>();

    void compare(String what, String expected, String actual) {
      if (!expected.equals(actual)) {
        var subject = what.isEmpty() ? "" : what + " ";
        found.add("expected " + subject + expected + ", got " + actual);
      }
    }
  }
}
