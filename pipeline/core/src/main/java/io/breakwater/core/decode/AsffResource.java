// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.Relation;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.resource.Tags;
import java.util.List;
import java.util.Optional;

/**
 * One entry of an ASFF finding's {@code Resources}, with what its details say of the things around
 * it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/securityhub/latest/userguide/asff-resources.html">Resources
 *     in ASFF</a>
 */
final class AsffResource {
  static final Shape<AsffResource> SHAPE =
      Shape.of(AsffResource::new)
          .text("Id", (resource, value) -> resource.id = value)
          .text("Type", (resource, value) -> resource.type = value)
          .text("Partition", (resource, value) -> resource.partition = value)
          .text("Region", (resource, value) -> resource.region = value)
          .member("Tags", TagReader.<AsffResource>reader((resource, tags) -> resource.tags = tags))
          .inside("Details", details())
          .inside("DataClassification", classification());

  private static final String ACCESS_KEY = "AwsIamAccessKey";

  private String id = "";
  private String type = "";
  private String partition = "";
  private String region = "";
  private String principalName = "";
  private String userName = "";
  private String principalType = "";

  private Tags tags = Tags.NONE;

  /** The worst category of what the resource holds; empty when the finding says none. */
  String sensitive = "";

  private final Configuration configuration = new Configuration();

  private AsffResource() {}

  private static Shape<AsffResource> part() {
    return Shape.part();
  }

  private static Shape<AsffResource> details() {
    var details =
        part()
            .inside(
                ACCESS_KEY,
                part()
                    .text("PrincipalName", (it, value) -> it.principalName = value)
                    .text("UserName", (it, value) -> it.userName = value)
                    .text("PrincipalType", (it, value) -> it.principalType = value));
    AsffDetails.BY_NAME.forEach(
        (name, shape) ->
            details.member(name, (parser, it) -> shape.readInto(parser, it.configuration)));
    return details;
  }

  private static Shape<AsffResource> classification() {
    return part()
        .inside(
            "Result",
            part()
                .each("SensitiveData", id("Category"), (it, category) -> it.sensitive(category.id))
                .inside(
                    "CustomDataIdentifiers",
                    part().number("TotalCount", AsffResource::customIdentifiers)));
  }

  /** Something of which no more than this is read. */
  private static Shape<AsffResource> id(String name) {
    return Shape.of(AsffResource::new).text(name, (it, value) -> it.id = value);
  }

  private void sensitive(String category) {
    sensitive = SensitiveCategory.worse(sensitive, category);
  }

  private void customIdentifiers(double count) {
    if (count > 0) {
      sensitive(SensitiveCategory.CUSTOM);
    }
  }

  /**
   * The resource, under its own region where it names one. A finding of an access key is of whoever
   * acts with it, the user unless the details say otherwise.
   */
  Optional<Resource> resource(String account, String regionOfFinding) {
    var scope = Scope.of(partition, account, Fields.firstOf(region, regionOfFinding));
    return type.equals(ACCESS_KEY)
        ? ActingPrincipal.userUnlessTyped(
            Fields.firstOf(userName, principalName), principalType, scope)
        : CanonicalResource.of(id, type, scope);
  }

  /** Those of the resource itself; none where the finding tells of none, which it may not know. */
  Tags tags() {
    return TagReader.isOfAnother(type) ? Tags.NONE : tags;
  }

  boolean isOutsideAws() {
    return ForeignCloud.holds(id, type, "");
  }

  /** What the details say; of a resource that comes with none, nothing. */
  List<Relation> relations(Resource resource) {
    return configuration.mentions.relationsOf(resource);
  }
}
