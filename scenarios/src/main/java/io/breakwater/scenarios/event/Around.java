// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a finding's details say of the things around its resource; empty where they say nothing.
 *
 * @param instanceProfile its ARN
 * @param role its ARN
 * @param more what else it says of its resource, as its format has it
 */
record Around(String instanceProfile, String role, JsonNode more) {
  static final Around NOTHING = new Around("", "", MissingNode.getInstance());

  static Around of(JsonNode event) {
    return new Around(
        arn("instance-profile/", event.path("instanceProfile").asText()),
        arn("role/", event.path("role").asText()),
        event.path("resource"));
  }

  private static String arn(String kind, String name) {
    return name.isEmpty() || name.startsWith("arn:") ? name : Place.globalArn("iam", kind + name);
  }

  void writeAsff(ObjectNode resource) {
    if (!instanceProfile.isEmpty()) {
      resource.withObject("/Details/AwsEc2Instance").put("IamInstanceProfileArn", instanceProfile);
    }
    if (!role.isEmpty()) {
      resource.withObject("/Details/AwsLambdaFunction").put("Role", role);
    }
    writeMore(resource);
  }

  /** AWS's extension describes an instance as a device; of functions it names no role. */
  void writeOcsf(ObjectNode resource) {
    if (!instanceProfile.isEmpty()) {
      resource.withObject("/device/instance_profile").put("uid_alt", instanceProfile);
    }
    writeMore(resource);
  }

  void writeMore(ObjectNode resource) {
    if (more.isObject()) {
      Written.merge(resource, more);
    }
  }
}
