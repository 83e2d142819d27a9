// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.certificate.AlertClosing;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.Cause;
import io.breakwater.core.certificate.CertificateAlert;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.certificate.CertificateUse;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.signal.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What one revision of an alert about a certificate must say.
 *
 * @param said the scenario's words, of a form that was checked
 */
record CertificateExpectation(Activity activity, JsonNode said)
    implements ExpectedRevision<AlertRevision> {
  static CertificateExpectation of(JsonNode said) {
    return new CertificateExpectation(ExpectedRevision.activityOf(said), said);
  }

  @Override
  public int line() {
    return ScenarioFile.line(said);
  }

  @Override
  public List<String> mismatches(AlertRevision told, Instant start) {
    var differences = new Differences(said);
    differences.compare("", activity.label(), told.activity().label());
    if (activity != told.activity()) {
      return differences.found();
    }
    var standing = told.standing();
    if (activity == Activity.CLOSE) {
      differences.compare(
          "reason",
          said.path("close").asText(),
          told.closing().map(AlertClosing::code).orElse("none"));
    } else {
      differences.compare(
          "state", said.path(ExpectedRevision.key(activity)).asText(), standing.state().key());
    }
    var announced = told.announced();
    differences.compareIfSaid("severity", announced.severity().label());
    differences.compareIfSaid("title", announced.title());
    differences.compareIfSaid("episode", announced.episode());
    differences.compareIfSaid("replayed", Boolean.toString(told.replayed()));
    var since = Duration.between(start, told.time());
    differences.compareIfSaid("day", since.toDays());
    differences.compareIfSaid("hour", since.toHoursPart());
    standing(differences, standing);
    standing.alert().ifPresent(alert -> alert(differences, alert));
    return differences.found();
  }

  private static void standing(Differences differences, CertificateStanding standing) {
    differences.compareIfSaid("origin", standing.origin().key());
    differences.compareIfSaid("daysLeft", text(standing.daysLeft(), "unknown"));
    differences.compareIfSaid("inUse", text(standing.inUse()));
    differences.compareIfSaid("exported", text(standing.exported()));
    differences.compareIfSaid("internet", text(standing.internet()));
    differences.compareIfSaid("confirmed", Boolean.toString(standing.isConfirmed()));
    differences.compareIfSaid("usedBy", standing.certificate().usedBy().size());
    differences.compareListIfSaid(
        "owners",
        standing.certificate().usedBy().values().stream()
            .map(CertificateUse::owner)
            .filter(owner -> !owner.isEmpty())
            .distinct()
            .sorted()
            .toList());
  }

  private static void alert(Differences differences, CertificateAlert alert) {
    differences.compareIfSaid("step", text(alert.step(), "none"));
    differences.compareListIfSaid("causes", alert.causes().stream().map(Cause::key).toList());
  }

  private static String text(OptionalInt number, String otherwise) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : otherwise;
  }

  private static String text(Known known) {
    return known.name().toLowerCase(Locale.ROOT);
  }
}
