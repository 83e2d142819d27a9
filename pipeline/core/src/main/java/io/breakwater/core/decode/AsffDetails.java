// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.json.Shape;
import io.breakwater.core.resource.ResourceType;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The members of a resource's {@code Details}, by their names. They describe a resource in the
 * words of Config, with capitals, so they are read as its configuration is: for whom they mention.
 * What a configuration says of the resource itself is left to Config, which tells when it changes.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_ResourceDetails.html">
 *     ResourceDetails</a>
 */
final class AsffDetails {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("AwsDynamoDbTable", "AWS::DynamoDB::Table"),
          Map.entry("AwsEc2Eip", "AWS::EC2::EIP"),
          Map.entry("AwsEc2Instance", TypeName.INSTANCE),
          Map.entry("AwsEc2NetworkAcl", TypeName.NETWORK_ACL),
          Map.entry("AwsEc2NetworkInterface", TypeName.NETWORK_INTERFACE),
          Map.entry("AwsEc2RouteTable", "AWS::EC2::RouteTable"),
          Map.entry("AwsEc2SecurityGroup", TypeName.SECURITY_GROUP),
          Map.entry("AwsEc2Subnet", TypeName.SUBNET),
          Map.entry("AwsEc2Volume", TypeName.VOLUME),
          Map.entry("AwsEcrContainerImage", ResourceType.ECR_IMAGE.name()),
          Map.entry("AwsEcsService", TypeName.SERVICE),
          Map.entry("AwsEcsTask", "AWS::ECS::Task"),
          Map.entry("AwsEcsTaskDefinition", TypeName.TASK_DEFINITION),
          Map.entry("AwsEksCluster", "AWS::EKS::Cluster"),
          Map.entry("AwsElbLoadBalancer", "AWS::ElasticLoadBalancing::LoadBalancer"),
          Map.entry("AwsElbv2LoadBalancer", TypeName.LOAD_BALANCER),
          Map.entry("AwsIamGroup", TypeName.GROUP),
          Map.entry("AwsIamRole", TypeName.ROLE),
          Map.entry("AwsIamUser", TypeName.USER),
          Map.entry("AwsLambdaFunction", TypeName.FUNCTION),
          Map.entry("AwsRdsDbCluster", TypeName.DB_CLUSTER),
          Map.entry("AwsRdsDbClusterSnapshot", "AWS::RDS::DBClusterSnapshot"),
          Map.entry("AwsRdsDbInstance", TypeName.DB_INSTANCE),
          Map.entry("AwsRdsDbSnapshot", "AWS::RDS::DBSnapshot"),
          Map.entry("AwsSageMakerNotebookInstance", TypeName.NOTEBOOK),
          Map.entry("AwsSecretsManagerSecret", "AWS::SecretsManager::Secret"));

  static final Map<String, Shape<Configuration>> BY_NAME =
      TYPES.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  entry -> ConfigurationPaths.of(entry.getValue()).orElseThrow()));

  private AsffDetails() {}
}
