// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Where the configuration of a resource names other resources, by its type.
 *
 * <p>Types that Config learnt from CloudFormation write their keys with a capital, older ones
 * without.
 *
 * @see <a
 *     href="https://github.com/awslabs/aws-config-resource-schema/tree/master/config/properties/resource-types">Config
 *     resource schema</a>
 */
final class ConfigurationPaths {
  private static final String SECURITY_GROUP = "AWS::EC2::SecurityGroup";
  private static final String SUBNET = "AWS::EC2::Subnet";
  private static final String VPC = "AWS::EC2::VPC";
  private static final String VOLUME = "AWS::EC2::Volume";
  private static final String IMAGE = "AWS::EC2::Image";
  private static final String NETWORK_INTERFACE = "AWS::EC2::NetworkInterface";
  private static final String INSTANCE = "AWS::EC2::Instance";
  private static final String INSTANCE_PROFILE = "AWS::IAM::InstanceProfile";
  private static final String ROLE = "AWS::IAM::Role";
  private static final String GROUP = "AWS::IAM::Group";
  private static final String POLICY = "AWS::IAM::Policy";
  private static final String LAYER = "AWS::Lambda::LayerVersion";
  private static final String CONTAINER_IMAGE = "AWS::ECR::ContainerImage";
  private static final String DB_INSTANCE = "AWS::RDS::DBInstance";
  private static final String DB_CLUSTER = "AWS::RDS::DBCluster";
  private static final String DB_SUBNET_GROUP = "AWS::RDS::DBSubnetGroup";
  private static final String KEY = "AWS::KMS::Key";

  private static final Map<String, Shape<Mentions>> BY_TYPE =
      Map.ofEntries(
          Map.entry(INSTANCE, instance()),
          Map.entry(NETWORK_INTERFACE, networkInterface()),
          Map.entry(SECURITY_GROUP, shape("vpcId", VPC)),
          Map.entry("AWS::EC2::NetworkAcl", networkAcl()),
          Map.entry(VOLUME, volume()),
          Map.entry(ROLE, role()),
          Map.entry("AWS::IAM::User", withPolicies().texts("groupList", mention(GROUP))),
          Map.entry(GROUP, withPolicies()),
          Map.entry(INSTANCE_PROFILE, Shape.<Mentions>part().texts("Roles", mention(ROLE))),
          Map.entry("AWS::Lambda::Function", function()),
          Map.entry("AWS::ECS::Service", service()),
          Map.entry("AWS::ECS::TaskDefinition", taskDefinition()),
          Map.entry("AWS::EKS::Cluster", kubernetesCluster()),
          Map.entry(DB_INSTANCE, dbInstance()),
          Map.entry(DB_CLUSTER, dbCluster()),
          Map.entry("AWS::RDS::DBSnapshot", snapshotOf("dBInstanceIdentifier", DB_INSTANCE)),
          Map.entry("AWS::RDS::DBClusterSnapshot", snapshotOf("dBClusterIdentifier", DB_CLUSTER)));

  private ConfigurationPaths() {}

  /** Empty for a type whose configuration is not looked at. */
  static Optional<Shape<Mentions>> of(String resourceType) {
    return Optional.ofNullable(BY_TYPE.get(resourceType));
  }

  private static Shape<Mentions> instance() {
    return shape("subnetId", SUBNET)
        .text("vpcId", mention(VPC))
        .text("imageId", mention(IMAGE))
        .inside("iamInstanceProfile", shape("arn", INSTANCE_PROFILE))
        .eachInside("securityGroups", shape("groupId", SECURITY_GROUP))
        .eachInside("networkInterfaces", shape("networkInterfaceId", NETWORK_INTERFACE))
        .eachInside(
            "blockDeviceMappings", Shape.<Mentions>part().inside("ebs", shape("volumeId", VOLUME)));
  }

  private static Shape<Mentions> networkInterface() {
    return shape("subnetId", SUBNET)
        .text("vpcId", mention(VPC))
        .inside("attachment", shape("instanceId", INSTANCE))
        .eachInside("groups", shape("groupId", SECURITY_GROUP));
  }

  private static Shape<Mentions> networkAcl() {
    return shape("vpcId", VPC).eachInside("associations", shape("subnetId", SUBNET));
  }

  private static Shape<Mentions> volume() {
    return shape("kmsKeyId", KEY).eachInside("attachments", shape("instanceId", INSTANCE));
  }

  private static Shape<Mentions> withPolicies() {
    return Shape.<Mentions>part().eachInside("attachedManagedPolicies", shape("policyArn", POLICY));
  }

  private static Shape<Mentions> role() {
    return withPolicies().eachInside("instanceProfileList", shape("arn", INSTANCE_PROFILE));
  }

  private static Shape<Mentions> function() {
    return shape("role", ROLE)
        .inside(
            "vpcConfig",
            Shape.<Mentions>part()
                .text("vpcId", mention(VPC))
                .texts("subnetIds", mention(SUBNET))
                .texts("securityGroupIds", mention(SECURITY_GROUP)))
        .eachInside("layers", shape("arn", LAYER));
  }

  private static Shape<Mentions> service() {
    return shape("Cluster", "AWS::ECS::Cluster")
        .text("TaskDefinition", mention("AWS::ECS::TaskDefinition"))
        .text("Role", mention(ROLE))
        .inside(
            "NetworkConfiguration",
            Shape.<Mentions>part()
                .inside(
                    "AwsvpcConfiguration",
                    Shape.<Mentions>part()
                        .texts("SecurityGroups", mention(SECURITY_GROUP))
                        .texts("Subnets", mention(SUBNET))))
        .eachInside(
            "LoadBalancers", shape("TargetGroupArn", "AWS::ElasticLoadBalancingV2::TargetGroup"));
  }

  private static Shape<Mentions> taskDefinition() {
    return shape("TaskRoleArn", ROLE)
        .text("ExecutionRoleArn", mention(ROLE))
        .eachInside("ContainerDefinitions", shape("Image", CONTAINER_IMAGE));
  }

  private static Shape<Mentions> kubernetesCluster() {
    return shape("RoleArn", ROLE)
        .inside(
            "ResourcesVpcConfig",
            Shape.<Mentions>part()
                .texts("SecurityGroupIds", mention(SECURITY_GROUP))
                .texts("SubnetIds", mention(SUBNET)));
  }

  private static Shape<Mentions> dbInstance() {
    return shape("dBClusterIdentifier", DB_CLUSTER)
        .text("kmsKeyId", mention(KEY))
        .eachInside("vpcSecurityGroups", shape("vpcSecurityGroupId", SECURITY_GROUP))
        .inside(
            "dBSubnetGroup",
            shape("dBSubnetGroupName", DB_SUBNET_GROUP).text("vpcId", mention(VPC)));
  }

  private static Shape<Mentions> dbCluster() {
    return shape("kmsKeyId", KEY)
        .text("dBSubnetGroup", mention(DB_SUBNET_GROUP))
        .eachInside("vpcSecurityGroups", shape("vpcSecurityGroupId", SECURITY_GROUP))
        .eachInside("dBClusterMembers", shape("dBInstanceIdentifier", DB_INSTANCE));
  }

  private static Shape<Mentions> snapshotOf(String field, String type) {
    return shape(field, type).text("kmsKeyId", mention(KEY));
  }

  /** A part whose one field names a resource of the type. */
  private static Shape<Mentions> shape(String field, String type) {
    return Shape.<Mentions>part().text(field, mention(type));
  }

  private static BiConsumer<Mentions, String> mention(String type) {
    return (mentions, id) -> mentions.add(id, "", type);
  }
}
