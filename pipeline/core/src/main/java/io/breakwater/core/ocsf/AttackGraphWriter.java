// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.exposure.AttackPath;
import io.breakwater.core.relation.Basis;
import java.io.IOException;

/** {@code finding_info.attack_graph}: the attack path, with why each edge of it is there. */
final class AttackGraphWriter {
  private AttackGraphWriter() {}

  /** Nothing for an exposure of a resource by itself. */
  static void write(JsonGenerator json, String exposureUid, AttackPath path) throws IOException {
    if (!path.leadsAnywhere()) {
      return;
    }
    json.writeObjectFieldStart("attack_graph");
    json.writeStringField("uid", exposureUid);
    json.writeStringField("type", "Attack path");
    json.writeBooleanField("is_directed", true);
    json.writeArrayFieldStart("nodes");
    for (var node : path.nodes()) {
      node(json, node);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    for (var edge : path.edges()) {
      edge(json, edge);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void node(JsonGenerator json, AttackPath.Node node) throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", node.uid());
    json.writeStringField("name", node.name());
    json.writeStringField("type", node.type());
    json.writeObjectFieldStart("data");
    json.writeStringField("role", node.role().label());
    texts(json, "traits", node.traits());
    if (!node.steps().isEmpty()) {
      json.writeArrayFieldStart("steps");
      for (var step : node.steps()) {
        json.writeStartObject();
        json.writeStringField("uid", step.id());
        json.writeStringField("type", step.type());
        json.writeStringField("configuration", step.configuration().label());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void edge(JsonGenerator json, AttackPath.Edge edge) throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", edge.uid());
    json.writeStringField("source", edge.source());
    json.writeStringField("target", edge.target());
    json.writeStringField("relation", edge.relation());
    json.writeBooleanField("is_directed", true);
    json.writeObjectFieldStart("data");
    json.writeStringField("reason", edge.reason());
    basis(json, edge.basis());
    if (edge.isComputed()) {
      json.writeBooleanField("computed", true);
    }
    if (edge.isUnknown()) {
      json.writeBooleanField("unknown", true);
    }
    texts(json, "traits", edge.traits());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void basis(JsonGenerator json, Basis basis) throws IOException {
    json.writeObjectFieldStart("rests_on");
    json.writeStringField(
        "type", basis.kind() == Basis.Kind.FINDING ? "Finding" : "ResourceConfiguration");
    json.writeStringField("product", ProductWriter.name(basis.product()));
    json.writeStringField("uid", basis.uid());
    json.writeEndObject();
  }
}
