// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import com.fasterxml.jackson.core.JsonParser;
import io.breakwater.core.json.MalformedRecord;
import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.resource.Tags;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Amazon Macie findings, of sensitive data and of policies. Both are of the bucket: an object with
 * sensitive data makes its bucket one that holds it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/macie/latest/user/findings-publish-event-schemas.html">Macie
 *     events</a>
 */
final class MacieReader implements FindingReader {
  private static final Shape<Finding> SHAPE =
      Shape.of(Finding::new)
          .text("id", (finding, value) -> finding.id = value)
          .text("accountId", (finding, value) -> finding.account = value)
          .text("partition", (finding, value) -> finding.partition = value)
          .text("region", (finding, value) -> finding.region = value)
          .text("type", (finding, value) -> finding.type = value)
          .text("title", (finding, value) -> finding.title = value)
          .text("createdAt", (finding, value) -> finding.createdAt = value)
          .text("updatedAt", (finding, value) -> finding.updatedAt = value)
          .text("archived", (finding, value) -> finding.archived = value)
          .text("sample", (finding, value) -> finding.sample = value)
          .inside(
              "severity",
              Shape.<Finding>part()
                  .text("description", (finding, value) -> finding.severity = value)
                  .number("score", (finding, value) -> finding.score = value))
          .inside(
              "resourcesAffected",
              Shape.<Finding>part()
                  .inside(
                      "s3Bucket",
                      Shape.<Finding>part()
                          .text("arn", (finding, value) -> finding.bucketArn = value)
                          .text("name", (finding, value) -> finding.bucketName = value)
                          .member(
                              "tags",
                              TagReader.<Finding>reader((finding, tags) -> finding.tags = tags))
                          .inside(
                              "publicAccess",
                              Shape.<Finding>part()
                                  .text("effectivePermission", (finding, v) -> finding.access = v)))
                  .inside(
                      "s3Object",
                      Shape.<Finding>part()
                          .text("bucketArn", (finding, value) -> finding.objectBucketArn = value)))
          .inside(
              "classificationDetails",
              Shape.<Finding>part()
                  .inside(
                      "result",
                      Shape.<Finding>part()
                          .eachInside(
                              "sensitiveData",
                              Shape.<Finding>part().text("category", Finding::holds))
                          .inside(
                              "customDataIdentifiers",
                              Shape.<Finding>part()
                                  .number("totalCount", Finding::holdsCustomIdentifiers))));

  @Override
  public void read(JsonParser parser, Envelope envelope, Decoded.Builder into) throws IOException {
    into.add(part(SHAPE.read(parser), envelope));
  }

  private static Part part(Finding finding, Envelope envelope) throws MalformedRecord {
    if (finding.id.isEmpty()) {
      throw MalformedRecord.missing("id");
    }
    if (finding.bucket().isEmpty()) {
      throw MalformedRecord.missing("resourcesAffected.s3Bucket");
    }
    var updatedAt = Fields.time("updatedAt", finding.updatedAt, finding.createdAt, envelope.time());
    var signals =
        new SignalsOf(
            Signal.builder()
                .product(Product.MACIE)
                .findingUid(finding.id)
                .severity(finding.severity())
                .state(isTrue(finding.archived) ? SignalState.ARCHIVED : SignalState.ACTIVE)
                .updatedAt(updatedAt)
                .observedAt(envelope.time().orElse(updatedAt))
                .createdAt(Fields.timeOr(updatedAt, finding.createdAt))
                .title(finding.title)
                .kind(finding.type)
                .attribute(Attribute.SENSITIVE_DATA, finding.worstCategory)
                .attribute(Attribute.PUBLIC, finding.isPublic())
                .attribute(Attribute.SAMPLE, isTrue(finding.sample) ? "true" : "")
                .replayed(envelope.replayed()));
    signals.add(resource(finding, envelope), signal -> signal.tagsIfAny(finding.tags));
    return signals.part(List.of());
  }

  private static Optional<Resource> resource(Finding finding, Envelope envelope) {
    var scope =
        Scope.of(
            finding.partition,
            Fields.firstOf(finding.account, envelope.account()),
            Fields.firstOf(finding.region, envelope.region()));
    return CanonicalResource.of(finding.bucket(), ResourceType.S3_BUCKET.name(), scope);
  }

  private static boolean isTrue(String text) {
    return Known.ofText(text) == Known.YES;
  }

  private static final class Finding {
    String id = "";
    String account = "";
    String partition = "";
    String region = "";
    String type = "";
    String title = "";
    String createdAt = "";
    String updatedAt = "";
    String archived = "";
    String sample = "";
    String severity = "";
    double score = Double.NaN;
    String bucketArn = "";
    String bucketName = "";
    String objectBucketArn = "";
    String access = "";
    String worstCategory = "";
    Tags tags = Tags.NONE;

    String bucket() {
      return Fields.firstOf(bucketArn, bucketName, objectBucketArn);
    }

    /** The word, else the number: 1 is low, 2 medium, 3 high. */
    Severity severity() {
      var byWord = Severity.ofLabel(severity);
      if (byWord != Severity.UNKNOWN || Double.isNaN(score)) {
        return byWord;
      }
      switch ((int) score) {
        case 1:
          return Severity.LOW;
        case 2:
          return Severity.MEDIUM;
        case 3:
          return Severity.HIGH;
        default:
          return Severity.UNKNOWN;
      }
    }

    void holds(String category) {
      worstCategory = SensitiveCategory.worse(worstCategory, category);
    }

    void holdsCustomIdentifiers(double count) {
      if (count > 0) {
        holds(SensitiveCategory.CUSTOM);
      }
    }

    String isPublic() {
      switch (access) {
        case "PUBLIC":
          return "true";
        case "NOT_PUBLIC":
          return "false";
        default:
          return "";
      }
    }
  }
}
