// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.EC2;
import static io.breakwater.core.decode.ConfigItems.IAM;
import static io.breakwater.core.decode.ConfigItems.RDS;
import static io.breakwater.core.decode.ConfigItems.attributes;
import static io.breakwater.core.decode.ConfigItems.item;
import static io.breakwater.core.decode.ConfigItems.relations;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StorageConfigurationTest {
  private static final String BUCKET = "arn:aws:s3:::invoices";
  private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/0f9e";
  private static final String READER =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
          + IAM
          + "role/reader\"},\"Action\":\"s3:GetObject\",\"Resource\":\""
          + BUCKET
          + "/*\"}}";

  @Test
  void a_database_lies_in_its_cluster_and_subnet_group_and_the_group_in_subnets() {
    var item =
        item(
            "AWS::RDS::DBInstance",
            RDS + "db:books",
            Map.of(
                "dBClusterIdentifier",
                "library",
                "vpcSecurityGroups",
                List.of(Map.of("vpcSecurityGroupId", "sg-0a1", "status", "active")),
                "associatedRoles",
                List.of(Map.of("roleArn", IAM + "role/export")),
                "dBSubnetGroup",
                Map.of(
                    "dBSubnetGroupName", "private",
                    "vpcId", "vpc-0a1",
                    "subnets", List.of(Map.of("subnetIdentifier", "subnet-0a1")))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            RDS + "db:books containedIn " + RDS + "cluster:library",
            RDS + "db:books containedIn " + RDS + "subgrp:private",
            RDS + "db:books protectedBy " + EC2 + "security-group/sg-0a1",
            RDS + "db:books assumes " + IAM + "role/export",
            RDS + "subgrp:private containedIn " + EC2 + "subnet/subnet-0a1",
            RDS + "subgrp:private containedIn " + EC2 + "vpc/vpc-0a1");
  }

  @ParameterizedTest
  @CsvSource({"true, public", "false, private"})
  void a_database_says_whether_its_name_is_public(boolean accessible, String address) {
    var item =
        item("AWS::RDS::DBInstance", RDS + "db:books", Map.of("publiclyAccessible", accessible));

    assertThat(attributes(item)).containsEntry("address", address);
  }

  @Test
  void a_cluster_contains_its_members() {
    var item =
        item(
            "AWS::RDS::DBCluster",
            RDS + "cluster:library",
            Map.of(
                "dbsubnetGroup",
                "private",
                "dbclusterMembers",
                List.of(Map.of("dbinstanceIdentifier", "books"))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            RDS + "db:books containedIn " + RDS + "cluster:library",
            RDS + "cluster:library containedIn " + RDS + "subgrp:private");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dBInstanceIdentifier", "dbinstanceIdentifier", "DBInstanceIdentifier"})
  void a_snapshot_is_of_its_database_however_the_key_is_written(String key) {
    var item = item("AWS::RDS::DBSnapshot", RDS + "snapshot:rds:books-1", Map.of(key, "books"));

    assertThat(relations(item))
        .containsExactly(RDS + "snapshot:rds:books-1 snapshotOf " + RDS + "db:books");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dBClusterIdentifier", "dbclusterIdentifier", "DBClusterIdentifier"})
  void a_cluster_snapshot_is_of_its_cluster_however_the_key_is_written(String key) {
    var snapshot = RDS + "cluster-snapshot:rds:library-1";
    var item = item("AWS::RDS::DBClusterSnapshot", snapshot, Map.of(key, "library"));

    assertThat(relations(item))
        .containsExactly(snapshot + " snapshotOf " + RDS + "cluster:library");
  }

  @Test
  void a_subnet_group_lies_in_its_subnets() {
    var item =
        item(
            "AWS::RDS::DBSubnetGroup",
            RDS + "subgrp:private",
            Map.of(
                "dBSubnetGroupName",
                "private",
                "subnets",
                List.of(Map.of("subnetIdentifier", "subnet-0a1"))));

    assertThat(relations(item))
        .containsExactly(RDS + "subgrp:private containedIn " + EC2 + "subnet/subnet-0a1");
  }

  @Test
  void a_table_is_encrypted_with_its_key() {
    var table = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders";
    var item =
        item(
            "AWS::DynamoDB::Table",
            table,
            Map.of("ssedescription", Map.of("kmsmasterKeyArn", KEY)));

    assertThat(relations(item)).containsExactly(table + " encryptedWith " + KEY);
  }

  @Test
  void those_whom_the_policy_of_a_bucket_names_can_access_it() {
    var item = bucket(Map.of("BucketPolicy", Map.of("policyText", READER)));

    assertThat(relations(item)).containsExactly(IAM + "role/reader canAccess " + BUCKET);
  }

  @Test
  void the_policy_of_a_bucket_may_stand_in_a_text() {
    var text = "{\"policyText\":\"" + READER.replace("\"", "\\\"") + "\"}";

    assertThat(relations(bucket(Map.of("BucketPolicy", text))))
        .containsExactly(IAM + "role/reader canAccess " + BUCKET);
  }

  @Test
  void a_bucket_without_a_policy_and_one_with_a_broken_policy_state_nothing() {
    var none = bucket(Map.of("BucketPolicy", "{\"policyText\":null}"));
    var broken = bucket(Map.of("BucketPolicy", Map.of("policyText", "{\"Statement\":[")));

    var cutOff = bucket(Map.of("BucketPolicy", "{\"policyText\":"));

    assertThat(List.of(none, broken, cutOff))
        .allSatisfy(item -> assertThat(item.part().decision()).isEqualTo(Decision.RELATIONS))
        .allSatisfy(item -> assertThat(relations(item)).isEmpty());
  }

  @Test
  void a_bucket_is_encrypted_with_the_key_of_its_default() {
    var item =
        bucket(
            Map.of(
                "ServerSideEncryptionConfiguration",
                Map.of(
                    "rules",
                    List.of(
                        Map.of(
                            "applyServerSideEncryptionByDefault",
                            Map.of("sseAlgorithm", "aws:kms", "kmsMasterKeyID", KEY))))));

    assertThat(relations(item)).containsExactly(BUCKET + " encryptedWith " + KEY);
  }

  private static Payload bucket(Map<String, ?> supplementary) {
    return item("AWS::S3::Bucket", BUCKET).with("/supplementaryConfiguration", supplementary);
  }
}
