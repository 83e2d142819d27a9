// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.catalogue.RecognisedTrait;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Part;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One JSON object a record, for programs. */
final class JsonExplanation implements Explanation {
  private static final JsonFactory JSON = new JsonFactory();

  private final Catalogue catalogue;

  JsonExplanation(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String of(String input, Decoded decoded) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      write(json, input, decoded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator json, String input, Decoded decoded) throws IOException {
    var best = decoded.best();
    json.writeStartObject();
    json.writeStringField("input", input);
    json.writeStringField("format", decoded.format().label());
    json.writeStringField("decision", best.decision().label());
    if (!best.reason().isEmpty()) {
      json.writeStringField("reason", best.reason());
      json.writeStringField("detail", best.detail());
    }
    json.writeArrayFieldStart("signals");
    for (var part : decoded.parts()) {
      for (var signal : part.signals()) {
        signal(json, signal);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("relations");
    for (var part : decoded.parts()) {
      for (var relation : part.relations()) {
        relation(json, relation);
      }
    }
    json.writeEndArray();
    var certificate =
        decoded.parts().stream().flatMap(part -> part.certificate().stream()).findFirst();
    if (certificate.isPresent()) {
      certificate(json, certificate.get());
    }
    if (decoded.parts().size() > 1) {
      parts(json, decoded);
    }
    json.writeEndObject();
  }

  private void signal(JsonGenerator json, Signal signal) throws IOException {
    json.writeStartObject();
    json.writeStringField("findingUid", signal.findingUid());
    json.writeStringField("product", signal.product());
    json.writeObjectFieldStart("resource");
    json.writeStringField("arn", signal.resource().arn().toString());
    json.writeStringField("type", signal.resource().type().name());
    json.writeStringField("account", signal.resource().account());
    json.writeStringField("region", signal.resource().region());
    json.writeEndObject();
    json.writeStringField("severity", signal.severity().label());
    json.writeStringField("state", state(signal.state()));
    json.writeStringField("updatedAt", signal.updatedAt().toString());
    json.writeStringField("title", signal.title());
    json.writeStringField("kind", signal.kind());
    if (!signal.control().isEmpty()) {
      json.writeStringField("control", signal.control());
    }
    json.writeArrayFieldStart("traits");
    for (var recognised : catalogue.recognise(signal)) {
      trait(json, recognised);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Readers know four states: a signal that its resource is gone resolves what was said of it. */
  private static String state(SignalState state) {
    return (state == SignalState.DELETED ? SignalState.RESOLVED : state).label();
  }

  private static void trait(JsonGenerator json, RecognisedTrait recognised) throws IOException {
    var trait = recognised.trait();
    json.writeStartObject();
    json.writeStringField("type", trait.type().label());
    json.writeStringField("id", trait.id());
    json.writeStringField("role", trait.role().contributes() ? "contributing" : "contextual");
    json.writeArrayFieldStart("indicators");
    for (var indicator : recognised.indicators()) {
      json.writeString(indicator);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void relation(JsonGenerator json, Relation relation) throws IOException {
    json.writeStartObject();
    json.writeStringField("from", relation.from().arn().toString());
    json.writeStringField("to", relation.to().arn().toString());
    json.writeStringField("type", relation.type().label());
    json.writeEndObject();
  }

  private static void certificate(JsonGenerator json, CertificateEvent event) throws IOException {
    json.writeObjectFieldStart("certificate");
    json.writeStringField("arn", event.arn().toString());
    json.writeStringField("event", event.type().detailType());
    json.writeStringField("commonName", event.commonName());
    if (event.daysToExpiry().isPresent()) {
      json.writeNumberField("daysToExpiry", event.daysToExpiry().getAsInt());
    }
    json.writeStringField("account", event.account());
    json.writeStringField("region", event.region());
    json.writeEndObject();
  }

  /** What became of each finding, where a record carries several. */
  private static void parts(JsonGenerator json, Decoded decoded) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Part part : decoded.parts()) {
      json.writeStartObject();
      json.writeStringField("decision", part.decision().label());
      json.writeStringField("reason", part.reason());
      json.writeNumberField("signals", part.signals().size());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
