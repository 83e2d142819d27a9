// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.trait.Withdrawal;
import java.io.IOException;
import java.util.Locale;

/**
 * {@code unmapped}: what OCSF has no place for. How the severity came about, why evidence went
 * away, by which catalogue, and whether all of it is a replay.
 */
final class ExplanationWriter {
  private final Catalogue catalogue;

  ExplanationWriter(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  void write(JsonGenerator json, Revision revision) throws IOException {
    json.writeObjectFieldStart("unmapped");
    json.writeStringField("catalogue_version", catalogue.version());
    json.writeBooleanField("replay", revision.replayed());
    if (revision.withdrawal().isPresent()) {
      boolean closed = revision.activity() == Revision.Activity.CLOSE;
      withdrawal(json, closed ? "closed" : "withdrawn", revision.withdrawal().get());
    }
    json.writeStringField("likelihood", revision.announced().likelihood().label());
    if (revision.exposure().isPresent()) {
      severity(json, revision.exposure().get());
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

  private void severity(JsonGenerator json, Exposure exposure) throws IOException {
    var likelihood = exposure.likelihood();
    int omitted = ListedEvidence.of(exposure).omitted();
    if (omitted > 0) {
      json.writeNumberField("related_events_omitted", omitted);
    }
    json.writeObjectFieldStart("severity_explained");
    json.writeStringField("model_version", catalogue.severity().version());
    json.writeNumberField("likelihood_score", Math.round(likelihood.score() * 100) / 100.0);
    json.writeStringField("deciding_trait", likelihood.traitId());
    json.writeStringField("deciding_finding", likelihood.findingUid());
    json.writeArrayFieldStart("factors");
    for (var factor : likelihood.factors()) {
      factor(json, factor);
    }
    json.writeEndArray();
    json.writeStringField("impact", exposure.impact().label());
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
    json.writeStartObject();
    json.writeStringField("id", factor.factor().key());
    json.writeStringField("name", catalogue.severity().nameOf(factor.factor()));
    json.writeStringField("value", factor.level().map(level -> level.label()).orElse("Unknown"));
    json.writeNumberField("weight", catalogue.severity().weightOf(factor.factor()));
    json.writeStringField("reason", factor.reason());
    texts(json, "signals", factor.signals());
    json.writeEndObject();
  }
}
