// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Bucket;
import io.breakwater.demo.finding.Finding;
import io.breakwater.demo.finding.Severity;
import io.breakwater.demo.finding.Status;
import io.breakwater.demo.finding.Weakness.SensitiveObject;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * {@code Macie Finding}: sensitive data in an object, or a bucket that everyone may read.
 *
 * @see <a href="https://docs.aws.amazon.com/macie/latest/user/findings-publish-event-schemas.html">
 *     Macie events</a>
 */
final class MacieEvent {
  private MacieEvent() {}

  static byte[] of(Finding finding, Occasion occasion) {
    return EventBridge.event(
        "aws.macie",
        "Macie Finding",
        finding.subject().place(),
        occasion,
        List.of(),
        detail -> detail(detail, finding, (Bucket) finding.subject()));
  }

  static String type(Finding finding) {
    if (!(finding.weakness() instanceof SensitiveObject found)) {
      return "Policy:IAMUser/S3BucketPublic";
    }
    return "SensitiveData:S3Object/"
        + switch (found.category()) {
          case "PERSONAL_INFORMATION" -> "Personal";
          case "FINANCIAL_INFORMATION" -> "Financial";
          default -> "Credentials";
        };
  }

  static String title(Finding finding) {
    return finding.weakness() instanceof SensitiveObject
        ? "The S3 object contains sensitive data"
        : "The S3 bucket is publicly accessible";
  }

  static String description(Finding finding) {
    if (finding.weakness() instanceof SensitiveObject found) {
      return "The S3 object contains "
          + found.count()
          + " occurrences of "
          + found.detection()
          + ", which is data of the category "
          + found.category()
          + ".";
    }
    return "A bucket policy or access control list of the S3 bucket lets everyone on the internet"
        + " read its objects, and block public access is off for the bucket and for the account.";
  }

  private static void detail(Json detail, Finding finding, Bucket bucket) {
    var place = finding.subject().place();
    var severity = finding.weakness().severity();
    detail
        .put("schemaVersion", "1.0")
        .put("id", finding.id())
        .put("accountId", place.account().id())
        .put("partition", "aws")
        .put("region", place.region())
        .put("type", type(finding))
        .put("title", title(finding))
        .put("description", description(finding))
        .object(
            "severity",
            json ->
                json.put("score", severity == Severity.HIGH ? 3 : 2)
                    .put("description", severity.label()))
        .put("createdAt", finding.since().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("updatedAt", finding.updated().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("count", finding.count())
        .object("resourcesAffected", affected -> affected(affected, finding, bucket));
    if (finding.weakness() instanceof SensitiveObject found) {
      detail.put("category", "CLASSIFICATION");
      detail.object("classificationDetails", details -> classification(details, finding, found));
      detail.putNull("policyDetails");
    } else {
      detail.put("category", "POLICY").putNull("classificationDetails");
      detail.object("policyDetails", details -> policy(details, finding));
    }
    detail.put("sample", false).put("archived", finding.status() != Status.OPEN);
  }

  private static void affected(Json affected, Finding finding, Bucket bucket) {
    boolean isPublic = !(finding.weakness() instanceof SensitiveObject) && finding.isOpen();
    affected.object(
        "s3Bucket",
        s3 ->
            s3.put("arn", bucket.arn())
                .put("name", bucket.name())
                .put("createdAt", Written.millis(bucket.created()))
                .object(
                    "owner",
                    owner ->
                        owner
                            .put("displayName", bucket.tags().team())
                            .put("id", bucket.keyId().replace("-", "").repeat(2)))
                .tags("tags", bucket.tags().asMap(), "key", "value")
                .object("defaultServerSideEncryption", encryption -> encryption(encryption, bucket))
                .object("publicAccess", access -> access(access, isPublic))
                .put("allowsUnencryptedObjectUploads", "TRUE"));
    if (finding.weakness() instanceof SensitiveObject found) {
      affected.object("s3Object", object -> object(object, finding, bucket, found));
    } else {
      affected.putNull("s3Object");
    }
  }

  private static void encryption(Json encryption, Bucket bucket) {
    encryption.put("encryptionType", "aws:kms").put("kmsMasterKeyId", bucket.keyArn());
  }

  private static void access(Json access, boolean isPublic) {
    access.object(
        "permissionConfiguration",
        configuration ->
            configuration
                .object(
                    "bucketLevelPermissions",
                    bucket ->
                        bucket
                            .object("accessControlList", list -> allows(list, false))
                            .object("bucketPolicy", policy -> allows(policy, isPublic))
                            .object("blockPublicAccess", block -> blocks(block, !isPublic)))
                .object(
                    "accountLevelPermissions",
                    account -> account.object("blockPublicAccess", block -> blocks(block, false))));
    access.put("effectivePermission", isPublic ? "PUBLIC" : "NOT_PUBLIC");
  }

  private static void allows(Json permissions, boolean read) {
    permissions.put("allowsPublicReadAccess", read).put("allowsPublicWriteAccess", false);
  }

  private static void blocks(Json block, boolean blocked) {
    block
        .put("ignorePublicAcls", blocked)
        .put("restrictPublicBuckets", blocked)
        .put("blockPublicAcls", blocked)
        .put("blockPublicPolicy", blocked);
  }

  private static void object(Json object, Finding finding, Bucket bucket, SensitiveObject found) {
    object
        .put("bucketArn", bucket.arn())
        .put("key", found.key())
        .put("path", bucket.name() + "/" + found.key())
        .put("extension", found.key().substring(found.key().lastIndexOf('.') + 1))
        .put("lastModified", Written.millis(bucket.created()))
        .put("versionId", "")
        .object("serverSideEncryption", encryption -> encryption(encryption, bucket))
        .put("size", 4750)
        .put("storageClass", "STANDARD")
        .tags("tags", bucket.tags().asMap(), "key", "value")
        .put("publicAccess", false)
        .put("etag", finding.id());
  }

  private static void classification(Json details, Finding finding, SensitiveObject found) {
    details
        .put(
            "jobArn", finding.subject().place().arn("macie2", "classification-job/" + finding.id()))
        .put("jobId", finding.id())
        .object("result", result -> result(result, found))
        .put("originType", "SENSITIVE_DATA_DISCOVERY_JOB");
  }

  private static void result(Json result, SensitiveObject found) {
    result
        .object("status", status -> status.put("code", "COMPLETE").putNull("reason"))
        .put("sizeClassified", 4750)
        .put("mimeType", "text/csv")
        .put("additionalOccurrences", true)
        .only(
            "sensitiveData",
            data ->
                data.put("category", found.category())
                    .put("totalCount", found.count())
                    .only("detections", detection -> detection(detection, found)))
        .object(
            "customDataIdentifiers",
            custom -> custom.put("totalCount", 0).texts("detections", List.of()));
  }

  private static void detection(Json detection, SensitiveObject found) {
    detection
        .put("type", found.detection())
        .put("count", found.count())
        .object(
            "occurrences",
            occurrences ->
                occurrences
                    .putNull("lineRanges")
                    .putNull("pages")
                    .each(
                        "cells",
                        List.of(2, 3, 4),
                        (cell, row) ->
                            cell.put("row", row)
                                .put("column", 1)
                                .put("columnName", found.detection())
                                .putNull("cellReference")));
  }

  private static void policy(Json details, Finding finding) {
    details.object(
        "action",
        action ->
            action
                .put("actionType", "AWS_API_CALL")
                .object(
                    "apiCallDetails",
                    call ->
                        call.put("api", "PutBucketPolicy")
                            .put("apiServiceName", "s3.amazonaws.com")
                            .put("firstSeen", Written.millis(finding.since()))
                            .put("lastSeen", Written.millis(finding.seen()))));
  }
}
