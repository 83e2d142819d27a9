// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
import io.breakwater.core.resource.Tags;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One resource of a GuardDuty finding.
 *
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Resource.html">
 *     Resource</a>
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ResourceV2.html">
 *     ResourceV2</a>, those of an attack sequence
 */
final class GuardDutyResource {
  private static final String INSTANCE = "Instance";
  static final String BUCKET_TYPE = "S3Bucket";
  private static final String EKS = "EKSCluster";
  private static final String ECS = "ECSCluster";
  private static final String IMAGE = "EC2Image";
  private static final String RECOVERY_POINT = "RecoveryPoint";

  /** In the words of a finding and of an attack sequence: stands for the principal behind it. */
  private static final Set<String> KEY = Set.of("AccessKey", "ACCESS_KEY");

  /** Resource types of findings that are not those of what they are about. */
  private static final Map<String, Set<String>> ABOUT =
      Map.of(
          "S3Object", Set.of(BUCKET_TYPE),
          "KubernetesCluster", Set.of(EKS),
          "Container", Set.of(EKS, ECS),
          "EC2AMI", Set.of(IMAGE),
          "EBSRecoveryPoint", Set.of(RECOVERY_POINT),
          "EC2RecoveryPoint", Set.of(RECOVERY_POINT),
          "S3RecoveryPoint", Set.of(RECOVERY_POINT));

  /** The members of {@code resource} that describe one resource each. */
  static final Map<String, Shape<GuardDutyResource>> DETAILS =
      Map.of(
          "instanceDetails",
          of(INSTANCE, "instanceId", "")
              .text("imageId", (it, value) -> it.surroundings.image = value)
              .inside("iamInstanceProfile", profile())
              .each(
                  "networkInterfaces",
                  networkInterface(),
                  (it, around) -> it.surroundings.takeFrom(around)),
          "accessKeyDetails",
          principal(of("AccessKey", "accessKeyId", "")),
          "eksClusterDetails",
          of(EKS, "arn", "name").text("vpcId", GuardDutyResource::place),
          "ecsClusterDetails",
          of(ECS, "arn", "name")
              .object("taskDetails", GuardDutyWorkload.TASK, (it, task) -> it.workload = task),
          "lambdaDetails",
          of("Lambda", "functionArn", "functionName")
              .text("role", (it, value) -> it.surroundings.role = value)
              .inside(
                  "vpcConfig",
                  part()
                      .text("vpcId", GuardDutyResource::place)
                      .texts("subnetIds", GuardDutyResource::place)
                      .each("securityGroups", securityGroup(), GuardDutyResource::filter)),
          "rdsDbInstanceDetails",
          of("RDSDBInstance", "dbInstanceArn", "dbInstanceIdentifier"),
          "rdsLimitlessDbDetails",
          of("RDSLimitlessDB", "dbShardGroupArn", "dbShardGroupIdentifier"),
          "ebsSnapshotDetails",
          of("EBSSnapshot", "snapshotArn", ""),
          "ec2ImageDetails",
          of(IMAGE, "imageArn", ""),
          "recoveryPointDetails",
          of(RECOVERY_POINT, "recoveryPointArn", ""));

  /** An element of {@code s3BucketDetails}. */
  static final Shape<GuardDutyResource> BUCKET = of(BUCKET_TYPE, "arn", "name");

  /** An element of an attack sequence's {@code resources}. */
  static final Shape<GuardDutyResource> IN_SEQUENCE =
      of("", "uid", "name")
          .text("resourceType", (it, value) -> it.type = value)
          .text("accountId", (it, value) -> it.account = value)
          .text("region", (it, value) -> it.region = value)
          .text("cloudPartition", (it, value) -> it.partition = value)
          .inside(
              "data",
              part()
                  .inside("accessKey", principal(part()))
                  .inside("ec2Instance", part().inside("iamInstanceProfile", profile())));

  String id = "";
  final Surroundings surroundings = new Surroundings();
  GuardDutyWorkload workload = new GuardDutyWorkload();
  private String name = "";
  private Tags tags = Tags.NONE;
  private String type;
  private String partition = "";
  private String account = "";
  private String region = "";
  private String userName = "";
  private String userType = "";

  private GuardDutyResource(String type) {
    this.type = type;
  }

  /** A resource of which nothing is known but its ARN. */
  static GuardDutyResource named(String arn) {
    var resource = new GuardDutyResource("");
    resource.id = arn;
    return resource;
  }

  private static Shape<GuardDutyResource> of(String type, String id, String name) {
    var shape =
        Shape.of(() -> new GuardDutyResource(type))
            .inEitherCase()
            .text(id, (it, value) -> it.id = value)
            .member("tags", TagReader.<GuardDutyResource>reader((it, tags) -> it.tags = tags));
    return name.isEmpty() ? shape : shape.text(name, (it, value) -> it.name = value);
  }

  private static Shape<GuardDutyResource> part() {
    return Shape.<GuardDutyResource>part().inEitherCase();
  }

  private static Shape<GuardDutyResource> principal(Shape<GuardDutyResource> shape) {
    return shape
        .text("userName", (it, value) -> it.userName = value)
        .text("userType", (it, value) -> it.userType = value);
  }

  private static Shape<GuardDutyResource> profile() {
    return part().text("arn", (it, value) -> it.surroundings.profile = value);
  }

  private static Shape<Surroundings> networkInterface() {
    return Shape.of(Surroundings::new)
        .inEitherCase()
        .text("networkInterfaceId", (around, value) -> around.interfaces.add(value))
        .text("subnetId", (around, value) -> around.places.add(value))
        .text("vpcId", (around, value) -> around.places.add(value))
        .each("securityGroups", securityGroup(), (around, group) -> around.filters.add(group.id));
  }

  private static Shape<GuardDutyResource> securityGroup() {
    return of("", "groupId", "");
  }

  private void place(String vpcOrSubnet) {
    surroundings.places.add(vpcOrSubnet);
  }

  private void filter(GuardDutyResource group) {
    surroundings.filters.add(group.id);
  }

  boolean isBucket() {
    return type.equals(BUCKET_TYPE);
  }

  boolean isKey() {
    return KEY.contains(type);
  }

  /** Those of the resource itself; none where the finding tells of none. */
  Tags tags() {
    return TagReader.isOfAnother(type) ? Tags.NONE : tags;
  }

  /** An instance is never named for the sake of another resource. */
  boolean isAffectedIn(String resourceType) {
    return type.equals(INSTANCE)
        || type.equals(resourceType)
        || ABOUT.getOrDefault(resourceType, Set.of()).contains(type);
  }

  /** The resource under its own scope, or else that of the finding. */
  Optional<Resource> resource(String partition, String account, String region) {
    var scope =
        Scope.of(
            Fields.firstOf(this.partition, partition),
            Fields.firstOf(this.account, account),
            Fields.firstOf(this.region, region));
    if (isKey()) {
      return ActingPrincipal.of(userName, userType, scope);
    }
    return id.startsWith("arn:")
        ? CanonicalResource.of(id, type, scope)
        : CanonicalResource.of(name, type, scope).or(() -> CanonicalResource.of(id, type, scope));
  }
}
