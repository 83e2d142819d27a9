// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardDutyWorkloadTest {
  private static final String ECS = "arn:aws:ecs:eu-central-1:111122223333:";
  private static final String REGISTRY = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/";
  private static final String REPOSITORY = "arn:aws:ecr:eu-central-1:111122223333:repository/";

  @Test
  void a_cluster_runs_the_images_that_its_finding_tells() {
    var cluster = "arn:aws:eks:eu-central-1:111122223333:cluster/prod";
    var finding =
        Fixture.of("guardduty/instance")
            .with(
                "/detail/resource",
                Map.of(
                    "resourceType",
                    "EKSCluster",
                    "eksClusterDetails",
                    Map.of("name", "prod", "arn", cluster),
                    "kubernetesDetails",
                    Map.of(
                        "kubernetesWorkloadDetails",
                        Map.of(
                            "name",
                            "shop",
                            "containers",
                            List.of(
                                Map.of("image", REGISTRY + "shop@sha256:0f9e"),
                                Map.of("image", "nginx:1.27")))),
                    "containerDetails",
                    Map.of("name", "sidecar", "image", REGISTRY + "sidecar:v1")));

    assertThat(finding.part().relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            cluster + " runs " + REPOSITORY + "shop/sha256:0f9e",
            cluster + " runs " + REPOSITORY + "sidecar:v1");
  }

  @Test
  void a_finding_of_a_task_tells_its_definition_images_and_service() {
    var cluster = ECS + "cluster/prod";
    var definition = ECS + "task-definition/web:7";
    var task = ECS + "task/prod/0f9e";
    var image = " runs " + REPOSITORY + "shop/sha256:0f9e";
    var finding =
        Fixture.of("guardduty/instance")
            .with(
                "/detail/resource",
                Map.of(
                    "resourceType",
                    "ECSCluster",
                    "ecsClusterDetails",
                    Map.of(
                        "arn",
                        cluster,
                        "taskDetails",
                        Map.of(
                            "arn",
                            task,
                            "definitionArn",
                            definition,
                            "group",
                            "service:web",
                            "containers",
                            List.of(Map.of("image", REGISTRY + "shop@sha256:0f9e"))))));

    assertThat(finding.part().relations())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            task + " containedIn " + cluster,
            task + " definedBy " + definition,
            task + image,
            definition + image,
            ECS + "service/prod/web containedIn " + cluster,
            ECS + "service/prod/web definedBy " + definition);
  }

  @Test
  void the_workload_of_a_task_of_no_service_is_that_task_alone() {
    var finding =
        Fixture.of("guardduty/instance")
            .with(
                "/detail/resource",
                Map.of(
                    "resourceType",
                    "ECSCluster",
                    "ecsClusterDetails",
                    Map.of(
                        "arn",
                        ECS + "cluster/prod",
                        "taskDetails",
                        Map.of("arn", ECS + "task/prod/0f9e", "group", "family:web"))));

    assertThat(finding.part().relations())
        .extracting(Object::toString)
        .containsExactly(ECS + "task/prod/0f9e containedIn " + ECS + "cluster/prod");
  }
}
