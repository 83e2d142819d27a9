// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A finding of Inspector in its own format, and its ids in Security Hub's.
 *
 * @see <a href="https://docs.aws.amazon.com/inspector/latest/user/eventbridge-integration.html">
 *     Inspector events</a>
 */
record Inspector(String type, String title) {
  static String arn(Occasion occasion) {
    return Place.arn("inspector2", "finding/" + occasion.finding());
  }

  ObjectNode finding(Occasion occasion, String severity, String status, Around around) {
    var finding =
        Written.object()
            .put("findingArn", arn(occasion))
            .put("awsAccountId", occasion.subject().account())
            .put("type", type)
            .put("title", title)
            .put("description", title)
            .put("severity", severity.toUpperCase(Locale.ROOT))
            .put("status", status)
            .put("firstObservedAt", Written.inspectorTime(occasion.created()))
            .put("lastObservedAt", Written.inspectorTime(occasion.updated()))
            .put("updatedAt", Written.inspectorTime(occasion.updated()));
    resource(finding.putArray("resources").addObject(), occasion.subject(), around);
    return finding;
  }

  private static void resource(ObjectNode resource, Subject subject, Around around) {
    resource.put("id", id(subject)).put("partition", "aws").put("region", subject.region());
    resource.put("type", type(subject));
    if (!around.instanceProfile().isEmpty()) {
      resource
          .withObject("/details/awsEc2Instance")
          .put("iamInstanceProfileArn", around.instanceProfile());
    }
    if (!around.role().isEmpty()) {
      resource.withObject("/details/awsLambdaFunction").put("executionRoleArn", around.role());
    }
    around.writeMore(resource);
  }

  /** An instance by its id, a function by the ARN of its latest version, as observed. */
  private static String id(Subject subject) {
    return switch (subject.type()) {
      case "AWS::EC2::Instance" -> subject.id();
      case "AWS::Lambda::Function" -> subject.arn() + ":$LATEST";
      default -> subject.arn();
    };
  }

  private static String type(Subject subject) {
    return switch (subject.type()) {
      case "AWS::EC2::Instance" -> "AWS_EC2_INSTANCE";
      case "AWS::Lambda::Function" -> "AWS_LAMBDA_FUNCTION";
      default -> "AWS_ECR_CONTAINER_IMAGE";
    };
  }

  byte[] event(Occasion occasion, ObjectNode finding) {
    return Written.event(
        "aws.inspector2", "Inspector2 Finding", occasion, id(occasion.subject()), finding);
  }
}
