// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.certificate.CertificateUse;
import io.breakwater.core.exposure.AttackPath;
import io.breakwater.core.resource.Labels;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Tags;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** Resources: where they live, whose they are, and the part they play. */
final class ResourceWriter {
  private static final int ACCOUNT_AWS = 10;
  private static final int ROLE_TARGET = 1;
  private static final int ROLE_AFFECTED = 3;
  private static final int ROLE_RELATED = 4;

  private ResourceWriter() {}

  static void cloud(JsonGenerator json, Resource resource) throws IOException {
    json.writeObjectFieldStart("cloud");
    json.writeStringField("provider", "AWS");
    json.writeStringField("cloud_partition", resource.arn().partition());
    text(json, "region", resource.region());
    account(json, resource);
    json.writeEndObject();
  }

  /** The primary resource, then those that the exposure involves besides. */
  static void resources(
      JsonGenerator json, Resource primary, Labels labels, Optional<Listing> listing)
      throws IOException {
    json.writeArrayFieldStart("resources");
    resource(json, primary, ROLE_TARGET, "Target", labels);
    if (listing.isPresent()) {
      for (var node : listing.get().attackPath().nodes()) {
        var other = node.resource().filter(resource -> !resource.equals(primary));
        if (other.isPresent()) {
          if (node.role() == AttackPath.Role.BLAST_RADIUS) {
            resource(json, other.get(), ROLE_AFFECTED, "Affected");
          } else {
            resource(json, other.get(), ROLE_RELATED, "Related");
          }
        }
      }
    }
    json.writeEndArray();
  }

  /** The certificate, then what would suffer with it. */
  static void certificate(
      JsonGenerator json, Resource certificate, Labels labels, Collection<CertificateUse> uses)
      throws IOException {
    json.writeArrayFieldStart("resources");
    resource(json, certificate, ROLE_TARGET, "Target", labels);
    for (var use : uses) {
      resource(json, use.user(), ROLE_AFFECTED, "Affected", new Labels(Tags.NONE, use.owner()));
    }
    json.writeEndArray();
  }

  private static void resource(JsonGenerator json, Resource resource, int roleId, String role)
      throws IOException {
    resource(json, resource, roleId, role, Labels.NONE);
  }

  private static void resource(
      JsonGenerator json, Resource resource, int roleId, String role, Labels labels)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", resource.arn().toString());
    json.writeStringField("name", resource.arn().name());
    json.writeStringField("type", resource.type().name());
    json.writeStringField("cloud_partition", resource.arn().partition());
    text(json, "region", resource.region());
    json.writeNumberField("role_id", roleId);
    json.writeStringField("role", role);
    if (isSomebodys(resource) || !labels.owner().isEmpty()) {
      json.writeObjectFieldStart("owner");
      text(json, "name", labels.owner());
      account(json, resource);
      json.writeEndObject();
    }
    tags(json, labels.tags());
    json.writeEndObject();
  }

  /** By name; of one without a value that is empty, as OCSF wants there to be one. */
  private static void tags(JsonGenerator json, Tags tags) throws IOException {
    if (tags.values().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("tags");
    for (var tag : tags.values().entrySet()) {
      json.writeStartObject();
      json.writeStringField("name", tag.getKey());
      json.writeStringField("value", tag.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What AWS itself owns, such as its managed policies, belongs to no account. */
  private static boolean isSomebodys(Resource resource) {
    return !resource.account().isEmpty() && Character.isDigit(resource.account().charAt(0));
  }

  private static void account(JsonGenerator json, Resource resource) throws IOException {
    if (isSomebodys(resource)) {
      json.writeObjectFieldStart("account");
      json.writeStringField("uid", resource.account());
      json.writeNumberField("type_id", ACCOUNT_AWS);
      json.writeStringField("type", "AWS Account");
      json.writeEndObject();
    }
  }
}
