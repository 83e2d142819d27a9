// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.CanonicalResource;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.Scope;
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
  private static final String INSTANCE = "AWS::EC2::Instance";
  private static final String BUCKET_TYPE = "AWS::S3::Bucket";
  private static final String EKS = "AWS::EKS::Cluster";
  private static final String ECS = "AWS::ECS::Cluster";
  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final String DATABASE = "AWS::RDS::DBInstance";
  private static final String SHARD_GROUP = "AWS::RDS::DBShardGroup";
  private static final String SNAPSHOT = "AWS::EC2::Snapshot";
  private static final String IMAGE = "AWS::EC2::Image";
  private static final String RECOVERY_POINT = "AWS::Backup::RecoveryPoint";
  private static final String USER = "AWS::IAM::User";
  private static final String ROLE = "AWS::IAM::Role";
  private static final String ACCOUNT = "AwsAccount";

  /** Stands for the principal behind the key. */
  private static final String ACCESS_KEY = "AWS::IAM::AccessKey";

  private static final Map<String, String> TYPE_IN_SEQUENCE =
      Map.ofEntries(
          Map.entry("EC2_INSTANCE", INSTANCE),
          Map.entry("EC2_NETWORK_INTERFACE", "AWS::EC2::NetworkInterface"),
          Map.entry("EC2_VPC", "AWS::EC2::VPC"),
          Map.entry("EC2_IMAGE", IMAGE),
          Map.entry("EC2_LAUNCH_TEMPLATE", "AWS::EC2::LaunchTemplate"),
          Map.entry("S3_BUCKET", BUCKET_TYPE),
          Map.entry("S3_OBJECT", "AWS::S3::Object"),
          Map.entry("ACCESS_KEY", ACCESS_KEY),
          Map.entry("EKS_CLUSTER", EKS),
          Map.entry("ECS_CLUSTER", ECS),
          Map.entry("ECS_TASK", "AWS::ECS::Task"),
          Map.entry("AUTOSCALING_AUTO_SCALING_GROUP", "AWS::AutoScaling::AutoScalingGroup"),
          Map.entry("IAM_INSTANCE_PROFILE", "AWS::IAM::InstanceProfile"),
          Map.entry("CLOUDFORMATION_STACK", "AWS::CloudFormation::Stack"));

  /** The members of {@code resource} that describe one resource each. */
  static final Map<String, Shape<GuardDutyResource>> DETAILS =
      Map.of(
          "instanceDetails",
          of(INSTANCE, "instanceId", "")
              .text("imageId", (it, value) -> it.surroundings.image = value)
              .inside("iamInstanceProfile", profile())
              .each("networkInterfaces", networkInterface(), GuardDutyResource::takeFrom),
          "accessKeyDetails",
          principal(of(ACCESS_KEY, "accessKeyId", "")),
          "eksClusterDetails",
          of(EKS, "arn", "name").text("vpcId", GuardDutyResource::place),
          "ecsClusterDetails",
          of(ECS, "arn", "name"),
          "lambdaDetails",
          of(FUNCTION, "functionArn", "functionName")
              .text("role", (it, value) -> it.surroundings.role = value)
              .inside(
                  "vpcConfig",
                  part()
                      .text("vpcId", GuardDutyResource::place)
                      .texts("subnetIds", GuardDutyResource::place)
                      .each("securityGroups", securityGroup(), GuardDutyResource::filter)),
          "rdsDbInstanceDetails",
          of(DATABASE, "dbInstanceArn", "dbInstanceIdentifier"),
          "rdsLimitlessDbDetails",
          of(SHARD_GROUP, "dbShardGroupArn", "dbShardGroupIdentifier"),
          "ebsSnapshotDetails",
          of(SNAPSHOT, "snapshotArn", ""),
          "ec2ImageDetails",
          of(IMAGE, "imageArn", ""),
          "recoveryPointDetails",
          of(RECOVERY_POINT, "recoveryPointArn", ""));

  /** An element of {@code s3BucketDetails}. */
  static final Shape<GuardDutyResource> BUCKET = of(BUCKET_TYPE, "arn", "name");

  /** An element of an attack sequence's {@code resources}. */
  static final Shape<GuardDutyResource> IN_SEQUENCE =
      of("", "uid", "name")
          .text("resourceType", (it, value) -> it.type = TYPE_IN_SEQUENCE.getOrDefault(value, ""))
          .text("accountId", (it, value) -> it.account = value)
          .text("region", (it, value) -> it.region = value)
          .text("cloudPartition", (it, value) -> it.partition = value)
          .inside(
              "data",
              part()
                  .inside("accessKey", principal(part()))
                  .inside("ec2Instance", part().inside("iamInstanceProfile", profile())));

  /**
   * What a finding with this {@code resourceType} is about.
   *
   * @see <a href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-summary.html">
   *     Finding details</a>
   */
  private static final Map<String, Set<String>> AFFECTED =
      Map.ofEntries(
          Map.entry("Instance", Set.of(INSTANCE)),
          Map.entry("AccessKey", Set.of(ACCESS_KEY)),
          Map.entry("S3Bucket", Set.of(BUCKET_TYPE)),
          Map.entry("S3Object", Set.of(BUCKET_TYPE)),
          Map.entry("EKSCluster", Set.of(EKS)),
          Map.entry("KubernetesCluster", Set.of(EKS)),
          Map.entry("ECSCluster", Set.of(ECS)),
          Map.entry("Container", Set.of(EKS, ECS)),
          Map.entry("Lambda", Set.of(FUNCTION)),
          Map.entry("RDSDBInstance", Set.of(DATABASE)),
          Map.entry("RDSLimitlessDB", Set.of(SHARD_GROUP)),
          Map.entry("EBSSnapshot", Set.of(SNAPSHOT)),
          Map.entry("EC2AMI", Set.of(IMAGE)),
          Map.entry("EC2Image", Set.of(IMAGE)),
          Map.entry("EBSRecoveryPoint", Set.of(RECOVERY_POINT)),
          Map.entry("EC2RecoveryPoint", Set.of(RECOVERY_POINT)),
          Map.entry("S3RecoveryPoint", Set.of(RECOVERY_POINT)));

  String id = "";
  final Surroundings surroundings = new Surroundings();
  private String name = "";
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
            .text(id, (it, value) -> it.id = value);
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
    return of("AWS::EC2::SecurityGroup", "groupId", "");
  }

  private void takeFrom(Surroundings other) {
    surroundings.interfaces.addAll(other.interfaces);
    surroundings.places.addAll(other.places);
    surroundings.filters.addAll(other.filters);
  }

  private void place(String vpcOrSubnet) {
    surroundings.places.add(vpcOrSubnet);
  }

  private void filter(GuardDutyResource group) {
    surroundings.filters.add(group.id);
  }

  /** An instance is never named for the sake of another; a key is, unless it is the matter. */
  boolean isAffectedIn(String resourceType) {
    var affected = AFFECTED.get(resourceType);
    return affected == null
        ? !type.equals(ACCESS_KEY)
        : affected.contains(type) || type.equals(INSTANCE);
  }

  /** The resource under its own scope, or else that of the finding. */
  Optional<Resource> resource(String partition, String account, String region) {
    var scope =
        Scope.of(
            Fields.firstOf(this.partition, partition),
            Fields.firstOf(this.account, account),
            Fields.firstOf(this.region, region));
    return type.equals(ACCESS_KEY)
        ? principalIn(scope)
        : CanonicalResource.of(id, type, scope).or(() -> CanonicalResource.of(name, type, scope));
  }

  /**
   * Who acts with the key. An AWS service, another account, a federated or unknown user is no
   * resource of this account, and the key by itself has no ARN.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
   *     types of user identity</a>
   */
  private Optional<Resource> principalIn(Scope scope) {
    switch (userType) {
      case "Root":
        return CanonicalResource.of("AWS::::Account:" + scope.account(), ACCOUNT, scope);
      case "IAMUser":
        return CanonicalResource.of(userName, USER, scope);
      case "AssumedRole":
      case "Role":
        return CanonicalResource.of(userName, ROLE, scope);
      default:
        return Optional.empty();
    }
  }
}
