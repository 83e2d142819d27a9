// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.mention;
import static io.breakwater.core.decode.Configuration.part;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.ResourceType;
import java.util.Map;

/** ECS, EKS and ECR. */
final class ContainerPaths {
  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.of(
          TypeName.SERVICE,
          service(),
          TypeName.TASK_DEFINITION,
          part("taskRoleArn", TypeName.ROLE)
              .text("executionRoleArn", mention(TypeName.ROLE))
              .eachInside("containerDefinitions", part().text("image", Configuration::image)),
          "AWS::ECS::Task",
          part("clusterArn", TypeName.CLUSTER)
              .text("taskDefinitionArn", mention(TypeName.TASK_DEFINITION))
              .eachInside("containers", part().text("image", Configuration::image)),
          "AWS::EKS::Cluster",
          cluster(),
          ResourceType.ECR_IMAGE.name(),
          part()
              .texts(
                  "imageTags",
                  (image, tag) ->
                      image.relate(Mention.tagged(tag), RelationType.RUNS, Mention.ITSELF)),
          "AWS::ECR::Repository",
          part().inside("encryptionConfiguration", part("kmsKey", TypeName.KEY)));

  private ContainerPaths() {}

  private static Shape<Configuration> service() {
    return part("cluster", TypeName.CLUSTER)
        .text("taskDefinition", mention(TypeName.TASK_DEFINITION))
        .text("role", mention(TypeName.ROLE))
        .inside(
            "networkConfiguration",
            part()
                .inside(
                    "awsvpcConfiguration",
                    part()
                        .text("assignPublicIp", Configuration.address("ENABLED", "DISABLED"))
                        .texts("securityGroups", mention(TypeName.SECURITY_GROUP))
                        .texts("subnets", mention(TypeName.SUBNET))))
        .eachInside("loadBalancers", part("targetGroupArn", TypeName.TARGET_GROUP));
  }

  private static Shape<Configuration> cluster() {
    return part("roleArn", TypeName.ROLE)
        .inside(
            "resourcesVpcConfig",
            part("vpcId", TypeName.VPC)
                .text("clusterSecurityGroupId", mention(TypeName.SECURITY_GROUP))
                .texts("securityGroupIds", mention(TypeName.SECURITY_GROUP))
                .texts("subnetIds", mention(TypeName.SUBNET)))
        .eachInside("encryptionConfig", part().inside("provider", part("keyArn", TypeName.KEY)));
  }
}
