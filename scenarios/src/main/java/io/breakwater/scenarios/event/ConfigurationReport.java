// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.hash.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A configuration item, as AWS Config records it: what the resource is now, or that it is gone.
 *
 * @param status Config's word for what became of the resource
 * @param related what the item's relationships name
 * @param properties of the configuration itself, as they are
 */
record ConfigurationReport(String status, Around around, List<Subject> related, JsonNode properties)
    implements Report {
  private static final int UNIQUE_ID_LENGTH = 17;

  static ConfigurationReport of(JsonNode event, Subjects subjects) {
    var said = event.path("configuration");
    var related = new ArrayList<Subject>();
    said.path("related").forEach(name -> related.add(subjects.named(name.asText())));
    return new ConfigurationReport(
        event.path("deleted").asBoolean()
            ? ConfigItem.DELETED
            : said.path("status").asText(ConfigItem.OK),
        Around.of(said),
        related,
        said.path("properties"));
  }

  @Override
  public String key() {
    return "configuration";
  }

  @Override
  public byte[] event(Occasion occasion) {
    var subject = occasion.subject();
    return ConfigItem.event(
        occasion,
        subject.type(),
        status,
        item -> {
          relationships(item.putArray("relationships"));
          if (status.equals(ConfigItem.DELETED)) {
            item.putNull("configuration");
          } else {
            configuration(item.putObject("configuration"), subject);
          }
        });
  }

  private void configuration(ObjectNode configuration, Subject subject) {
    if (subject.type().equals("AWS::EC2::Instance")) { // none is without a network
      configuration.put("vpcId", "vpc-0a1b2c3d4e5f60718");
    }
    if (!around.instanceProfile().isEmpty()) {
      configuration.putObject("iamInstanceProfile").put("arn", around.instanceProfile());
    }
    Written.putIfSaid(configuration, "role", around.role());
    for (var other : related) {
      if (isPolicy(other)) {
        configuration
            .withArray("/attachedManagedPolicies")
            .addObject()
            .put("policyName", other.id())
            .put("policyArn", other.arn());
      }
    }
    if (properties.isObject()) {
      Written.merge(configuration, properties);
    }
  }

  private void relationships(ArrayNode relationships) {
    for (var other : related) {
      var relationship = relationships.addObject().put("resourceType", other.type());
      var prefix = uniqueIdPrefix(other.type());
      if (prefix.isEmpty()) {
        relationship.put("resourceId", other.id());
      } else {
        relationship.put("resourceId", prefix + uniqueId(other)).put("resourceName", other.id());
      }
      relationship.put("name", "Is associated with " + kind(other.type()));
    }
  }

  private static boolean isPolicy(Subject subject) {
    return subject.type().equals("AWS::IAM::Policy");
  }

  /** How ids begin that stand in the place of names (observed); empty for a type without them. */
  private static String uniqueIdPrefix(String type) {
    return switch (type) {
      case "AWS::IAM::User" -> "AIDA";
      case "AWS::IAM::Role" -> "AROA";
      case "AWS::IAM::Group" -> "AGPA";
      case "AWS::IAM::Policy" -> "ANPA";
      case "AWS::IAM::InstanceProfile" -> "AIPA";
      case "AWS::RDS::DBInstance" -> "db-";
      case "AWS::RDS::DBCluster" -> "cluster-";
      default -> "";
    };
  }

  private static String uniqueId(Subject subject) {
    return Sha256.identity(subject.arn()).substring(0, UNIQUE_ID_LENGTH).toUpperCase(Locale.ROOT);
  }

  private static String kind(String type) {
    return type.substring(type.lastIndexOf(':') + 1);
  }
}
