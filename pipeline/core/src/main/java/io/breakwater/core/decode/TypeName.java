// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

/** CloudFormation's names of the types that configurations mention or are of. */
final class TypeName {
  static final String API_DOMAIN = "AWS::ApiGateway::DomainName";
  static final String AUTO_SCALING_GROUP = "AWS::AutoScaling::AutoScalingGroup";
  static final String BUCKET = "AWS::S3::Bucket";
  static final String CERTIFICATE = "AWS::CertificateManager::Certificate";
  static final String CLUSTER = "AWS::ECS::Cluster";
  static final String DB_CLUSTER = "AWS::RDS::DBCluster";
  static final String DB_INSTANCE = "AWS::RDS::DBInstance";
  static final String DB_SUBNET_GROUP = "AWS::RDS::DBSubnetGroup";
  static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
  static final String FUNCTION = "AWS::Lambda::Function";
  static final String GROUP = "AWS::IAM::Group";
  static final String IMAGE = "AWS::EC2::Image";
  static final String INSTANCE = "AWS::EC2::Instance";
  static final String INSTANCE_PROFILE = "AWS::IAM::InstanceProfile";
  static final String INTERNET_GATEWAY = "AWS::EC2::InternetGateway";
  static final String KEY = "AWS::KMS::Key";
  static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
  static final String NAT_GATEWAY = "AWS::EC2::NatGateway";
  static final String NETWORK_ACL = "AWS::EC2::NetworkAcl";
  static final String NETWORK_INTERFACE = "AWS::EC2::NetworkInterface";
  static final String NOTEBOOK = "AWS::SageMaker::NotebookInstance";
  static final String POLICY = "AWS::IAM::Policy";
  static final String ROLE = "AWS::IAM::Role";
  static final String SECURITY_GROUP = "AWS::EC2::SecurityGroup";
  static final String SERVICE = "AWS::ECS::Service";
  static final String SNAPSHOT = "AWS::EC2::Snapshot";
  static final String SUBNET = "AWS::EC2::Subnet";
  static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";
  static final String TASK_DEFINITION = "AWS::ECS::TaskDefinition";
  static final String USER = "AWS::IAM::User";
  static final String VOLUME = "AWS::EC2::Volume";
  static final String VPC = "AWS::EC2::VPC";

  private TypeName() {}
}
