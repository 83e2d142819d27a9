// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.exposure.AttackPath;
import io.breakwater.core.exposure.ChokePoint;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code choke_points}: what the end of each contributing trait would do, here and there. */
final class ChokePointWriter {
  private ChokePointWriter() {}

  static void write(JsonGenerator json, Listing listing) throws IOException {
    json.writeArrayFieldStart("choke_points");
    for (var point : listing.chokePoints()) {
      json.writeStartObject();
      json.writeStringField("trait", point.trait().id());
      effect(json, point.after());
      var origins = listing.origins(point);
      json.writeArrayFieldStart("origins");
      for (var origin : origins) {
        origin(json, origin);
      }
      json.writeEndArray();
      if (point.originsInAll() > origins.size()) {
        json.writeNumberField("origins_left_out", point.originsInAll() - origins.size());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void origin(JsonGenerator json, ChokePoint.Origin origin) throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", origin.resource().arn().toString());
    json.writeStringField("type", origin.resource().type().name());
    if (origin.path().isPresent()) {
      var hops = origin.path().get().hops();
      texts(json, "path", hops.stream().map(AttackPath::uidOf).collect(Collectors.toList()));
    }
    effect(json, origin.after());
    if (origin.leftBehind() > 0) {
      json.writeNumberField("left_behind", origin.leftBehind());
    }
    json.writeEndObject();
  }

  private static void effect(JsonGenerator json, Optional<Severity> after) throws IOException {
    json.writeStringField("severity_after", after.map(Severity::label).orElse("None"));
    json.writeBooleanField("closes", ChokePoint.closes(after));
  }
}
