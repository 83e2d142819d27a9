// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.EC2;
import static io.breakwater.core.decode.ConfigItems.ECS;
import static io.breakwater.core.decode.ConfigItems.ELB;
import static io.breakwater.core.decode.ConfigItems.IAM;
import static io.breakwater.core.decode.ConfigItems.LAMBDA;
import static io.breakwater.core.decode.ConfigItems.attributes;
import static io.breakwater.core.decode.ConfigItems.item;
import static io.breakwater.core.decode.ConfigItems.relations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComputeConfigurationTest {
  private static final String INSTANCE = EC2 + "instance/i-0a1";
  private static final String REGISTRY = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/";
  private static final String REPOSITORY = "arn:aws:ecr:eu-central-1:111122223333:repository/";

  @Test
  void an_instance_tells_of_its_interfaces_what_they_tell_themselves() {
    var item =
        item(
            "AWS::EC2::Instance",
            INSTANCE,
            Map.of(
                "networkInterfaces",
                List.of(
                    Map.of(
                        "networkInterfaceId", "eni-0a1",
                        "subnetId", "subnet-0a1",
                        "groups", List.of(Map.of("groupId", "sg-0a1"))))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            INSTANCE + " hasPart " + EC2 + "network-interface/eni-0a1",
            EC2 + "network-interface/eni-0a1 containedIn " + EC2 + "subnet/subnet-0a1",
            EC2 + "network-interface/eni-0a1 protectedBy " + EC2 + "security-group/sg-0a1");
  }

  @Test
  void an_instance_is_public_by_its_own_address_or_one_of_an_interface() {
    var own =
        instance(
            Map.of(
                "publicIpAddress",
                "203.0.113.7",
                "networkInterfaces",
                List.of(Map.of("privateIpAddress", "10.0.0.8"))));
    var second =
        instance(
            Map.of(
                "privateIpAddress",
                "10.0.0.7",
                "networkInterfaces",
                List.of(Map.of("association", Map.of("publicIp", "203.0.113.8")))));

    assertThat(attributes(own)).containsEntry("address", "public");
    assertThat(attributes(second)).containsEntry("address", "public");
  }

  @Test
  void an_instance_with_a_private_address_only_is_private() {
    var item = instance(Map.of("privateIpAddress", "10.0.0.7", "networkInterfaces", List.of()));

    assertThat(attributes(item)).containsEntry("address", "private");
  }

  @Test
  void a_snapshot_is_of_its_volume() {
    var snapshot = "arn:aws:ec2:eu-central-1::snapshot/snap-0a1";
    var item = item("AWS::EC2::Snapshot", snapshot, Map.of("VolumeId", "vol-0a1"));

    assertThat(relations(item)).containsExactly(snapshot + " snapshotOf " + EC2 + "volume/vol-0a1");
  }

  @Test
  void a_copied_snapshot_is_of_no_volume() {
    var item =
        item(
            "AWS::EC2::Snapshot",
            "arn:aws:ec2:eu-central-1::snapshot/snap-0a1",
            Map.of("volumeId", "vol-ffffffff"));

    assertThat(relations(item)).isEmpty();
  }

  @Test
  void an_image_has_its_snapshots_as_parts() {
    var image = "arn:aws:ec2:eu-central-1::image/ami-0a1";
    var item =
        item(
            "AWS::EC2::Image",
            image,
            Map.of(
                "BlockDeviceMappings", List.of(Map.of("Ebs", Map.of("SnapshotId", "snap-0a1")))));

    assertThat(relations(item))
        .containsExactly(image + " hasPart arn:aws:ec2:eu-central-1::snapshot/snap-0a1");
  }

  @Test
  void an_auto_scaling_group_contains_its_instances_and_takes_what_target_groups_send() {
    var group =
        "arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:0f9e:autoScalingGroupName/web";
    var item =
        item(
            "AWS::AutoScaling::AutoScalingGroup",
            group,
            Map.of(
                "instances", List.of(Map.of("instanceId", "i-0a1")),
                "targetGroupARNs", List.of(ELB + "targetgroup/web/0f9e"),
                "vpczoneIdentifier", "subnet-0a1, subnet-0a2"));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            INSTANCE + " containedIn " + group,
            ELB + "targetgroup/web/0f9e routesTo " + group,
            group + " containedIn " + EC2 + "subnet/subnet-0a1",
            group + " containedIn " + EC2 + "subnet/subnet-0a2");
  }

  @Test
  void a_function_assumes_its_role_and_runs_its_layers_in_its_subnets() {
    var layer = "arn:aws:lambda:eu-central-1:111122223333:layer:tracing:3";
    var function =
        item(
            "AWS::Lambda::Function",
            LAMBDA + "pay",
            Map.of(
                "functionName",
                "pay",
                "role",
                IAM + "role/pay",
                "layers",
                List.of(Map.of("arn", layer, "codeSize", 12)),
                "vpcConfig",
                Map.of("subnetIds", List.of("subnet-0a1"), "securityGroupIds", List.of("sg-0a1"))));

    assertThat(relations(function))
        .containsExactlyInAnyOrder(
            LAMBDA + "pay assumes " + IAM + "role/pay",
            LAMBDA + "pay runs " + layer,
            LAMBDA + "pay containedIn " + EC2 + "subnet/subnet-0a1",
            LAMBDA + "pay protectedBy " + EC2 + "security-group/sg-0a1");
  }

  @Test
  void a_function_runs_the_image_that_holds_its_code() {
    var item =
        item(
            "AWS::Lambda::Function",
            LAMBDA + "pay",
            Map.of("Code", Map.of("ImageUri", REGISTRY + "pay@sha256:0f9e")));

    assertThat(relations(item))
        .containsExactly(LAMBDA + "pay runs " + REPOSITORY + "pay/sha256:0f9e");
  }

  @Test
  void a_notebook_assumes_its_role_in_its_subnet_behind_its_groups() {
    var notebook = "arn:aws:sagemaker:eu-central-1:111122223333:notebook-instance/lab";
    var item =
        item(
            "AWS::SageMaker::NotebookInstance",
            notebook,
            Map.of(
                "RoleArn",
                IAM + "role/lab",
                "SubnetId",
                "subnet-0a1",
                "SecurityGroupIds",
                List.of("sg-0a1")));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            notebook + " assumes " + IAM + "role/lab",
            notebook + " containedIn " + EC2 + "subnet/subnet-0a1",
            notebook + " protectedBy " + EC2 + "security-group/sg-0a1");
    assertThat(attributes(item)).containsEntry("role", IAM + "role/lab");
  }

  @Test
  void a_service_is_defined_by_its_task_definition_in_its_cluster() {
    var service =
        item(
            "AWS::ECS::Service",
            ECS + "service/prod/web",
            Map.of(
                "Cluster",
                ECS + "cluster/prod",
                "TaskDefinition",
                ECS + "task-definition/web:7",
                "NetworkConfiguration",
                Map.of(
                    "AwsvpcConfiguration",
                    Map.of("SecurityGroups", List.of("sg-0a1"), "Subnets", List.of("subnet-0a1"))),
                "LoadBalancers",
                List.of(Map.of("TargetGroupArn", ELB + "targetgroup/web/0f9e"))));

    assertThat(relations(service))
        .containsExactlyInAnyOrder(
            ECS + "service/prod/web containedIn " + ECS + "cluster/prod",
            ECS + "service/prod/web containedIn " + EC2 + "subnet/subnet-0a1",
            ECS + "service/prod/web definedBy " + ECS + "task-definition/web:7",
            ECS + "service/prod/web protectedBy " + EC2 + "security-group/sg-0a1",
            ELB + "targetgroup/web/0f9e routesTo " + ECS + "service/prod/web");
  }

  @ParameterizedTest
  @CsvSource({"ENABLED, public", "DISABLED, private"})
  void a_service_says_whether_its_tasks_get_public_addresses(String word, String address) {
    var item =
        item(
            "AWS::ECS::Service",
            ECS + "service/prod/web",
            Map.of(
                "NetworkConfiguration",
                Map.of("AwsvpcConfiguration", Map.of("AssignPublicIp", word))));

    assertThat(attributes(item)).containsEntry("address", address);
  }

  @Test
  void a_task_definition_runs_images_of_ecr_and_assumes_its_roles() {
    var definition = ECS + "task-definition/web:7";
    var item =
        item(
            "AWS::ECS::TaskDefinition",
            definition,
            Map.of(
                "TaskRoleArn",
                IAM + "role/web",
                "ExecutionRoleArn",
                IAM + "role/start",
                "ContainerDefinitions",
                List.of(
                    Map.of("Image", REGISTRY + "shop@sha256:0f9e"),
                    Map.of("Image", REGISTRY + "sidecar:latest"),
                    Map.of("Image", "nginx:1.27"),
                    Map.of("Image", "team/app@sha256:0f9e"),
                    Map.of("Image", "i-0a1"))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            definition + " assumes " + IAM + "role/web",
            definition + " assumes " + IAM + "role/start",
            definition + " runs " + REPOSITORY + "shop/sha256:0f9e",
            definition + " runs " + REPOSITORY + "sidecar:latest");
  }

  @Test
  void a_cluster_assumes_its_role_in_its_subnets_behind_its_groups() {
    var cluster = "arn:aws:eks:eu-central-1:111122223333:cluster/prod";
    var key = "arn:aws:kms:eu-central-1:111122223333:key/0f9e";
    var item =
        item(
            "AWS::EKS::Cluster",
            cluster,
            Map.of(
                "RoleArn",
                IAM + "role/eks",
                "ResourcesVpcConfig",
                Map.of("SecurityGroupIds", List.of("sg-0a1"), "SubnetIds", List.of("subnet-0a1")),
                "EncryptionConfig",
                List.of(Map.of("Provider", Map.of("KeyArn", key)))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            cluster + " assumes " + IAM + "role/eks",
            cluster + " containedIn " + EC2 + "subnet/subnet-0a1",
            cluster + " protectedBy " + EC2 + "security-group/sg-0a1",
            cluster + " encryptedWith " + key);
  }

  private static Payload instance(Map<String, ?> configuration) {
    return item("AWS::EC2::Instance", INSTANCE, configuration);
  }
}
