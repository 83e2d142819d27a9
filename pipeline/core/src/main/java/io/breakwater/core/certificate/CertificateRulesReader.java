// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.certificate.CertificateRules.Lead;
import io.breakwater.core.certificate.CertificateRules.Remedy;
import io.breakwater.core.certificate.CertificateRules.Renewal;
import io.breakwater.core.certificate.CertificateRules.Shift;
import io.breakwater.core.certificate.CertificateRules.Values;
import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Reads the rules for certificates, whose form is checked already, and checks what a form cannot
 * say. All faults are reported with the node they are in, none thrown.
 */
public final class CertificateRulesReader {
  private static final Map<Origin, String> LEADS =
      Map.of(Origin.IMPORTED, "imported", Origin.ACME, "acme", Origin.UNKNOWN, "unknown");

  private static final Map<Shift, String> SHIFTS =
      Map.of(
          Shift.INTERNET, "internet",
          Shift.UNUSED, "unused",
          Shift.SILENT, "silent",
          Shift.NOT_CONFIRMED, "notConfirmed",
          Shift.ACME, "acme");

  private final JsonNode root;
  private final BiConsumer<JsonNode, String> faults;
  private final Values values = new Values();
  private boolean sound = true;

  private CertificateRulesReader(JsonNode root, BiConsumer<JsonNode, String> faults) {
    this.root = root;
    this.faults = faults;
  }

  /** Empty when there was a fault. */
  public static Optional<CertificateRules> read(
      JsonNode root, BiConsumer<JsonNode, String> faults) {
    return new CertificateRulesReader(root, faults).read();
  }

  private Optional<CertificateRules> read() {
    steps(root.path("steps"));
    LEADS.forEach((origin, name) -> values.leads.put(origin, lead(root.path("lead").path(name))));
    renewals(root.path("renewal"));
    values.silence = duration(root.at("/missed/dailyEvent"));
    values.late = duration(root.at("/missed/expiredEvent"));
    values.forgetHeard = duration(root.at("/forget/heard"));
    values.forgetDeleted = duration(root.at("/forget/deleted"));
    values.unusedQuiet = root.path("unused").asText().equals("quiet");
    severities(root.path("severity"));
    remedies(root.path("remedies"));
    return sound ? Optional.of(new CertificateRules(values)) : Optional.empty();
  }

  private void steps(JsonNode node) {
    var steps = new ArrayList<Integer>();
    for (var step : node) {
      if (!steps.isEmpty() && step.asInt() >= steps.get(steps.size() - 1)) {
        fault(step, "steps go down, and " + step.asInt() + " does not");
      }
      steps.add(step.asInt());
    }
    if (steps.isEmpty() || steps.get(steps.size() - 1) != 0) {
      fault(node, "the last step is 0, the end of validity");
    }
    values.steps = steps;
  }

  private static Lead lead(JsonNode node) {
    return new Lead(node.path("days").asInt(), node.path("share").asDouble());
  }

  private void renewals(JsonNode node) {
    for (var row : node.path("byValidity")) {
      if (values.renewals.put(row.path("validity").asInt(), renewal(row)) != null) {
        fault(row, "a validity of " + row.path("validity").asInt() + " is there twice");
      }
    }
    values.renewalOfUnknownValidity = renewal(node.path("ofUnknownValidity"));
    values.renewalShare = node.path("share").asDouble();
  }

  private Renewal renewal(JsonNode node) {
    int starts = node.path("starts").asInt();
    int overdue = node.path("overdue").asInt();
    if (overdue > starts) {
      fault(node, "a renewal is not overdue before it starts");
    }
    return new Renewal(starts, overdue);
  }

  private void severities(JsonNode node) {
    for (var row : node.path("byDays")) {
      values.severityByDays.put(row.path("days").asInt(), severity(row.path("severity")));
    }
    Severity fewer = null;
    for (var row : values.severityByDays.values()) {
      if (fewer != null && row.compareTo(fewer) > 0) {
        fault(node.path("byDays"), "more days left are not more severe");
      }
      fewer = row;
    }
    if (values.severityByDays.isEmpty()) {
      sound = false;
    }
    values.severityOfExpired = severity(node.path("expired"));
    values.severityOfRevoked = severity(node.path("revoked"));
    SHIFTS.forEach(
        (shift, name) -> values.shifts.put(shift, node.path("shifts").path(name).asInt()));
  }

  private Severity severity(JsonNode node) {
    var severity = Severity.ofLabel(node.asText());
    sound &= severity != Severity.UNKNOWN;
    return severity;
  }

  private void remedies(JsonNode node) {
    for (var cause : Cause.values()) {
      var remedy = node.path(cause.key());
      if (remedy.isMissingNode()) {
        fault(node, "there is no remedy for '" + cause.key() + "'");
      }
      values.remedies.put(
          cause, new Remedy(remedy.path("text").asText(), remedy.path("url").asText()));
    }
    var keys = Arrays.stream(Cause.values()).map(Cause::key).collect(Collectors.toSet());
    node.properties().forEach(entry -> known(entry, keys));
  }

  private void known(Map.Entry<String, JsonNode> remedy, Set<String> keys) {
    if (!keys.contains(remedy.getKey())) {
      fault(remedy.getValue(), "'" + remedy.getKey() + "' is no cause");
    }
  }

  private Duration duration(JsonNode node) {
    try {
      var duration = Duration.parse(node.asText());
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below, like a duration that is not positive.
    }
    fault(node, "'" + node.asText() + "' is no positive ISO-8601 duration such as P2D");
    return Duration.ofDays(1);
  }

  private void fault(JsonNode node, String message) {
    sound = false;
    faults.accept(node, message);
  }
}
