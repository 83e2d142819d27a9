// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalResourceTest {
  private static final String ACCOUNT = "111122223333";
  private static final Scope FRANKFURT = Scope.of(ACCOUNT, "eu-central-1");
  private static final Scope NOWHERE = Scope.of("", "");

  private static final String DIGEST =
      "sha256:5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270";

  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:eu-central-1:111122223333:function:pay, function:pay",
    "arn:aws:lambda:eu-central-1:111122223333:function:pay:$LATEST, function:pay",
    "arn:aws:lambda:eu-central-1:111122223333:function:pay:live, function:pay",
    "arn:aws:lambda:eu-central-1:111122223333:function:pay:17, function:pay",
    "arn:aws:lambda:eu-central-1:111122223333:layer:log4j:3, layer:log4j:3",
    "arn:aws:s3:::invoices, invoices",
    "arn:aws:s3:::invoices/2026/10/a b.pdf, invoices",
    "arn:aws:s3:::invoices/*, invoices",
    "arn:aws:s3:eu-central-1:111122223333:accesspoint/audit, accesspoint/audit",
    "arn:aws:ec2:eu-central-1:111122223333:i-0aa11bb22cc33dd44, instance/i-0aa11bb22cc33dd44",
    "arn:aws:dynamodb:eu-central-1:111122223333:table/orders/index/by-day, table/orders",
    "arn:aws:ecs:eu-central-1:111122223333:service/web, service/web",
    "arn:aws:ecs:eu-central-1:111122223333:service/prod/web, service/prod/web",
    "arn:aws:ecs:eu-central-1:111122223333:task/prod/0f9e, task/prod/0f9e",
    "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/pay:*, log-group:/aws/lambda/pay",
    "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db-AbCdEf, secret:db-AbCdEf",
    "arn:aws:rds:eu-central-1:111122223333:dbcluster/cluster-ABC, dbcluster/cluster-ABC",
  })
  void many_ways_of_writing_an_arn_are_one_resource(String written, String resource) {
    var canonical = CanonicalResource.of(written, "", FRANKFURT).orElseThrow();

    assertThat(canonical.arn().resource()).isEqualTo(resource);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sts::111122223333:assumed-role/deploy/ci, arn:aws:iam::111122223333:role/deploy",
    "arn:aws-cn:sts::111122223333:assumed-role/deploy/ci, arn:aws-cn:iam::111122223333:role/deploy",
    "arn:aws:sts::111122223333:federated-user/eve, arn:aws:sts::111122223333:federated-user/eve",
    "arn:aws:ec2:eu-central-1:111122223333:image/ami-0a1, arn:aws:ec2:eu-central-1::image/ami-0a1",
    "arn:aws:ec2:eu-central-1::snapshot/snap-0a1, arn:aws:ec2:eu-central-1::snapshot/snap-0a1",
    "arn:aws:ec2:eu-central-1:111122223333:account, arn:aws:ec2:eu-central-1:111122223333:account",
    "arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:u:autoScalingGroupName/arn:aws:x,"
        + "arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:u:autoScalingGroupName/arn:aws:x",
  })
  void an_arn_that_names_another_resource_gives_way_to_its(String written, String canonical) {
    var resource = CanonicalResource.of(written, "", FRANKFURT).orElseThrow();

    assertThat(resource.arn()).hasToString(canonical);
  }

  @Test
  void an_image_of_a_registry_is_written_in_one_way() {
    var path = "arn:aws:ecr:eu-central-1:111122223333:repository/team/app/" + DIGEST;
    var at = "arn:aws:ecr:eu-central-1:111122223333:repository/team/app@" + DIGEST;
    var registry = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/app@" + DIGEST;

    assertThat(path)
        .isEqualTo(arn(path, "AWS_ECR_CONTAINER_IMAGE"))
        .isEqualTo(arn(at, "AwsEcrContainerImage"))
        .isEqualTo(arn(registry, ""))
        .isEqualTo(arn(registry.replace("@", ":v1@"), ""))
        .isEqualTo(arn("team/app@" + DIGEST, "AwsEcrContainerImage"));
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:latest, arn:aws:ecr:eu-west-1:",
    "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/team/app:latest, arn:aws-cn:ecr:cn-north-1:",
    "111122223333.dkr-ecr.eu-west-1.on.aws/team/app:latest, arn:aws:ecr:eu-west-1:",
  })
  void an_image_that_is_known_by_its_tag_is_named_by_it(String address, String head) {
    var image = CanonicalResource.of(address, "", FRANKFURT).orElseThrow();

    assertThat(image.arn()).hasToString(head + "111122223333:repository/team/app:latest");
    assertThat(image.type()).isEqualTo(ResourceType.ECR_IMAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "i-0aa11bb22cc33dd44, AWS_EC2_INSTANCE, ec2, instance/i-0aa11bb22cc33dd44",
    "i-0aa11bb22cc33dd44, Instance, ec2, instance/i-0aa11bb22cc33dd44",
    "i-0aa11bb22cc33dd44, '', ec2, instance/i-0aa11bb22cc33dd44",
    "sg-0a1, AwsEc2SecurityGroup, ec2, security-group/sg-0a1",
    "sg-0a1, '', ec2, security-group/sg-0a1",
    "vol-0a1, AWS::EC2::Volume, ec2, volume/vol-0a1",
    "subnet-0a1, AWS::EC2::SUBNET, ec2, subnet/subnet-0a1",
    "vpc-0a1, AWS::EC2::VPC, ec2, vpc/vpc-0a1",
    "acl-0a1, AwsEc2NetworkAcl, ec2, network-acl/acl-0a1",
    "eni-0a1, EC2_NETWORK_INTERFACE, ec2, network-interface/eni-0a1",
    "igw-0a1, AWS::EC2::InternetGateway, ec2, internet-gateway/igw-0a1",
    "rtb-0a1, AWS::EC2::RouteTable, ec2, route-table/rtb-0a1",
    "lt-0a1, AWS::EC2::LaunchTemplate, ec2, launch-template/lt-0a1",
    "vpce-svc-0a1, AWS::EC2::VPCEndpointService, ec2, vpc-endpoint-service/vpce-svc-0a1",
    "pay, AWS_LAMBDA_FUNCTION, lambda, function:pay",
    "pay:$LATEST, Lambda, lambda, function:pay",
    "orders, AwsDynamoDbTable, dynamodb, table/orders",
    "books, AWS::RDS::DBInstance, rds, db:books",
    "books, AWS::RDS::DBCluster, rds, cluster:books",
    "rds:books-2026-10-01, AWS::RDS::DBSnapshot, rds, snapshot:rds:books-2026-10-01",
    "prod, EKSCluster, eks, cluster/prod",
    "prod, ECSCluster, ecs, cluster/prod",
    "web:12, AWS::ECS::TaskDefinition, ecs, task-definition/web:12",
    "team/app, AWS_ECR_REPOSITORY, ecr, repository/team/app",
    "lab, AWS::SageMaker::NotebookInstance, sagemaker, notebook-instance/lab",
    "1a2b3c4d-0000-4000-8000-abcdefabcdef, AwsKmsKey, kms,"
        + " key/1a2b3c4d-0000-4000-8000-abcdefabcdef",
    "alarms, AwsSnsTopic, sns, alarms",
    "jobs.fifo, AwsSqsQueue, sqs, jobs.fifo",
    "events, AWS::Kinesis::Stream, kinesis, stream/events",
    "main, AwsCloudTrailTrail, cloudtrail, trail/main",
    "build, AwsCodeBuildProject, codebuild, project/build",
    "logs, AWS::OpenSearch::Domain, es, domain/logs",
    "dwh, AwsRedshiftCluster, redshift, cluster:dwh",
    "fs-0a1, AWS::EFS::FileSystem, elasticfilesystem, file-system/fs-0a1",
  })
  void an_id_becomes_the_arn_of_its_type_in_its_region_and_account(
      String id, String type, String service, String resource) {
    assertThat(arn(id, type))
        .isEqualTo(String.join(":", "arn:aws", service, "eu-central-1", ACCOUNT, resource));
  }

  @ParameterizedTest
  @CsvSource({
    "invoices, S3Bucket, arn:aws:s3:::invoices",
    "mary, AwsIamUser, arn:aws:iam::111122223333:user/mary",
    "deploy, AWS::IAM::Role, arn:aws:iam::111122223333:role/deploy",
    "admins, AwsIamGroup, arn:aws:iam::111122223333:group/admins",
    "readers, AWS::IAM::Policy, arn:aws:iam::111122223333:policy/readers",
    "web, AWS::IAM::InstanceProfile, arn:aws:iam::111122223333:instance-profile/web",
    "ami-0a1, EC2Image, arn:aws:ec2:eu-central-1::image/ami-0a1",
    "snap-0a1, AWS::EC2::Snapshot, arn:aws:ec2:eu-central-1::snapshot/snap-0a1",
    "a1b2c3, AwsApiGatewayRestApi, arn:aws:apigateway:eu-central-1::/restapis/a1b2c3",
    "a1b2c3, AwsApiGatewayV2Api, arn:aws:apigateway:eu-central-1::/apis/a1b2c3",
    "E1ABCDEFGHIJKL, AwsCloudFrontDistribution,"
        + " arn:aws:cloudfront::111122223333:distribution/E1ABCDEFGHIJKL",
    "444455556666, AwsAccount, arn:aws:iam::444455556666:root",
    "AWS::::Account:444455556666, AwsAccount, arn:aws:iam::444455556666:root",
    "AWS::::Account:444455556666, '', arn:aws:iam::444455556666:root",
  })
  void where_the_service_leaves_region_or_account_out_so_does_the_arn(
      String id, String type, String expected) {
    assertThat(arn(id, type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "eu-central-1, aws",
    "cn-north-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "us-iso-east-1, aws-iso",
    "us-isob-east-1, aws-iso-b",
    "eu-isoe-west-1, aws-iso-e",
    "us-isof-south-1, aws-iso-f",
    "eusc-de-east-1, aws-eusc",
  })
  void the_region_tells_the_partition(String region, String partition) {
    var scope = Scope.of(ACCOUNT, region);

    var instance = CanonicalResource.of("i-0a1", "Instance", scope).orElseThrow();
    var bucket = CanonicalResource.of("invoices", "S3Bucket", scope).orElseThrow();
    var account = CanonicalResource.of("AWS::::Account:" + ACCOUNT, "", scope).orElseThrow();

    assertThat(instance.arn())
        .hasToString("arn:" + partition + ":ec2:" + region + ":111122223333:instance/i-0a1");
    assertThat(bucket.arn()).hasToString("arn:" + partition + ":s3:::invoices");
    assertThat(account.arn()).hasToString("arn:" + partition + ":iam::111122223333:root");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws-cn",
        "aws-us-gov",
        "aws-iso",
        "aws-iso-b",
        "aws-iso-e",
        "aws-iso-f",
        "aws-eusc"
      })
  void a_partition_that_the_finding_states_counts_before_the_region(String partition) {
    var scope = Scope.of(partition, ACCOUNT, "");

    var bucket = CanonicalResource.of("invoices", "S3Bucket", scope).orElseThrow();

    assertThat(bucket.arn().partition()).isEqualTo(partition);
  }

  @ParameterizedTest
  @CsvSource({
    "No trails, AwsS3Bucket",
    "V-71859 Validation Code, AwsIamRole",
    "AIDAEXAMPLEEXAMPLE123, AwsIamUser",
    "AROAEXAMPLEEXAMPLE123, AWS::IAM::Role",
    "AKIAEXAMPLEEXAMPLE12, AwsIamAccessKey",
    "AWS::IAM::AccessKey:AKIAEXAMPLEEXAMPLE12, AwsIamAccessKey",
    "db-ABCDEFGHIJKLMNOPQRSTUVWXYZ, AWS::RDS::DBInstance",
    "sg-0a1, AwsEc2Instance",
    "i-0a1, AWS::Nothing::Known",
    "my-secret, AwsSecretsManagerSecret",
    "report.pdf, AWS::S3::Object",
    "111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/app, AwsEcrContainerImage",
    "arn:aws:broken, AwsEc2Instance",
    "'', AwsEc2Instance",
    "something, ''",
  })
  void what_cannot_be_named_has_no_arn(String id, String type) {
    assertThat(CanonicalResource.of(id, type, FRANKFURT)).isEmpty();
  }

  @Test
  void an_id_without_account_or_region_has_no_arn_where_the_arn_needs_them() {
    assertThat(CanonicalResource.of("i-0a1", "Instance", NOWHERE)).isEmpty();
    assertThat(CanonicalResource.of("mary", "AwsIamUser", NOWHERE)).isEmpty();
    assertThat(CanonicalResource.of("invoices", "S3Bucket", NOWHERE)).isPresent();
  }

  @Test
  void account_and_region_come_from_the_arn_before_the_finding() {
    var arn = "arn:aws:ec2:us-east-1:444455556666:instance/i-0a1";

    var resource = CanonicalResource.of(arn, "AwsEc2Instance", FRANKFURT).orElseThrow();

    assertThat(resource.account()).isEqualTo("444455556666");
    assertThat(resource.region()).isEqualTo("us-east-1");
  }

  @Test
  void account_and_region_come_from_the_finding_where_the_arn_has_none() {
    var resource = CanonicalResource.of("arn:aws:s3:::invoices", "", FRANKFURT).orElseThrow();

    assertThat(resource.account()).isEqualTo(ACCOUNT);
    assertThat(resource.region()).isEqualTo("eu-central-1");
  }

  @Test
  void the_account_of_an_image_is_kept_beside_its_arn() {
    var arn = "arn:aws:ec2:eu-central-1:444455556666:image/ami-0a1";

    var resource = CanonicalResource.of(arn, "", FRANKFURT).orElseThrow();

    assertThat(resource.account()).isEqualTo("444455556666");
  }

  @Test
  void the_arn_tells_the_type_better_than_the_finding() {
    var arn = "arn:aws:iam::111122223333:user/mary";

    var resource = CanonicalResource.of(arn, "AwsIamAccessKey", FRANKFURT).orElseThrow();

    assertThat(resource.type()).isEqualTo(ResourceType.IAM_USER);
  }

  @Test
  void the_finding_tells_the_type_where_the_arn_does_not() {
    var arn = "arn:aws:lambda:eu-central-1:111122223333:pay";

    var resource = CanonicalResource.of(arn, "AwsLambdaFunction", FRANKFURT).orElseThrow();

    assertThat(resource.type()).isEqualTo(ResourceType.LAMBDA_FUNCTION);
  }

  private static String arn(String id, String type) {
    return CanonicalResource.of(id, type, FRANKFURT).orElseThrow().arn().toString();
  }
}
