// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import io.breakwater.core.hash.Sha256;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The types that resources of scenarios can be of, and what their resources are called. */
enum SubjectType {
  INSTANCE("AWS::EC2::Instance", "AwsEc2Instance", Place.arn("ec2", "instance/"), "i-0"),
  FUNCTION("AWS::Lambda::Function", "AwsLambdaFunction", Place.arn("lambda", "function:")),
  BUCKET("AWS::S3::Bucket", "AwsS3Bucket", "arn:aws:s3:::"),
  USER("AWS::IAM::User", "AwsIamUser", Place.globalArn("iam", "user/")),
  SERVICE("AWS::ECS::Service", "AwsEcsService", Place.arn("ecs", "service/scenarios/")),
  KUBERNETES("AWS::EKS::Cluster", "AwsEksCluster", Place.arn("eks", "cluster/")),
  TABLE("AWS::DynamoDB::Table", "AwsDynamoDbTable", Place.arn("dynamodb", "table/")),
  DATABASE("AWS::RDS::DBInstance", "AwsRdsDbInstance", Place.arn("rds", "db:")),
  NOTEBOOK(
      "AWS::SageMaker::NotebookInstance",
      "AwsSageMakerNotebookInstance",
      Place.arn("sagemaker", "notebook-instance/")),

  SECURITY_GROUP(
      "AWS::EC2::SecurityGroup",
      "AwsEc2SecurityGroup",
      Place.arn("ec2", "security-group/"),
      "sg-0"),
  NETWORK_ACL(
      "AWS::EC2::NetworkAcl", "AwsEc2NetworkAcl", Place.arn("ec2", "network-acl/"), "acl-0"),
  NETWORK_INTERFACE(
      "AWS::EC2::NetworkInterface",
      "AwsEc2NetworkInterface",
      Place.arn("ec2", "network-interface/"),
      "eni-0"),
  SUBNET("AWS::EC2::Subnet", "AwsEc2Subnet", Place.arn("ec2", "subnet/"), "subnet-0"),
  VPC("AWS::EC2::VPC", "AwsEc2Vpc", Place.arn("ec2", "vpc/"), "vpc-0"),
  ROUTE_TABLE(
      "AWS::EC2::RouteTable", "AwsEc2RouteTable", Place.arn("ec2", "route-table/"), "rtb-0"),
  SECRET(
      "AWS::SecretsManager::Secret",
      "AwsSecretsManagerSecret",
      Place.arn("secretsmanager", "secret:")),
  KEY("AWS::KMS::Key", "AwsKmsKey", Place.arn("kms", "key/")),
  VOLUME("AWS::EC2::Volume", "AwsEc2Volume", Place.arn("ec2", "volume/"), "vol-0"),
  SNAPSHOT("AWS::EC2::Snapshot", "Other", Place.sharedArn("ec2", "snapshot/"), "snap-0"),
  IMAGE("AWS::EC2::Image", "Other", Place.sharedArn("ec2", "image/"), "ami-0"),
  ROLE("AWS::IAM::Role", "AwsIamRole", Place.globalArn("iam", "role/")),
  POLICY("AWS::IAM::Policy", "AwsIamPolicy", Place.globalArn("iam", "policy/")),
  GROUP("AWS::IAM::Group", "AwsIamGroup", Place.globalArn("iam", "group/")),
  PROFILE("AWS::IAM::InstanceProfile", "Other", Place.globalArn("iam", "instance-profile/")),
  CLUSTER("AWS::ECS::Cluster", "AwsEcsCluster", Place.arn("ecs", "cluster/")),
  TASK_DEFINITION(
      "AWS::ECS::TaskDefinition", "AwsEcsTaskDefinition", Place.arn("ecs", "task-definition/")),
  CONTAINER_IMAGE(
      "AWS::ECR::ContainerImage", "AwsEcrContainerImage", Place.arn("ecr", "repository/")),
  DATABASE_CLUSTER("AWS::RDS::DBCluster", "AwsRdsDbCluster", Place.arn("rds", "cluster:")),
  DATABASE_SNAPSHOT("AWS::RDS::DBSnapshot", "AwsRdsDbSnapshot", Place.arn("rds", "snapshot:")),
  CLUSTER_SNAPSHOT(
      "AWS::RDS::DBClusterSnapshot",
      "AwsRdsDbClusterSnapshot",
      Place.arn("rds", "cluster-snapshot:")),
  CERTIFICATE(
      "AWS::CertificateManager::Certificate",
      "AwsCertificateManagerCertificate",
      Place.arn("acm", "certificate/"));

  /** Those that there are exposures of. */
  private static final Set<SubjectType> PRIMARY = EnumSet.range(INSTANCE, NOTEBOOK);

  private static final int HASH_LENGTH = 8;
  private static final int ID_LENGTH = 16;

  final String type;

  /** What ASFF calls it. */
  final String asff;

  private final String arnHead;

  /** Where resources have an id instead of a name, what it begins with. */
  private final String idHead;

  SubjectType(String type, String asff, String arnHead) {
    this(type, asff, arnHead, "");
  }

  SubjectType(String type, String asff, String arnHead, String idHead) {
    this.type = type;
    this.asff = asff;
    this.arnHead = arnHead;
    this.idHead = idHead;
  }

  /** A resource of the type. */
  Subject named(String name, String hash) {
    var id = id(name, hash);
    return new Subject(type, id, arnHead + id.replace('@', '/'));
  }

  private String id(String name, String hash) {
    if (!idHead.isEmpty()) {
      return idHead + hash.substring(0, ID_LENGTH);
    }
    var unique = name + "-" + hash.substring(0, HASH_LENGTH);
    return switch (this) {
      case TASK_DEFINITION -> unique + ":1";
      case CONTAINER_IMAGE -> unique + "@sha256:" + hash + Sha256.identity(hash);
      case CERTIFICATE -> Occasion.uuid(hash);
      default -> unique;
    };
  }

  boolean isPrimary() {
    return PRIMARY.contains(this);
  }

  static Optional<SubjectType> of(String type) {
    return Arrays.stream(values()).filter(known -> known.type.equals(type)).findFirst();
  }
}
