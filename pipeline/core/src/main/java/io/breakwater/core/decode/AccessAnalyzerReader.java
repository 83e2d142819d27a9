// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.io.IOException;
import java.util.Map;

/**
 * IAM Access Analyzer findings: external, internal and unused access, as events and as the API
 * gives them one by one. The analyzer rates nothing, so the severity is unknown.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-eventbridge.html">Access
 *     Analyzer events</a>
 */
final class AccessAnalyzerReader implements FindingReader {
  private static final String EXTERNAL = "ExternalAccess";
  private static final String INTERNAL = "InternalAccess";
  private static final String INTERNAL_EVENT = "Internal Access Finding";

  /** What a finding of each type says of its resource: the analyzer itself gives no title. */
  private static final Map<String, String> TITLES =
      Map.of(
          EXTERNAL,
          "allows access from outside the zone of trust",
          INTERNAL,
          "allows access from inside the organization",
          "UnusedPermission",
          "has unused permissions",
          "UnusedIAMRole",
          "is an unused role",
          "UnusedIAMUserAccessKey",
          "has an unused access key",
          "UnusedIAMUserPassword",
          "has an unused password");

  private static final Shape<Finding> ACCESS_DETAILS =
      Shape.<Finding>part()
          .text("isPublic", (finding, value) -> finding.isPublic = value)
          .member("principal", AccessAnalyzerReader::principal);

  private static final Shape<Finding> SHAPE =
      Shape.of(Finding::new)
          .text("id", (finding, value) -> finding.id = value)
          .text("findingId", (finding, value) -> finding.findingId = value)
          .text("findingType", (finding, value) -> finding.type = value)
          .text("resource", (finding, value) -> finding.resource = value)
          .text("resourceType", (finding, value) -> finding.resourceType = value)
          .text("accountId", (finding, value) -> finding.account = value)
          .text("resourceOwnerAccount", (finding, value) -> finding.owner = value)
          .text("region", (finding, value) -> finding.region = value)
          .text("status", (finding, value) -> finding.status = value)
          .text("isDeleted", (finding, value) -> finding.deleted = value)
          .text("error", (finding, value) -> finding.error = value)
          .text("isPublic", (finding, value) -> finding.isPublic = value)
          .member("principal", AccessAnalyzerReader::principal)
          .time("createdAt", (finding, value) -> finding.createdAt = value)
          .time("updatedAt", (finding, value) -> finding.updatedAt = value)
          .time("analyzedAt", (finding, value) -> finding.analyzedAt = value)
          .eachInside(
              "findingDetails",
              Shape.<Finding>part()
                  .inside("externalAccessDetails", ACCESS_DETAILS)
                  .inside("internalAccessDetails", ACCESS_DETAILS));

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(SHAPE.read(parser), envelope));
  }

  private static Part part(Finding finding, Envelope envelope) throws MalformedRecord {
    var uid = Fields.firstOf(finding.id, finding.findingId);
    if (uid.isEmpty()) {
      throw MalformedRecord.missing("id");
    }
    if (finding.resource.isEmpty()) {
      throw MalformedRecord.missing("resource");
    }
    var updatedAt =
        Fields.time("updatedAt", finding.updatedAt, finding.analyzedAt, envelope.time());
    var kind = finding.kind(envelope);
    var signals =
        new SignalsOf(
            Signal.builder()
                .product(Product.ACCESS_ANALYZER)
                .findingUid(uid)
                .state(finding.state())
                .updatedAt(updatedAt)
                .observedAt(envelope.time().orElse(updatedAt))
                .createdAt(Fields.timeOr(updatedAt, finding.createdAt))
                .kind(kind)
                .attribute(Attribute.ACCESS, finding.access(kind))
                .attribute(Attribute.PUBLIC, finding.isPublic())
                .attribute(Attribute.PRINCIPAL, finding.principal)
                .replayed(envelope.replayed()));
    var scope =
        Scope.of(
            Fields.firstOf(finding.account, finding.owner, envelope.account()),
            Fields.firstOf(finding.region, envelope.region()));
    var resource = CanonicalResource.of(finding.resource, finding.resourceType, scope);
    signals.add(
        resource,
        signal -> signal.title(resource.orElseThrow().arn().name() + " " + finding.says(kind)));
    var relations = new StatedRelations();
    resource.ifPresent(found -> finding.relate(found, relations));
    return signals.part(relations.list());
  }

  /** A map such as {@code {"AWS": "111122223333"}}: who, without the sort of who. */
  private static void principal(JsonParser parser, Finding into) throws IOException {
    Shape.expect(parser, JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      if (parser.nextToken() == JsonToken.VALUE_STRING && into.principal.isEmpty()) {
        into.principal = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
  }

  private static final class Finding {
    String id = "";
    String findingId = "";
    String type = "";
    String resource = "";
    String resourceType = "";
    String account = "";
    String owner = "";
    String region = "";
    String status = "";
    String deleted = "";
    String error = "";
    String isPublic = "";
    String principal = "";
    String createdAt = "";
    String updatedAt = "";
    String analyzedAt = "";

    /** Events of external and internal access leave the type to the detail-type. */
    String kind(Envelope envelope) {
      if (!type.isEmpty()) {
        return type;
      }
      return envelope.detailType().equals(INTERNAL_EVENT) ? INTERNAL : EXTERNAL;
    }

    String access(String kind) {
      if (!error.isEmpty()) {
        return "error";
      }
      switch (kind) {
        case EXTERNAL:
          return "external";
        case INTERNAL:
          return "internal";
        default:
          return kind;
      }
    }

    String says(String kind) {
      if (!error.isEmpty()) {
        return "could not be analyzed: " + error;
      }
      return isPublic().equals("true")
          ? "allows public access"
          : TITLES.getOrDefault(kind, "has a finding of type " + kind);
    }

    /** A finding that is archived is of access that is there, and meant to be. */
    void relate(Resource resource, StatedRelations relations) {
      if (state() != SignalState.RESOLVED && error.isEmpty()) {
        ActingPrincipal.named(principal)
            .filter(accessing -> !accessing.equals(resource))
            .ifPresent(
                accessing ->
                    relations.add(
                        accessing,
                        resource.type().equals(ResourceType.IAM_ROLE)
                            ? RelationType.ASSUMES
                            : RelationType.CAN_ACCESS,
                        resource));
      }
    }

    SignalState state() {
      if (Known.ofText(deleted) == Known.YES) {
        return SignalState.RESOLVED;
      }
      switch (status) {
        case "RESOLVED":
          return SignalState.RESOLVED;
        case "ARCHIVED":
          return SignalState.ARCHIVED;
        default:
          return SignalState.ACTIVE;
      }
    }

    String isPublic() {
      switch (Known.ofText(isPublic)) {
        case YES:
          return "true";
        case NO:
          return "false";
        default:
          return "";
      }
    }
  }
}
