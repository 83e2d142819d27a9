// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.signal.Signal;
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
  private String attachedTo = "";

  /** The worst category of what the resource holds; empty when the finding says none. */
  String sensitive = "";

  private final Surroundings surroundings = new Surroundings();

  private AsffResource() {}

  private static Shape<AsffResource> part() {
    return Shape.part();
  }

  private static Shape<AsffResource> details() {
    return part()
        .inside(
            "AwsEc2Instance",
            part()
                .text("IamInstanceProfileArn", (it, value) -> it.surroundings.profile = value)
                .text("ImageId", (it, value) -> it.surroundings.image = value)
                .text("VpcId", AsffResource::place)
                .text("SubnetId", AsffResource::place)
                .each(
                    "NetworkInterfaces", id("NetworkInterfaceId"), AsffResource::networkInterface))
        .inside(
            "AwsEc2NetworkInterface",
            part()
                .inside("Attachment", part().text("InstanceId", (it, v) -> it.attachedTo = v))
                .each("SecurityGroups", id("GroupId"), AsffResource::filter))
        .inside("AwsEc2SecurityGroup", part().text("VpcId", AsffResource::place))
        .inside(
            "AwsLambdaFunction",
            part()
                .text("Role", (it, value) -> it.surroundings.role = value)
                .inside(
                    "VpcConfig",
                    part()
                        .text("VpcId", AsffResource::place)
                        .texts("SubnetIds", AsffResource::place)
                        .texts(
                            "SecurityGroupIds", (it, value) -> it.surroundings.filters.add(value))))
        .inside(
            "AwsRdsDbInstance",
            part().each("VpcSecurityGroups", id("VpcSecurityGroupId"), AsffResource::filter))
        .inside(
            ACCESS_KEY,
            part()
                .text("PrincipalName", (it, value) -> it.principalName = value)
                .text("UserName", (it, value) -> it.userName = value)
                .text("PrincipalType", (it, value) -> it.principalType = value));
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

  private void place(String vpcOrSubnet) {
    surroundings.places.add(vpcOrSubnet);
  }

  private void filter(AsffResource securityGroup) {
    surroundings.filters.add(securityGroup.id);
  }

  private void networkInterface(AsffResource part) {
    surroundings.interfaces.add(part.id);
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

  boolean isOutsideAws() {
    return ForeignCloud.holds(id, type, "");
  }

  Signal.Builder describe(Signal.Builder signal) {
    return surroundings.describe(signal);
  }

  void relate(Resource resource, StatedRelations relations) {
    surroundings.relate(resource, relations);
    relations.addTo(resource, RelationType.HAS_PART, attachedTo);
  }
}
