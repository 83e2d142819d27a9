// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an ARN by itself tells: which resource it really names, and of which type.
 *
 * <p>What no rule covers stays as it was written.
 */
final class ArnRules {
  private static final Pattern LOG_GROUP = Pattern.compile("(log-group:[^:*]+):\\*");

  private ArnRules() {}

  static Arn canonical(Arn arn) {
    switch (arn.service()) {
      case "lambda":
        return withoutQualifier(arn);
      case "s3":
        return bucketOfObject(arn);
      case "sts":
        return roleOfSession(arn);
      case "ec2":
        return ec2(arn);
      case "ecr":
        return imageByDigest(arn);
      case "dynamodb":
        return tableOfIndex(arn);
      case "logs":
        return logGroup(arn);
      default:
        return arn;
    }
  }

  static Optional<ResourceType> typeOf(Arn arn) {
    return arn.service().equals("ecr") && arn.resource().indexOf(':') > 0
        ? Optional.of(ResourceType.ECR_IMAGE)
        : ArnForm.matching(arn).map(ArnForm::type);
  }

  /** {@code function:name:$LATEST}, {@code :alias} and {@code :7} are one function. */
  private static Arn withoutQualifier(Arn arn) {
    var parts = arn.resource().split(":", -1);
    return parts.length == 3 && parts[0].equals("function")
        ? arn.withResource(parts[0] + ":" + parts[1])
        : arn;
  }

  /** Only objects have neither region nor account and a slash; access points have both. */
  private static Arn bucketOfObject(Arn arn) {
    int slash = arn.resource().indexOf('/');
    return slash > 0 && arn.region().isEmpty() && arn.account().isEmpty()
        ? arn.withResource(arn.resource().substring(0, slash))
        : arn;
  }

  /** A digest after a tag says all that the tag does. */
  private static Arn imageByDigest(Arn arn) {
    int digest = arn.resource().indexOf("@sha256:");
    if (digest < 0) {
      return arn;
    }
    var name = arn.resource().substring(0, digest);
    int tag = name.indexOf(':');
    return arn.withResource(
        (tag < 0 ? name : name.substring(0, tag)) + '/' + arn.resource().substring(digest + 1));
  }

  private static Arn tableOfIndex(Arn arn) {
    int index = arn.resource().indexOf("/index/");
    return index > 0 ? arn.withResource(arn.resource().substring(0, index)) : arn;
  }

  /** A session's ARN leaves out the path of its role, so the role's here has none either. */
  private static Arn roleOfSession(Arn arn) {
    var parts = arn.resource().split("/", -1);
    return parts.length >= 2 && parts[0].equals("assumed-role") && !parts[1].isEmpty()
        ? Arn.of(arn.partition(), "iam", "", arn.account(), "role/" + parts[1])
        : arn;
  }

  /**
   * Puts a bare id in its place ({@code arn:…:i-…}, observed), and takes the account off images and
   * snapshots, which AWS writes with and without.
   *
   * @see <a href=
   *     "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html">EC2
   *     resource types</a>
   */
  private static Arn ec2(Arn arn) {
    var resource = arn.resource();
    if (resource.startsWith("image/") || resource.startsWith("snapshot/")) {
      return Arn.of(arn.partition(), "ec2", arn.region(), "", resource);
    }
    if (resource.indexOf('/') >= 0) {
      return arn;
    }
    var scope = Scope.of(arn.partition(), arn.account(), arn.region());
    return ArnForm.ofEc2Id(resource).flatMap(form -> form.build(resource, scope)).orElse(arn);
  }

  /** Policies and some services write a group with all that is in it: {@code :*}. */
  private static Arn logGroup(Arn arn) {
    var matcher = LOG_GROUP.matcher(arn.resource());
    return matcher.matches() ? arn.withResource(matcher.group(1)) : arn;
  }
}
