// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.resource.Resource;
import java.io.IOException;

/** The primary resource: where it lives and whose it is. */
final class ResourceWriter {
  private static final int ACCOUNT_AWS = 10;
  private static final int ROLE_TARGET = 1;

  private ResourceWriter() {}

  static void cloud(JsonGenerator json, Resource resource) throws IOException {
    json.writeObjectFieldStart("cloud");
    json.writeStringField("provider", "AWS");
    json.writeStringField("cloud_partition", resource.arn().partition());
    text(json, "region", resource.region());
    account(json, resource);
    json.writeEndObject();
  }

  static void resources(JsonGenerator json, Resource resource) throws IOException {
    json.writeArrayFieldStart("resources");
    json.writeStartObject();
    json.writeStringField("uid", resource.arn().toString());
    json.writeStringField("name", resource.arn().name());
    json.writeStringField("type", resource.type().name());
    json.writeStringField("cloud_partition", resource.arn().partition());
    text(json, "region", resource.region());
    json.writeNumberField("role_id", ROLE_TARGET);
    json.writeStringField("role", "Target");
    if (!resource.account().isEmpty()) {
      json.writeObjectFieldStart("owner");
      account(json, resource);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void account(JsonGenerator json, Resource resource) throws IOException {
    if (!resource.account().isEmpty()) {
      json.writeObjectFieldStart("account");
      json.writeStringField("uid", resource.account());
      json.writeNumberField("type_id", ACCOUNT_AWS);
      json.writeStringField("type", "AWS Account");
      json.writeEndObject();
    }
  }
}
