// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.EC2;
import static io.breakwater.core.decode.ConfigItems.ECS;
import static io.breakwater.core.decode.ConfigItems.ELB;
import static io.breakwater.core.decode.ConfigItems.IAM;
import static io.breakwater.core.decode.ConfigItems.LAMBDA;
import static io.breakwater.core.decode.ConfigItems.RDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.relation.Relation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the details of a resource in Security Hub say of others. */
final class AsffDetailsTest {
  private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/0f9e";
  private static final String SUBNET = EC2 + "subnet/subnet-0a1";
  private static final String VPC = EC2 + "vpc/vpc-0a1";
  private static final String GROUP = EC2 + "security-group/sg-0a1";

  @Test
  void of_an_acl() {
    var acl = EC2 + "network-acl/acl-0a1";
    var details =
        Map.of(
            "VpcId",
            "vpc-0a1",
            "Associations",
            List.of(Map.of("NetworkAclId", "acl-0a1", "SubnetId", "subnet-0a1")),
            "Entries",
            List.of(Map.of("CidrBlock", "0.0.0.0/0", "Egress", false, "RuleNumber", 100)));

    assertThat(relations("AwsEc2NetworkAcl", acl, details))
        .containsExactlyInAnyOrder(SUBNET + " protectedBy " + acl, acl + " containedIn " + VPC);
  }

  @Test
  void of_a_subnet() {
    assertThat(relations("AwsEc2Subnet", SUBNET, Map.of("VpcId", "vpc-0a1")))
        .containsExactly(SUBNET + " containedIn " + VPC);
  }

  @Test
  void of_a_route_table() {
    var table = EC2 + "route-table/rtb-0a1";
    var details =
        Map.of(
            "VpcId", "vpc-0a1",
            "AssociationSet", List.of(Map.of("SubnetId", "subnet-0a1"), Map.of("Main", true)),
            "RouteSet",
                List.of(Map.of("DestinationCidrBlock", "0.0.0.0/0", "GatewayId", "igw-0a1")));

    assertThat(relations("AwsEc2RouteTable", table, details))
        .containsExactlyInAnyOrder(
            SUBNET + " routesTo " + table,
            VPC + " routesTo " + table,
            table + " containedIn " + VPC,
            table + " routesTo " + EC2 + "internet-gateway/igw-0a1");
  }

  @Test
  void of_a_security_group() {
    var details =
        Map.of(
            "VpcId",
            "vpc-0a1",
            "IpPermissions",
            List.of(
                Map.of(
                    "IpProtocol",
                    "tcp",
                    "FromPort",
                    22,
                    "ToPort",
                    22,
                    "IpRanges",
                    List.of(Map.of("CidrIp", "0.0.0.0/0")))));

    assertThat(relations("AwsEc2SecurityGroup", GROUP, details))
        .containsExactly(GROUP + " containedIn " + VPC);
  }

  @Test
  void what_they_say_of_the_resource_itself_is_left_to_config() {
    var details =
        Map.of(
            "IpPermissions",
            List.of(
                Map.of("IpProtocol", "-1", "IpRanges", List.of(Map.of("CidrIp", "0.0.0.0/0")))));

    assertThat(finding("AwsEc2SecurityGroup", GROUP, details).signal().attributes())
        .doesNotContainKey("ingress");
  }

  @Test
  void of_a_role() {
    var role = IAM + "role/deploy";
    var details =
        Map.of(
            "AttachedManagedPolicies",
            List.of(Map.of("PolicyName", "own", "PolicyArn", IAM + "policy/own")),
            "InstanceProfileList",
            List.of(Map.of("Arn", IAM + "instance-profile/web")),
            "RolePolicyList",
            List.of(Map.of("PolicyName", "inline")),
            "AssumeRolePolicyDocument",
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\",\"Principal\":{\"AWS\":\""
                + IAM
                + "role/ci\"}}]}");

    assertThat(relations("AwsIamRole", role, details))
        .containsExactlyInAnyOrder(
            IAM + "policy/own attachedTo " + role,
            IAM + "instance-profile/web assumes " + role,
            IAM + "role/ci assumes " + role);
  }

  @Test
  void of_a_user() {
    var user = IAM + "user/mary";
    var details =
        Map.of(
            "GroupList", List.of("admins"),
            "AttachedManagedPolicies", List.of(Map.of("PolicyArn", IAM + "policy/own")));

    assertThat(relations("AwsIamUser", user, details))
        .containsExactlyInAnyOrder(
            user + " memberOf " + IAM + "group/admins",
            IAM + "policy/own attachedTo " + user,
            user + " inAccount " + IAM + "root");
  }

  @Test
  void of_a_function() {
    var details =
        Map.of(
            "Role",
            IAM + "role/pay",
            "KmsKeyArn",
            KEY,
            "Layers",
            List.of(Map.of("Arn", "arn:aws:lambda:eu-central-1:111122223333:layer:x:3")));

    assertThat(relations("AwsLambdaFunction", LAMBDA + "pay", details))
        .containsExactlyInAnyOrder(
            LAMBDA + "pay assumes " + IAM + "role/pay",
            LAMBDA + "pay encryptedWith " + KEY,
            LAMBDA + "pay runs arn:aws:lambda:eu-central-1:111122223333:layer:x:3");
  }

  @Test
  void of_a_service() {
    var service = ECS + "service/prod/web";
    var details =
        Map.of(
            "Cluster",
            ECS + "cluster/prod",
            "TaskDefinition",
            ECS + "task-definition/web:7",
            "LoadBalancers",
            List.of(Map.of("TargetGroupArn", ELB + "targetgroup/web/0f9e")),
            "NetworkConfiguration",
            Map.of(
                "AwsVpcConfiguration",
                Map.of("SecurityGroups", List.of("sg-0a1"), "Subnets", List.of("subnet-0a1"))));

    assertThat(relations("AwsEcsService", service, details))
        .containsExactlyInAnyOrder(
            service + " containedIn " + ECS + "cluster/prod",
            service + " definedBy " + ECS + "task-definition/web:7",
            service + " containedIn " + SUBNET,
            service + " protectedBy " + GROUP,
            ELB + "targetgroup/web/0f9e routesTo " + service);
  }

  @Test
  void of_a_task() {
    var task = ECS + "task/prod/0f9e";
    var image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop@sha256:0f9e";
    var details =
        Map.of(
            "ClusterArn", ECS + "cluster/prod",
            "TaskDefinitionArn", ECS + "task-definition/web:7",
            "Containers", List.of(Map.of("Name", "web", "Image", image)));

    assertThat(relations("AwsEcsTask", task, details))
        .containsExactlyInAnyOrder(
            task + " containedIn " + ECS + "cluster/prod",
            task + " definedBy " + ECS + "task-definition/web:7",
            task + " runs arn:aws:ecr:eu-central-1:111122223333:repository/shop/sha256:0f9e");
  }

  @Test
  void of_an_image() {
    var repository = "arn:aws:ecr:eu-central-1:111122223333:repository/shop";
    var image = repository + "/sha256:0f9e";

    assertThat(relations("AwsEcrContainerImage", image, Map.of("ImageTags", List.of("v1", "v2"))))
        .containsExactlyInAnyOrder(
            repository + ":v1 runs " + image, repository + ":v2 runs " + image);
  }

  @Test
  void of_a_cluster() {
    var cluster = "arn:aws:eks:eu-central-1:111122223333:cluster/prod";
    var details =
        Map.of(
            "RoleArn",
            IAM + "role/eks",
            "ResourcesVpcConfig",
            Map.of("SecurityGroupIds", List.of("sg-0a1"), "SubnetIds", List.of()));

    assertThat(relations("AwsEksCluster", cluster, details))
        .containsExactlyInAnyOrder(
            cluster + " assumes " + IAM + "role/eks", cluster + " protectedBy " + GROUP);
  }

  @Test
  void of_a_database() {
    var details =
        Map.of(
            "DBClusterIdentifier",
            "library",
            "KmsKeyId",
            KEY,
            "VpcSecurityGroups",
            List.of(Map.of("VpcSecurityGroupId", "sg-0a1")),
            "DbSubnetGroup",
            Map.of(
                "DbSubnetGroupName",
                "private",
                "Subnets",
                List.of(Map.of("SubnetIdentifier", "subnet-0a1"))));

    assertThat(relations("AwsRdsDbInstance", RDS + "db:books", details))
        .containsExactlyInAnyOrder(
            RDS + "db:books containedIn " + RDS + "cluster:library",
            RDS + "db:books containedIn " + RDS + "subgrp:private",
            RDS + "db:books encryptedWith " + KEY,
            RDS + "db:books protectedBy " + GROUP,
            RDS + "subgrp:private containedIn " + SUBNET);
  }

  @Test
  void of_snapshots() {
    var ofDatabase = RDS + "snapshot:rds:books-1";
    var ofCluster = RDS + "cluster-snapshot:rds:library-1";

    assertThat(relations("AwsRdsDbSnapshot", ofDatabase, Map.of("DbInstanceIdentifier", "books")))
        .containsExactly(ofDatabase + " snapshotOf " + RDS + "db:books");
    assertThat(
            relations(
                "AwsRdsDbClusterSnapshot", ofCluster, Map.of("DbClusterIdentifier", "library")))
        .containsExactly(ofCluster + " snapshotOf " + RDS + "cluster:library");
  }

  @Test
  void of_a_load_balancer() {
    var balancer = ELB + "loadbalancer/app/web/0a1b";
    var details =
        Map.of(
            "VpcId", "vpc-0a1",
            "SecurityGroups", List.of("sg-0a1"),
            "AvailabilityZones", List.of(Map.of("ZoneName", "a", "SubnetId", "subnet-0a1")));

    assertThat(relations("AwsElbv2LoadBalancer", balancer, details))
        .containsExactlyInAnyOrder(
            balancer + " containedIn " + VPC,
            balancer + " containedIn " + SUBNET,
            balancer + " protectedBy " + GROUP);
  }

  private static List<String> relations(String type, String arn, Map<String, ?> details) {
    return finding(type, arn, details).part().relations().stream()
        .map(Relation::toString)
        .collect(Collectors.toList());
  }

  private static Fixture finding(String type, String arn, Map<String, ?> details) {
    return Fixture.of("asff/control")
        .with(
            "/detail/findings/0/Resources/0",
            Map.of("Type", type, "Id", arn, "Details", Map.of(type, details)));
  }
}
