// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArnRulesTest {
  @ParameterizedTest
  @CsvSource({
    "ec2:eu-west-1:111122223333:instance/i-0a1, AWS::EC2::Instance",
    "ec2:eu-west-1:111122223333:security-group/sg-0a1, AWS::EC2::SecurityGroup",
    "ec2:eu-west-1:111122223333:network-acl/acl-0a1, AWS::EC2::NetworkAcl",
    "ec2:eu-west-1:111122223333:subnet/subnet-0a1, AWS::EC2::Subnet",
    "ec2:eu-west-1:111122223333:vpc/vpc-0a1, AWS::EC2::VPC",
    "ec2:eu-west-1:111122223333:vpc-endpoint/vpce-0a1, AWS::EC2::VPCEndpoint",
    "ec2:eu-west-1:111122223333:volume/vol-0a1, AWS::EC2::Volume",
    "ec2:eu-west-1::snapshot/snap-0a1, AWS::EC2::Snapshot",
    "ec2:eu-west-1::image/ami-0a1, AWS::EC2::Image",
    "ec2:eu-west-1:111122223333:network-interface/eni-0a1, AWS::EC2::NetworkInterface",
    "ec2:eu-west-1:111122223333:internet-gateway/igw-0a1, AWS::EC2::InternetGateway",
    "ec2:eu-west-1:111122223333:route-table/rtb-0a1, AWS::EC2::RouteTable",
    "ec2:eu-west-1:111122223333:launch-template/lt-0a1, AWS::EC2::LaunchTemplate",
    "iam::111122223333:user/division/mary, AWS::IAM::User",
    "iam::111122223333:role/service-role/deploy, AWS::IAM::Role",
    "iam::aws:policy/AdministratorAccess, AWS::IAM::Policy",
    "iam::111122223333:group/admins, AWS::IAM::Group",
    "iam::111122223333:instance-profile/web, AWS::IAM::InstanceProfile",
    "iam::111122223333:server-certificate/tls, AWS::IAM::ServerCertificate",
    "iam::111122223333:root, AWS::::Account",
    "lambda:eu-west-1:111122223333:function:pay, AWS::Lambda::Function",
    "lambda:eu-west-1:111122223333:layer:log4j:3, AWS::Lambda::LayerVersion",
    "s3:::invoices, AWS::S3::Bucket",
    "s3:eu-west-1:111122223333:accesspoint/audit, AWS::S3::AccessPoint",
    "dynamodb:eu-west-1:111122223333:table/orders, AWS::DynamoDB::Table",
    "dynamodb:eu-west-1:111122223333:table/orders/stream/2026, AWS::DynamoDB::Stream",
    "rds:eu-west-1:111122223333:db:books, AWS::RDS::DBInstance",
    "rds:eu-west-1:111122223333:cluster:books, AWS::RDS::DBCluster",
    "rds:eu-west-1:111122223333:snapshot:rds:books, AWS::RDS::DBSnapshot",
    "rds:eu-west-1:111122223333:cluster-snapshot:books, AWS::RDS::DBClusterSnapshot",
    "rds:eu-west-1:111122223333:subgrp:private, AWS::RDS::DBSubnetGroup",
    "ecs:eu-west-1:111122223333:cluster/prod, AWS::ECS::Cluster",
    "ecs:eu-west-1:111122223333:service/prod/web, AWS::ECS::Service",
    "ecs:eu-west-1:111122223333:task/prod/0f9e, AWS::ECS::Task",
    "ecs:eu-west-1:111122223333:task-definition/web:3, AWS::ECS::TaskDefinition",
    "ecs:eu-west-1:111122223333:container-instance/prod/0f9e, AWS::ECS::ContainerInstance",
    "eks:eu-west-1:111122223333:cluster/prod, AWS::EKS::Cluster",
    "ecr:eu-west-1:111122223333:repository/team/app, AWS::ECR::Repository",
    "ecr:eu-west-1:111122223333:repository/team/app/sha256:0f9e, AWS::ECR::ContainerImage",
    "sagemaker:eu-west-1:111122223333:notebook-instance/lab, AWS::SageMaker::NotebookInstance",
    "apigateway:eu-west-1::/restapis/a1, AWS::ApiGateway::RestApi",
    "apigateway:eu-west-1::/restapis/a1/stages/prod, AWS::ApiGateway::Stage",
    "apigateway:eu-west-1::/restapis/a1/resources/b2/methods/GET, AWS::ApiGateway::Method",
    "apigateway:eu-west-1::/apis/a1, AWS::ApiGatewayV2::Api",
    "apigateway:eu-west-1::/apis/a1/stages/prod, AWS::ApiGatewayV2::Stage",
    "apigateway:eu-west-1::/apis/a1/routes/r1, AWS::ApiGatewayV2::Route",
    "apigateway:eu-west-1::/apis/a1/integrations/b2, AWS::ApiGatewayV2::Integration",
    "bedrock-agentcore:eu-west-1:111122223333:gateway/tools-a1b2c3d4e5,"
        + " AWS::BedrockAgentCore::Gateway",
    "bedrock-agentcore:eu-west-1:111122223333:gateway/tools-a1b2c3d4e5/target/T1,"
        + " AWS::BedrockAgentCore::GatewayTarget",
    "ecr:eu-west-1:111122223333:repository/team/app, AWS::ECR::Repository",
    "ecr:eu-west-1:111122223333:repository/team/app:v1, AWS::ECR::ContainerImage",
    "elasticloadbalancing:eu-west-1:111122223333:listener/app/web/0f9e/1a2b,"
        + " AWS::ElasticLoadBalancingV2::Listener",
    "elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old,"
        + " AWS::ElasticLoadBalancing::LoadBalancer",
    "elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/new/0f9e,"
        + " AWS::ElasticLoadBalancingV2::LoadBalancer",
    "elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0f9e,"
        + " AWS::ElasticLoadBalancingV2::TargetGroup",
    "kms:eu-west-1:111122223333:key/0f9e, AWS::KMS::Key",
    "secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf, AWS::SecretsManager::Secret",
    "sns:eu-west-1:111122223333:alarms, AWS::SNS::Topic",
    "sqs:eu-west-1:111122223333:jobs, AWS::SQS::Queue",
    "cloudtrail:eu-west-1:111122223333:trail/main, AWS::CloudTrail::Trail",
    "cloudfront::111122223333:distribution/E1ABC, AWS::CloudFront::Distribution",
    "acm:eu-west-1:111122223333:certificate/0f9e, AWS::CertificateManager::Certificate",
    "redshift:eu-west-1:111122223333:cluster:dwh, AWS::Redshift::Cluster",
    "es:eu-west-1:111122223333:domain/logs, AWS::OpenSearchService::Domain",
    "elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a1, AWS::EFS::FileSystem",
    "kinesis:eu-west-1:111122223333:stream/events, AWS::Kinesis::Stream",
    "logs:eu-west-1:111122223333:log-group:/aws/lambda/pay, AWS::Logs::LogGroup",
    "codebuild:eu-west-1:111122223333:project/build, AWS::CodeBuild::Project",
    "autoscaling:eu-west-1:111122223333:autoScalingGroup:0f9e:autoScalingGroupName/web,"
        + " AWS::AutoScaling::AutoScalingGroup",
    "wafv2:eu-west-1:111122223333:regional/webacl/edge/0f9e, AWS::WAFv2::WebACL",
  })
  void an_arn_tells_its_type(String rest, String type) {
    var arn = Arn.parse("arn:aws:" + rest);

    assertThat(ArnRules.typeOf(arn)).contains(ResourceType.named(type));
  }

  @Test
  void an_arn_that_no_rule_knows_tells_no_type() {
    var arn = Arn.parse("arn:aws:braket:eu-west-2:111122223333:quantum-task/0f9e");

    assertThat(ArnRules.typeOf(arn)).isEmpty();
  }

  @Test
  void all_log_groups_are_no_log_group() {
    var arn = Arn.parse("arn:aws:logs:eu-west-1:111122223333:log-group:*:*");

    assertThat(ArnRules.canonical(arn)).isEqualTo(arn);
  }

  @Property
  void what_is_canonical_stays_as_it_is(@ForAll("arns") Arn arn) {
    var once = ArnRules.canonical(arn);

    assertThat(ArnRules.canonical(once)).isEqualTo(once);
  }

  @Provide
  Arbitrary<Arn> arns() {
    var partitions = Arbitraries.of("aws", "aws-cn", "aws-us-gov", "aws-eusc");
    var services =
        Arbitraries.of("lambda", "s3", "sts", "ec2", "ecr", "logs", "dynamodb", "iam", "rds");
    var regions = Arbitraries.of("", "eu-west-1");
    var accounts = Arbitraries.of("", "111122223333");
    var heads =
        Arbitraries.of(
            "",
            "function:",
            "assumed-role/",
            "role/",
            "image/",
            "i-",
            "repository/",
            "log-group:",
            "table/");
    var rests =
        Arbitraries.of("a", "b1", "$LATEST", "sha256", "index", "*")
            .list()
            .ofMinSize(1)
            .ofMaxSize(4);
    var separators = Arbitraries.of("/", ":", "@", "-");
    return Combinators.combine(partitions, services, regions, accounts, heads, rests, separators)
        .as(
            (partition, service, region, account, head, rest, separator) ->
                Arn.of(partition, service, region, account, head + String.join(separator, rest)));
  }
}
