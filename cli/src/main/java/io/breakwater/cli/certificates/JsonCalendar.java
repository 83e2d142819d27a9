// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.certificates;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.signal.Known;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** The calendar as one JSON object, with every certificate in it. */
final class JsonCalendar {
  private static final JsonFactory JSON = new JsonFactory();

  private final Calendar calendar;

  JsonCalendar(Calendar calendar) {
    this.calendar = calendar;
  }

  String text() {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("asOf", calendar.asOf().toString());
      json.writeNumberField("alerts", calendar.alerts().size());
      json.writeNumberField("upcoming", calendar.upcoming().size());
      json.writeArrayFieldStart("certificates");
      for (var standing : calendar.standings()) {
        certificate(json, standing);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void certificate(JsonGenerator json, CertificateStanding standing) throws IOException {
    var certificate = standing.certificate();
    json.writeStartObject();
    json.writeStringField("arn", certificate.arn().toString());
    json.writeStringField("name", certificate.name());
    json.writeStringField("account", certificate.arn().account());
    json.writeStringField("region", certificate.arn().region());
    json.writeStringField("state", standing.state().key());
    json.writeStringField("origin", standing.origin().key());
    instant(json, "endsAt", standing.issue().expiry());
    if (standing.daysLeft().isPresent()) {
      json.writeNumberField("daysLeft", standing.daysLeft().getAsInt());
      json.writeBooleanField("exact", standing.issue().isExact());
    }
    if (standing.issue().validityDays().isPresent()) {
      json.writeNumberField("validityDays", standing.issue().validityDays().getAsInt());
    }
    instant(json, "renewalStartsAt", calendar.renewalStarts(standing));
    instant(json, "renewalOverdueAt", calendar.renewalOverdue(standing));
    known(json, "inUse", standing.inUse());
    known(json, "exported", standing.exported());
    known(json, "internet", standing.internet());
    json.writeArrayFieldStart("usedBy");
    for (var user : certificate.usedBy().keySet()) {
      json.writeString(user);
    }
    json.writeEndArray();
    if (standing.alert().isPresent()) {
      var alert = standing.alert().get();
      json.writeObjectFieldStart("alert");
      json.writeStringField("severity", alert.severity().label());
      json.writeStringField("title", alert.title());
      json.writeArrayFieldStart("causes");
      for (var cause : alert.causes()) {
        json.writeString(cause.key());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("untold");
    for (var reason : calendar.untold(standing)) {
      json.writeString(reason);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void instant(JsonGenerator json, String name, Optional<Instant> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    }
  }

  /** Nobody said is not the same as no. */
  private static void known(JsonGenerator json, String name, Known value) throws IOException {
    if (value != Known.UNKNOWN) {
      json.writeBooleanField(name, value == Known.YES);
    }
  }
}
