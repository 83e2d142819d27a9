// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.time;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.control.Comments;
import io.breakwater.core.control.Signature;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.util.Optional;

/** What people decided about an exposure, with who did and when; absent where nobody did. */
final class DecisionsWriter {
  private DecisionsWriter() {}

  static void write(JsonGenerator json, Revision revision) throws IOException {
    var decided = revision.decided();
    signed(json, "status_decided", decided.inProgress());
    if (decided.severity().isPresent() && revision.exposure().isPresent()) {
      severity(json, decided.severity().get().signature(), revision.exposure().get().severity());
    }
    signed(json, "ticket_requested", decided.ticketRequested());
    comments(json, decided.comments());
  }

  private static void signed(JsonGenerator json, String field, Optional<Signature> by)
      throws IOException {
    if (by.isPresent()) {
      json.writeObjectFieldStart(field);
      signature(json, by.get());
      json.writeEndObject();
    }
  }

  private static void severity(JsonGenerator json, Signature by, Severity computed)
      throws IOException {
    json.writeObjectFieldStart("severity_decided");
    signature(json, by);
    json.writeNumberField("computed_severity_id", computed.ocsfId());
    json.writeStringField("computed_severity", computed.label());
    json.writeEndObject();
  }

  private static void comments(JsonGenerator json, Comments comments) throws IOException {
    if (comments.kept().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("comments");
    for (var said : comments.kept()) {
      json.writeStartObject();
      signature(json, said.signature());
      json.writeStringField("text", said.decision());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("earlier_comments_left_out", comments.leftOut());
  }

  private static void signature(JsonGenerator json, Signature signature) throws IOException {
    json.writeStringField("action", signature.action());
    json.writeStringField("by", signature.by());
    time(json, "time", signature.at());
  }
}
