// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.catalogue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Phrase;
import io.breakwater.core.catalogue.RelationPath;
import io.breakwater.core.catalogue.Trait;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** One trait as a JSON object, with everything that its catalogue says of it. */
final class TraitJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Trait trait;
  private final JsonGenerator json;

  private TraitJson(Trait trait, JsonGenerator json) {
    this.trait = trait;
    this.json = json;
  }

  /** In one line, with fields in the order and by the names of the catalogue's files. */
  static String of(Trait trait) throws IOException {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      new TraitJson(trait, json).write();
    }
    return text.toString();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("resourceType", trait.resourceType().name());
    json.writeStringField("id", trait.id());
    json.writeStringField("type", trait.type().label());
    json.writeStringField("role", trait.role().key());
    json.writeStringField("origin", trait.origin().key());
    json.writeStringField("title", trait.title());
    if (trait.phrase().isPresent()) {
      phrase(trait.phrase().get());
    }
    texts("indicators", trait.indicators());
    texts("unless", new TreeSet<>(trait.unless()));
    json.writeStringField("recognisedBy", recognisedBy());
    if (trait.pattern().isPresent()) {
      json.writeFieldName("pattern");
      json.writeTree(JSON.readTree(trait.pattern().get()));
    }
    json.writeArrayFieldStart("via");
    for (var path : trait.via()) {
      path(path);
    }
    json.writeEndArray();
    if (trait.window().isPresent()) {
      json.writeStringField("window", trait.window().get().toString());
    }
    json.writeObjectFieldStart("factors");
    for (var factor : trait.factors().entrySet()) {
      json.writeStringField(factor.getKey().key(), factor.getValue().key());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("impact");
    for (var impact : trait.impacts().entrySet()) {
      json.writeStringField(impact.getKey().key(), impact.getValue().key());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("remediation");
    json.writeStringField("text", trait.remediation());
    json.writeStringField("url", trait.remediationUrl());
    json.writeEndObject();
    json.writeStringField("declaredAt", trait.declaredAt());
    json.writeEndObject();
  }

  private String recognisedBy() {
    if (trait.computed()) {
      return "computed";
    }
    return trait.via().isEmpty() ? "pattern" : "relation";
  }

  private void phrase(Phrase phrase) throws IOException {
    json.writeObjectFieldStart("phrase");
    json.writeStringField(phrase.place().name().toLowerCase(Locale.ROOT), phrase.text());
    texts("hiddenBy", new TreeSet<>(phrase.hiddenBy()));
    json.writeEndObject();
  }

  private void path(RelationPath path) throws IOException {
    json.writeStartArray();
    for (var step : path.steps()) {
      json.writeStartObject();
      json.writeStringField("relation", step.relation().label());
      json.writeStringField("direction", step.against() ? "in" : "out");
      json.writeStringField("resourceType", step.resourceType().name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void texts(String field, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
