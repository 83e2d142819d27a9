// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.format;

import io.breakwater.demo.estate.Policy;
import io.breakwater.demo.estate.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * What Config records of permissions: the documents are percent-encoded there, as IAM gives them.
 */
final class PolicyItems {
  private PolicyItems() {}

  static void write(Json json, Policy policy) {
    json.put("policyName", policy.role().policyName())
        .put("policyId", policy.configId())
        .put("arn", policy.arn())
        .put("path", "/")
        .put("defaultVersionId", "v1")
        .put("attachmentCount", 1)
        .put("isAttachable", true)
        .only(
            "policyVersionList",
            version ->
                version
                    .put("versionId", "v1")
                    .put("isDefaultVersion", true)
                    .put("document", encoded(statement -> permissions(statement, policy))));
  }

  private static void permissions(Json statement, Policy policy) {
    statement.put("Effect", "Allow");
    if (policy.administrative()) {
      statement.put("Action", "*").put("Resource", "*");
    } else if (policy.reads().isEmpty()) {
      statement
          .texts("Action", List.of("logs:CreateLogStream", "logs:PutLogEvents"))
          .put("Resource", policy.place().arn("logs", "log-group:" + policy.tags().application()));
    } else {
      statement
          .texts("Action", List.of("s3:GetObject", "s3:ListBucket"))
          .texts(
              "Resource",
              policy.reads().stream()
                  .flatMap(bucket -> List.of(bucket.arn(), bucket.arn() + "/*").stream())
                  .toList());
    }
  }

  /** Who may take the role. */
  static String trust(Role role) {
    return encoded(
        statement ->
            statement
                .put("Effect", "Allow")
                .object(
                    "Principal",
                    principal ->
                        principal.texts(
                            "Service", List.of("ec2.amazonaws.com", "lambda.amazonaws.com")))
                .put("Action", "sts:AssumeRole")
                .put("Sid", role.tags().application()));
  }

  private static String encoded(Consumer<Json> statement) {
    var document =
        Json.document(json -> json.put("Version", "2012-10-17").only("Statement", statement));
    return URLEncoder.encode(new String(document, StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
