// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.text;
import static io.breakwater.core.ocsf.Fields.time;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.Trait;
import io.breakwater.core.choke.Effect;
import io.breakwater.core.choke.Resting;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * A choke point that exposures share, one JSON object without line breaks. OCSF has no class for
 * it; the form is described in {@code schemas/records/choke-point.schema.json}.
 */
public final class SharedChokePointWriter {
  private static final int SCHEMA_VERSION = 1;
  private static final int TYPICAL_BYTES = 2048;
  private static final JsonFactory JSON = new JsonFactory();

  private final Catalogue catalogue;

  public SharedChokePointWriter(Catalogue catalogue) {
    this.catalogue = Objects.requireNonNull(catalogue);
  }

  /**
   * In UTF-8, of some kilobytes; withdrawn when it is not {@linkplain SharedChokePoint#isShared
   * shared}.
   */
  public byte[] toJson(SharedChokePoint point) {
    var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("schema_version", SCHEMA_VERSION);
      json.writeStringField("uid", point.uid());
      json.writeStringField("revision_uid", point.revisionUid());
      json.writeStringField("status", point.isShared() ? "open" : "withdrawn");
      time(json, "time", point.at());
      json.writeBooleanField("replay", point.replayed());
      json.writeStringField("catalogue_version", catalogue.version());
      json.writeFieldName("resource");
      resource(json, point.origin());
      json.writeStringField("trait", point.trait());
      json.writeNumberField("exposures", point.exposures());
      if (point.isShared()) {
        effects(json, point);
        worst(json, point);
        var trait = traitOf(point);
        if (trait.isPresent()) {
          remediation(json, trait.get());
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take bytes", e);
    }
    return bytes.toByteArray();
  }

  private static void resource(JsonGenerator json, Resource resource) throws IOException {
    var arn = resource.arn();
    json.writeStartObject();
    json.writeStringField("uid", arn.toString());
    json.writeStringField("name", arn.name());
    json.writeStringField("type", resource.type().name());
    text(json, "account", arn.account());
    text(json, "region", arn.region());
    json.writeEndObject();
  }

  private static void effects(JsonGenerator json, SharedChokePoint point) throws IOException {
    json.writeNumberField("closes", point.closes());
    json.writeNumberField("lowers", point.lowers());
    json.writeNumberField("unchanged", point.exposures() - point.closes() - point.lowers());
    json.writeNumberField("uncertain", point.uncertain());
    json.writeArrayFieldStart("effects");
    for (var entry : point.effects().entrySet()) {
      json.writeStartObject();
      effect(json, entry.getKey());
      json.writeNumberField("exposures", entry.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void effect(JsonGenerator json, Effect effect) throws IOException {
    json.writeStringField("severity", effect.severity().label());
    json.writeStringField("severity_after", effect.after().map(Severity::label).orElse("None"));
    json.writeBooleanField("closes", effect.closes());
  }

  private static void worst(JsonGenerator json, SharedChokePoint point) throws IOException {
    json.writeArrayFieldStart("worst");
    for (var resting : point.worst()) {
      json.writeStartObject();
      json.writeStringField("uid", resting.exposureUid());
      json.writeFieldName("resource");
      resource(json, resting.exposed());
      effect(json, resting.effect());
      if (resting.effect().isUncertain()) {
        json.writeNumberField("left_behind", resting.effect().leftBehind());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("left_out", point.exposures() - point.worst().size());
  }

  /** As the worst exposure has it: resources of another type may have it worded otherwise. */
  private Optional<Trait> traitOf(SharedChokePoint point) {
    return point.worst().stream()
        .map(Resting::exposed)
        .flatMap(exposed -> catalogue.rulesFor(exposed.type()).stream())
        .flatMap(rules -> rules.trait(point.trait()).stream())
        .findFirst();
  }

  private static void remediation(JsonGenerator json, Trait trait) throws IOException {
    json.writeStringField("category", trait.type().label());
    json.writeObjectFieldStart("remediation");
    json.writeStringField("desc", trait.remediation());
    text(json, "reference", trait.remediationUrl());
    json.writeEndObject();
  }
}
