// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceTypesTest {
  @ParameterizedTest
  @CsvSource({
    "AwsAccount, AWS::::Account",
    "AwsAmazonMqBroker, AWS::AmazonMQ::Broker",
    "AwsApiGatewayRestApi, AWS::ApiGateway::RestApi",
    "AwsApiGatewayStage, AWS::ApiGateway::Stage",
    "AwsApiGatewayV2Api, AWS::ApiGatewayV2::Api",
    "AwsApiGatewayV2Stage, AWS::ApiGatewayV2::Stage",
    "AwsAppSyncGraphQlApi, AWS::AppSync::GraphQLApi",
    "AwsAthenaWorkGroup, AWS::Athena::WorkGroup",
    "AwsAutoScalingAutoScalingGroup, AWS::AutoScaling::AutoScalingGroup",
    "AwsAutoScalingLaunchConfiguration, AWS::AutoScaling::LaunchConfiguration",
    "AwsBackupBackupPlan, AWS::Backup::BackupPlan",
    "AwsBackupBackupVault, AWS::Backup::BackupVault",
    "AwsBackupRecoveryPoint, AWS::Backup::RecoveryPoint",
    "AwsCertificateManagerCertificate, AWS::CertificateManager::Certificate",
    "AwsCloudFormationStack, AWS::CloudFormation::Stack",
    "AwsCloudFrontDistribution, AWS::CloudFront::Distribution",
    "AwsCloudTrailTrail, AWS::CloudTrail::Trail",
    "AwsCloudWatchAlarm, AWS::CloudWatch::Alarm",
    "AwsCodeBuildProject, AWS::CodeBuild::Project",
    "AwsDmsEndpoint, AWS::DMS::Endpoint",
    "AwsDmsReplicationInstance, AWS::DMS::ReplicationInstance",
    "AwsDmsReplicationTask, AWS::DMS::ReplicationTask",
    "AwsDynamoDbTable, AWS::DynamoDB::Table",
    "AwsEc2ClientVpnEndpoint, AWS::EC2::ClientVpnEndpoint",
    "AwsEc2Eip, AWS::EC2::EIP",
    "AwsEc2Instance, AWS::EC2::Instance",
    "AwsEc2LaunchTemplate, AWS::EC2::LaunchTemplate",
    "AwsEc2NetworkAcl, AWS::EC2::NetworkAcl",
    "AwsEc2NetworkInterface, AWS::EC2::NetworkInterface",
    "AwsEc2RouteTable, AWS::EC2::RouteTable",
    "AwsEc2SecurityGroup, AWS::EC2::SecurityGroup",
    "AwsEc2Subnet, AWS::EC2::Subnet",
    "AwsEc2TransitGateway, AWS::EC2::TransitGateway",
    "AwsEc2Volume, AWS::EC2::Volume",
    "AwsEc2Vpc, AWS::EC2::VPC",
    "AwsEc2VpcEndpointService, AWS::EC2::VPCEndpointService",
    "AwsEc2VpcPeeringConnection, AWS::EC2::VPCPeeringConnection",
    "AwsEc2VpnConnection, AWS::EC2::VPNConnection",
    "AwsEcrContainerImage, AWS::ECR::ContainerImage",
    "AwsEcrRepository, AWS::ECR::Repository",
    "AwsEcsCluster, AWS::ECS::Cluster",
    "AwsEcsContainer, AWS::ECS::Container",
    "AwsEcsService, AWS::ECS::Service",
    "AwsEcsTask, AWS::ECS::Task",
    "AwsEcsTaskDefinition, AWS::ECS::TaskDefinition",
    "AwsEfsAccessPoint, AWS::EFS::AccessPoint",
    "AwsEksCluster, AWS::EKS::Cluster",
    "AwsElasticBeanstalkEnvironment, AWS::ElasticBeanstalk::Environment",
    "AwsElasticsearchDomain, AWS::Elasticsearch::Domain",
    "AwsElbLoadBalancer, AWS::ElasticLoadBalancing::LoadBalancer",
    "AwsElbv2LoadBalancer, AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AwsEventSchemasRegistry, AWS::EventSchemas::Registry",
    "AwsEventsEndpoint, AWS::Events::Endpoint",
    "AwsEventsEventbus, AWS::Events::EventBus",
    "AwsGuardDutyDetector, AWS::GuardDuty::Detector",
    "AwsIamAccessKey, AWS::IAM::AccessKey",
    "AwsIamGroup, AWS::IAM::Group",
    "AwsIamPolicy, AWS::IAM::Policy",
    "AwsIamRole, AWS::IAM::Role",
    "AwsIamUser, AWS::IAM::User",
    "AwsKinesisStream, AWS::Kinesis::Stream",
    "AwsKmsKey, AWS::KMS::Key",
    "AwsLambdaFunction, AWS::Lambda::Function",
    "AwsLambdaLayerVersion, AWS::Lambda::LayerVersion",
    "AwsMskCluster, AWS::MSK::Cluster",
    "AwsNetworkFirewallFirewall, AWS::NetworkFirewall::Firewall",
    "AwsNetworkFirewallFirewallPolicy, AWS::NetworkFirewall::FirewallPolicy",
    "AwsNetworkFirewallRuleGroup, AWS::NetworkFirewall::RuleGroup",
    "AwsOpenSearchServiceDomain, AWS::OpenSearchService::Domain",
    "AwsRdsDbCluster, AWS::RDS::DBCluster",
    "AwsRdsDbClusterSnapshot, AWS::RDS::DBClusterSnapshot",
    "AwsRdsDbInstance, AWS::RDS::DBInstance",
    "AwsRdsDbSecurityGroup, AWS::RDS::DBSecurityGroup",
    "AwsRdsDbSnapshot, AWS::RDS::DBSnapshot",
    "AwsRdsEventSubscription, AWS::RDS::EventSubscription",
    "AwsRedshiftCluster, AWS::Redshift::Cluster",
    "AwsRoute53HostedZone, AWS::Route53::HostedZone",
    "AwsS3AccessPoint, AWS::S3::AccessPoint",
    "AwsS3AccountPublicAccessBlock, AWS::S3::AccountPublicAccessBlock",
    "AwsS3Bucket, AWS::S3::Bucket",
    "AwsS3Object, AWS::S3::Object",
    "AwsSageMakerNotebookInstance, AWS::SageMaker::NotebookInstance",
    "AwsSecretsManagerSecret, AWS::SecretsManager::Secret",
    "AwsSnsTopic, AWS::SNS::Topic",
    "AwsSqsQueue, AWS::SQS::Queue",
    "AwsSsmPatchCompliance, AWS::SSM::PatchCompliance",
    "AwsStepFunctionStateMachine, AWS::StepFunctions::StateMachine",
    "AwsWafRateBasedRule, AWS::WAF::RateBasedRule",
    "AwsWafRegionalRateBasedRule, AWS::WAFRegional::RateBasedRule",
    "AwsWafRegionalRule, AWS::WAFRegional::Rule",
    "AwsWafRegionalRuleGroup, AWS::WAFRegional::RuleGroup",
    "AwsWafRegionalWebAcl, AWS::WAFRegional::WebACL",
    "AwsWafRule, AWS::WAF::Rule",
    "AwsWafRuleGroup, AWS::WAF::RuleGroup",
    "AwsWafWebAcl, AWS::WAF::WebACL",
    "AwsWafv2RuleGroup, AWS::WAFv2::RuleGroup",
    "AwsWafv2WebAcl, AWS::WAFv2::WebACL",
    "AwsXrayEncryptionConfig, AWS::XRay::EncryptionConfig",
  })
  void an_asff_type_becomes_its_cloudformation_name(String asff, String cloudFormation) {
    assertThat(ResourceTypes.of(asff).name()).isEqualTo(cloudFormation);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_EC2_INSTANCE, AWS::EC2::Instance",
    "AWS_ECR_CONTAINER_IMAGE, AWS::ECR::ContainerImage",
    "AWS_LAMBDA_FUNCTION, AWS::Lambda::Function",
    "Instance, AWS::EC2::Instance",
    "AccessKey, AWS::IAM::AccessKey",
    "S3Bucket, AWS::S3::Bucket",
    "EKSCluster, AWS::EKS::Cluster",
    "ECSCluster, AWS::ECS::Cluster",
    "Lambda, AWS::Lambda::Function",
    "RDSDBInstance, AWS::RDS::DBInstance",
    "EC2_NETWORK_INTERFACE, AWS::EC2::NetworkInterface",
    "AUTOSCALING_AUTO_SCALING_GROUP, AWS::AutoScaling::AutoScalingGroup",
    "AWS::ACM::Certificate, AWS::CertificateManager::Certificate",
    "AWS::OpenSearch::Domain, AWS::OpenSearchService::Domain",
    "AWS::IAM::ManagedPolicy, AWS::IAM::Policy",
  })
  void what_other_products_call_a_type_becomes_its_cloudformation_name(
      String name, String cloudFormation) {
    assertThat(ResourceTypes.of(name).name()).isEqualTo(cloudFormation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS::EC2::Instance",
        "Other",
        "Container",
        "CODE_REPOSITORY",
        "AwsTimeMachineEra",
        "microsoft.compute/virtualmachines",
        "AwsEc2"
      })
  void a_name_that_no_rule_knows_stays_what_it_is(String name) {
    assertThat(ResourceTypes.of(name).name()).isEqualTo(name);
  }

  @Test
  void a_thing_of_a_known_service_needs_no_entry_of_its_own() {
    var types = List.of("AwsEc2CarrierGateway", "AwsSageMakerHub");

    assertThat(types)
        .extracting(type -> ResourceTypes.of(type).name())
        .containsExactly("AWS::EC2::CarrierGateway", "AWS::SageMaker::Hub");
  }

  @Test
  void no_type_is_other() {
    assertThat(ResourceTypes.of("")).isEqualTo(ResourceType.OTHER);
  }
}
