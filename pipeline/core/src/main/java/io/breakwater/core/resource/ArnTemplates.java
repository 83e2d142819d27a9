// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Builds the ARN of a resource that is known by id or name only.
 *
 * <p>A name says nothing of a path: an IAM user or role with a path is found only by its full ARN.
 */
final class ArnTemplates {
  /** {@code AWS::IAM::AccessKey:AKIA…}, {@code AWS::::Account:111122223333}: Security Hub's ids. */
  private static final Pattern TYPED_ID = Pattern.compile("(AWS::\\w*::\\w+):(.+)");

  /**
   * An image by its registry address: by digest, else by tag.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html">Private
   *     registry</a>
   */
  private static final Pattern REGISTRY_IMAGE =
      Pattern.compile("(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z0-9-]+)\\.[a-z0-9.-]+/(.+)");

  private static final Pattern ACCOUNT = Pattern.compile("\\d+");

  private ArnTemplates() {}

  static Optional<Arn> build(String id, ResourceType type, Scope scope) {
    var typed = TYPED_ID.matcher(id);
    if (typed.matches()) {
      return build(typed.group(2), ResourceTypes.of(typed.group(1)), scope);
    }
    if (type.equals(ResourceType.ACCOUNT)) {
      return ACCOUNT.matcher(id).matches()
          ? Optional.of(Arn.of(scope.partition(), "iam", "", id, "root"))
          : Optional.empty();
    }
    var image = REGISTRY_IMAGE.matcher(id);
    if (image.matches()) {
      return ArnForm.of(ResourceType.ECR_IMAGE)
          .flatMap(form -> form.build(image.group(3), Scope.of(image.group(1), image.group(2))));
    }
    return ArnForm.of(type)
        .or(() -> mayBeEc2(type) ? ArnForm.ofEc2Id(id) : Optional.empty())
        .flatMap(form -> form.build(id, scope));
  }

  private static boolean mayBeEc2(ResourceType type) {
    return type.equals(ResourceType.OTHER) || type.name().startsWith("AWS::EC2::");
  }
}
