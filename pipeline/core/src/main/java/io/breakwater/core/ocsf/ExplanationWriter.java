// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.text;
import static io.breakwater.core.ocsf.Fields.texts;
import static io.breakwater.core.ocsf.Fields.time;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Suppression;
import io.breakwater.core.exposure.BlastRadius;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.ExposureEvent;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.rules.Rules;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.severity.ImpactValue;
import io.breakwater.core.severity.Level;
import io.breakwater.core.trait.Evidence;
import io.breakwater.core.trait.Withdrawal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code unmapped}: what OCSF has no place for. How the severity came about, what each remediation
 * leaves and each trait's end would, what is suppressed and what was left out, which episode it is,
 * why evidence went away, by which catalogue, and whether all of it is a replay.
 */
final class ExplanationWriter {
  /** Findings named behind a factor or an aspect; the traits lead to the others. */
  private static final int MAX_SIGNALS = 10;

  private final Rules rules;
  private final Catalogue catalogue;

  ExplanationWriter(Rules rules) {
    this.rules = rules;
    this.catalogue = rules.catalogue();
  }

  void write(JsonGenerator json, Revision revision, Optional<Listing> listing) throws IOException {
    json.writeObjectFieldStart("unmapped");
    json.writeStringField("catalogue_version", catalogue.version());
    rules(json);
    json.writeBooleanField("replay", revision.replayed());
    episode(json, revision);
    if (revision.withdrawal().isPresent()) {
      boolean closed = revision.activity() == Activity.CLOSE;
      withdrawal(json, closed ? "closed" : "withdrawn", revision.withdrawal().get());
    }
    if (revision.suppression().isPresent()) {
      suppression(json, revision.suppression().get());
    } else {
      endedSuppression(json, revision);
    }
    DecisionsWriter.write(json, revision);
    json.writeStringField("likelihood", revision.announced().likelihood().label());
    if (listing.isPresent()) {
      severity(json, listing.get().exposure());
      remediation(json, listing.get());
      blastRadius(json, listing.get().exposure().blastRadius());
      ChokePointWriter.write(json, listing.get());
      contradictions(json, listing.get());
      suppressed(json, listing.get());
      leftOut(json, listing.get());
    }
    json.writeEndObject();
  }

  /** By which rules, where there are others than the catalogue: present from the first of them. */
  private void rules(JsonGenerator json) throws IOException {
    if (!rules.suppressions().isEmpty()) {
      json.writeStringField("suppressions_version", rules.suppressions().version());
    }
    if (rules.exploitationVersion().isPresent()) {
      json.writeStringField("exploitation_version", rules.exploitationVersion().get());
    }
    if (rules.number() > 0) {
      json.writeNumberField("rules_update", rules.number());
    }
  }

  private static void episode(JsonGenerator json, Revision revision) throws IOException {
    json.writeObjectFieldStart("episode");
    json.writeNumberField("number", revision.announced().episode());
    if (revision.previous().isPresent()) {
      var previous = revision.previous().get();
      time(json, "reopened_after", previous.at());
      json.writeStringField("closed_before_as", previous.reason().code());
    }
    json.writeEndObject();
  }

  private static void withdrawal(JsonGenerator json, String field, Withdrawal why)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("reason", why.code());
    json.writeBooleanField("confirmed", why.confirmed());
    json.writeEndObject();
  }

  private static void suppression(JsonGenerator json, Suppression by) throws IOException {
    json.writeObjectFieldStart("suppression");
    json.writeStringField("id", by.id());
    json.writeStringField("reason", by.reason());
    json.writeStringField("owner", by.owner());
    json.writeStringField("expires", by.expires());
    json.writeStringField("severity", by.severity().label());
    if (by.decidedAt().isPresent()) {
      time(json, "decided_time", by.decidedAt().get());
    }
    json.writeEndObject();
  }

  /** Somebody decided to live with it until a time that is over. */
  private void endedSuppression(JsonGenerator json, Revision revision) throws IOException {
    var ended = revision.decided().endedSuppression().or(() -> endedRule(revision));
    if (ended.isPresent()) {
      json.writeObjectFieldStart("suppression_ended");
      json.writeStringField("id", ended.get().id());
      json.writeStringField("owner", ended.get().owner());
      json.writeStringField("expires", ended.get().expires());
      json.writeEndObject();
    }
  }

  private Optional<Suppression> endedRule(Revision revision) {
    if (rules.suppressions().isEmpty() || revision.exposure().isEmpty()) {
      return Optional.empty();
    }
    var event = ExposureEvent.of(revision.exposure().get());
    var severity = revision.announced().severity();
    return rules.suppressions().endedOf(event, severity, revision.time());
  }

  private void severity(JsonGenerator json, Exposure exposure) throws IOException {
    var likelihood = exposure.likelihood();
    json.writeObjectFieldStart("severity_explained");
    json.writeStringField("model_version", catalogue.severity().version());
    json.writeNumberField("likelihood_score", likelihood.score());
    json.writeStringField("deciding_trait", likelihood.traitId());
    json.writeStringField("deciding_finding", likelihood.findingUid());
    json.writeArrayFieldStart("factors");
    for (var factor : likelihood.factors()) {
      factor(json, factor);
    }
    json.writeEndArray();
    json.writeStringField("impact", exposure.impact().label());
    json.writeArrayFieldStart("impacts");
    for (var aspect : exposure.impacts().aspects()) {
      impact(json, aspect);
    }
    json.writeEndArray();
    json.writeStringField("cell", cell(exposure));
    json.writeEndObject();
  }

  /** The cell of the matrix, as a sentence. */
  static String cell(Exposure exposure) {
    return exposure.likelihood().level().label()
        + " likelihood, "
        + exposure.impact().label().toLowerCase(Locale.ROOT)
        + " impact: "
        + exposure.severity().label();
  }

  private void factor(JsonGenerator json, FactorValue factor) throws IOException {
    var model = catalogue.severity();
    json.writeStartObject();
    json.writeStringField("id", factor.factor().key());
    json.writeStringField("name", model.nameOf(factor.factor()));
    json.writeStringField("value", factor.level().map(Level::label).orElse("Unknown"));
    json.writeNumberField("points", model.pointsOf(factor.level()));
    json.writeNumberField("weight", model.weightOf(factor.factor()));
    text(json, "reason", factor.reason());
    texts(json, "signals", first(factor.signals()));
    json.writeEndObject();
  }

  private static void impact(JsonGenerator json, ImpactValue aspect) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", aspect.aspect().key());
    json.writeStringField("name", aspect.aspect().label());
    json.writeStringField("value", aspect.impact().label());
    text(json, "reason", aspect.reason());
    texts(json, "signals", first(aspect.signals()));
    json.writeEndObject();
  }

  private static List<String> first(List<String> signals) {
    return signals.subList(0, Math.min(signals.size(), MAX_SIGNALS));
  }

  private static void remediation(JsonGenerator json, Listing listing) throws IOException {
    json.writeArrayFieldStart("remediation_steps");
    for (var step : listing.plan()) {
      json.writeStartObject();
      json.writeStringField("trait", step.trait().id());
      json.writeStringField("desc", step.trait().remediation());
      text(json, "reference", step.trait().remediationUrl());
      json.writeStringField(
          "severity_after", step.after().map(left -> left.label()).orElse("None"));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Absent when nothing can be reached. */
  private static void blastRadius(JsonGenerator json, BlastRadius radius) throws IOException {
    if (radius.size() == 0) {
      return;
    }
    json.writeObjectFieldStart("blast_radius");
    json.writeNumberField("resources", radius.size());
    json.writeBooleanField("at_least", radius.isAtLeast());
    json.writeNumberField("sensitive", radius.sensitive());
    json.writeArrayFieldStart("by_type");
    for (var count : radius.counts().entrySet()) {
      json.writeStartObject();
      json.writeStringField("type", count.getKey().name());
      json.writeNumberField("count", count.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("worst");
    for (var reached : radius.listed()) {
      json.writeStartObject();
      json.writeStringField("uid", reached.resource().arn().toString());
      json.writeStringField("type", reached.resource().type().name());
      json.writeBooleanField("sensitive", reached.isSensitive());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void contradictions(JsonGenerator json, Listing listing) throws IOException {
    if (listing.contradictions().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("contradictions");
    for (var found : listing.contradictions()) {
      json.writeStartObject();
      json.writeStringField("finding", found.finding().findingUid());
      time(json, "finding_time", found.finding().updatedAt());
      json.writeStringField("resource", found.configuration().resource().arn().toString());
      time(json, "recorded_time", found.configuration().updatedAt());
      json.writeStringField("reason", found.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void suppressed(JsonGenerator json, Listing listing) throws IOException {
    if (listing.suppressed().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("suppressed");
    for (var item : listing.suppressed()) {
      suppressed(json, item);
    }
    json.writeEndArray();
  }

  private static void suppressed(JsonGenerator json, Evidence item) throws IOException {
    var signal = item.signal();
    json.writeStartObject();
    json.writeStringField("uid", signal.findingUid());
    text(json, "title", signal.title());
    json.writeStringField("product", ProductWriter.name(signal.product()));
    time(json, "suppressed_time", signal.updatedAt());
    texts(
        json,
        "traits",
        item.traits().stream().map(trait -> trait.id()).collect(Collectors.toList()));
    json.writeEndObject();
  }

  /** Absent when nothing was. */
  private static void leftOut(JsonGenerator json, Listing listing) throws IOException {
    int events = listing.statementsInAll() - listing.statements().size();
    int vulnerabilities = listing.vulnerabilitiesInAll() - listing.vulnerabilities().size();
    int suppressed = listing.exposure().suppressed().size() - listing.suppressed().size();
    int related = listing.exposure().leftBehind();
    int contradictions =
        listing.exposure().contradictions().size() - listing.contradictions().size();
    int tags = listing.exposure().labels().tags().leftOut();
    if (events + vulnerabilities + suppressed + related + contradictions + tags == 0) {
      return;
    }
    json.writeObjectFieldStart("left_out");
    json.writeNumberField("related_events", events);
    json.writeNumberField("vulnerabilities", vulnerabilities);
    json.writeNumberField("suppressed", suppressed);
    json.writeNumberField("related_findings", related);
    json.writeNumberField("contradictions", contradictions);
    json.writeNumberField("tags", tags);
    json.writeEndObject();
  }
}
