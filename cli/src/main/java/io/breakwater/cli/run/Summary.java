// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.signal.Severity;
import io.breakwater.flink.account.Tally;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a bounded run read, what became of it, and what is open at its end. */
public final class Summary {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<String> OUTCOMES =
      List.of(Tally.READ, Tally.APPLIED, Tally.STALE, Tally.DUPLICATE);

  private final Map<String, Long> counts;
  private final Map<Severity, Long> open;
  private final Map<String, Long> revisions;
  private final Map<Severity, Long> openCertificates;
  private final Map<String, Long> certificateRevisions;
  private final int chokePoints;
  private final Instant asOf;
  private final String catalogueVersion;
  private final SuppressionReport suppressions;
  private final double seconds;

  Summary(
      Map<String, Long> counts,
      Map<Severity, Long> open,
      Map<String, Long> revisions,
      Map<Severity, Long> openCertificates,
      Map<String, Long> certificateRevisions,
      int chokePoints,
      Instant asOf,
      String catalogueVersion,
      SuppressionReport suppressions,
      double seconds) {
    this.counts = Map.copyOf(counts);
    this.open = open;
    this.revisions = revisions;
    this.openCertificates = openCertificates;
    this.certificateRevisions = certificateRevisions;
    this.chokePoints = chokePoints;
    this.asOf = asOf;
    this.catalogueVersion = catalogueVersion;
    this.suppressions = suppressions;
    this.seconds = seconds;
  }

  /** As of when everything was judged. */
  public Instant asOf() {
    return asOf;
  }

  /** How many records were read. */
  public long read() {
    return count(Tally.RECORDS, Tally.READ);
  }

  /** How many revisions of exposures were written. */
  public long revisions() {
    return revisions.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many exposures are open at the end. */
  public long open() {
    return open.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The counts among the accumulators of a job. */
  public static Map<String, Long> counts(Map<String, ?> accumulators) {
    return accumulators.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Long)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Long) entry.getValue()));
  }

  public String toJson() {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      outcomes(json, Tally.RECORDS);
      json.writeObjectFieldStart("findings");
      outcomes(json, Tally.FINDINGS);
      json.writeEndObject();
      severities(json, "open", open);
      activities(json, "revisions", revisions);
      severities(json, "openCertificates", openCertificates);
      activities(json, "certificateRevisions", certificateRevisions);
      json.writeNumberField("chokePoints", chokePoints);
      json.writeStringField("asOf", asOf.toString());
      json.writeStringField("catalogueVersion", catalogueVersion);
      suppressions(json);
      json.writeNumberField("elapsedSeconds", Math.round(seconds * 1000) / 1000.0);
      json.writeNumberField(
          "eventsPerSecond", Math.round(count(Tally.RECORDS, Tally.READ) / seconds));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void suppressions(JsonGenerator json) throws IOException {
    if (suppressions.isEmpty()) {
      return;
    }
    json.writeStringField("suppressionsVersion", suppressions.version());
    json.writeArrayFieldStart("suppressions");
    for (var line : suppressions.lines()) {
      json.writeStartObject();
      json.writeStringField("id", line.suppression().id());
      json.writeStringField("owner", line.suppression().owner());
      json.writeStringField("expires", line.suppression().expires());
      json.writeStringField(
          "state", line.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.writeNumberField("suppressed", line.suppressed());
      json.writeNumberField("overdue", line.overdue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void severities(JsonGenerator json, String name, Map<Severity, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (var entry : counts.entrySet()) {
      json.writeNumberField(entry.getKey().label(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void activities(JsonGenerator json, String name, Map<String, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (var entry : counts.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void outcomes(JsonGenerator json, String unit) throws IOException {
    for (var outcome : OUTCOMES) {
      json.writeNumberField(outcome, count(unit, outcome));
    }
    reasons(json, "ignored", unit + Tally.IGNORED);
    reasons(json, "dead", unit + Tally.DEAD);
  }

  private void reasons(JsonGenerator json, String name, String prefix) throws IOException {
    json.writeObjectFieldStart(name);
    for (var reason : byReason(prefix).entrySet()) {
      json.writeNumberField(reason.getKey(), reason.getValue());
    }
    json.writeEndObject();
  }

  private Map<String, Long> byReason(String prefix) {
    var reasons = new TreeMap<String, Long>();
    counts.forEach(
        (name, count) -> {
          if (name.startsWith(prefix)) {
            reasons.put(name.substring(prefix.length()), count);
          }
        });
    return reasons;
  }

  private long count(String unit, String outcome) {
    return counts.getOrDefault(unit + outcome, 0L);
  }

  /** A page for people. */
  public String toText(Path output) {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d records read as of %s in %.1f s (%,.0f a second), catalogue %s%n",
            count(Tally.RECORDS, Tally.READ),
            asOf,
            seconds,
            count(Tally.RECORDS, Tally.READ) / seconds,
            catalogueVersion));
    for (var outcome : OUTCOMES.subList(1, OUTCOMES.size())) {
      line(text, outcome, count(Tally.RECORDS, outcome));
    }
    byReason(Tally.RECORDS + Tally.IGNORED)
        .forEach((reason, count) -> line(text, "ignored: " + reason, count));
    byReason(Tally.RECORDS + Tally.DEAD)
        .forEach((reason, count) -> line(text, "dead letter: " + reason, count));
    text.append("revisions: ").append(revisions).append('\n');
    text.append("revisions of certificate alerts: ").append(certificateRevisions).append('\n');
    text.append("open exposures: ").append(listed(open)).append('\n');
    for (var line : suppressions.lines()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %,d suppressed, %,d overdue by %s of %s until %s: %s%n",
              line.suppressed(),
              line.overdue(),
              line.suppression().id(),
              line.suppression().owner(),
              line.suppression().expires(),
              line.state().label()));
    }
    text.append("certificates to see to: ").append(listed(openCertificates));
    text.append("\nchoke points that exposures share: ").append(chokePoints);
    text.append('\n').append("written to ").append(output);
    return text.toString();
  }

  private static String listed(Map<Severity, Long> bySeverity) {
    return bySeverity.isEmpty()
        ? "none"
        : bySeverity.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, String name, long count) {
    text.append(String.format(Locale.ROOT, "  %,10d %s%n", count, name));
  }
}
