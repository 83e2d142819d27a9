// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * What a finding tells of the workload in a cluster: the images of EKS, the task of ECS.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/guardduty/latest/APIReference/API_KubernetesWorkloadDetails.html">
 *     KubernetesWorkloadDetails</a>
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/APIReference/API_EcsTaskDetails.html">
 *     EcsTaskDetails</a>
 */
final class GuardDutyWorkload {
  static final Shape<GuardDutyWorkload> CONTAINER =
      part().text("image", (workload, value) -> workload.images.add(value));

  static final Shape<GuardDutyWorkload> TASK =
      Shape.of(GuardDutyWorkload::new)
          .inEitherCase()
          .text("arn", (workload, value) -> workload.task = value)
          .text("definitionArn", (workload, value) -> workload.definition = value)
          .text("group", (workload, value) -> workload.group = value)
          .eachInside("containers", CONTAINER);

  static final Shape<GuardDutyWorkload> KUBERNETES =
      part().inside("kubernetesWorkloadDetails", part().eachInside("containers", CONTAINER));

  private static final String KUBERNETES_CLUSTER = "AWS::EKS::Cluster";

  /** What ECS puts before the name of the service that a task is of. */
  private static final String OF_SERVICE = "service:";

  private String task = "";
  private String definition = "";
  private String group = "";
  private final List<String> images = new ArrayList<>(1);

  private static Shape<GuardDutyWorkload> part() {
    return Shape.<GuardDutyWorkload>part().inEitherCase();
  }

  /** Nothing for a resource that is no cluster: its workload is not told. */
  void relate(Resource resource, StatedRelations relations) {
    if (resource.type().name().equals(KUBERNETES_CLUSTER)) {
      images.forEach(image -> relations.addImage(resource, image));
    } else if (resource.type().name().equals(TypeName.CLUSTER)) {
      relateTask(resource, relations);
    }
  }

  private void relateTask(Resource cluster, StatedRelations relations) {
    Mention.of(task, "")
        .seenFrom(cluster)
        .ifPresent(
            running -> {
              relations.add(running, RelationType.CONTAINED_IN, cluster);
              relations.add(running, RelationType.DEFINED_BY, definition);
              images.forEach(image -> relations.addImage(running, image));
            });
    Mention.of(definition, "")
        .seenFrom(cluster)
        .ifPresent(by -> images.forEach(image -> relations.addImage(by, image)));
    service(cluster)
        .seenFrom(cluster)
        .ifPresent(
            service -> {
              relations.add(service, RelationType.CONTAINED_IN, cluster);
              relations.add(service, RelationType.DEFINED_BY, definition);
            });
  }

  /**
   * The service's ARN has the names of both, in the form of all services since 2021.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html">Amazon
   *     Resource Names and IDs</a>
   */
  private Mention service(Resource cluster) {
    var arn = cluster.arn();
    return group.startsWith(OF_SERVICE)
        ? Mention.of(
            arn.withResource("service/" + arn.name() + "/" + group.substring(OF_SERVICE.length()))
                .toString(),
            TypeName.SERVICE)
        : Mention.NONE;
  }
}
