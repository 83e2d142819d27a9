// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.EC2;
import static io.breakwater.core.decode.ConfigItems.IAM;
import static io.breakwater.core.decode.ConfigItems.item;
import static io.breakwater.core.decode.ConfigItems.relations;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.relation.Relation;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigItemReaderTest {
  private static final String INSTANCE = "config/instance";
  private static final String ITEM = "/detail/configurationItem";

  @Test
  void an_instance_is_related_to_all_that_its_item_names_once_each() {
    var self = EC2 + "instance/i-0aa11bb22cc33dd44 ";

    var part = Payload.of(INSTANCE).part();

    assertThat(part.decision()).isEqualTo(Decision.RELATIONS);
    assertThat(part.relations())
        .extracting(Relation::toString)
        .containsExactlyInAnyOrder(
            self + "protectedBy " + EC2 + "security-group/sg-0a1",
            self + "protectedBy " + EC2 + "security-group/sg-0a2",
            self + "hasPart " + EC2 + "network-interface/eni-0a1",
            EC2 + "network-interface/eni-0a1 containedIn " + EC2 + "subnet/subnet-0a1",
            self + "hasPart " + EC2 + "volume/vol-0a1",
            self + "containedIn " + EC2 + "subnet/subnet-0a1",
            self + "containedIn " + EC2 + "vpc/vpc-0a1",
            self + "runs arn:aws:ec2:eu-central-1::image/ami-0a1",
            self + "hasProfile " + IAM + "instance-profile/web");
  }

  @Test
  void what_an_instance_can_act_as_is_a_signal_beside_its_relations() {
    var part = Payload.of(INSTANCE).part();

    var signal = part.signals().get(0);
    assertThat(part.signals()).hasSize(1);
    assertThat(signal.state()).isEqualTo(SignalState.ACTIVE);
    assertThat(signal.findingUid()).isEqualTo(signal.resource().arn().toString());
    assertThat(signal.attributes())
        .containsExactly(Map.entry("instanceProfile", IAM + "instance-profile/web"));
  }

  @Test
  void the_signal_of_an_item_carries_its_relations_and_says_when() {
    var part = Payload.of(INSTANCE).part();

    var signal = part.signals().get(0);
    assertThat(signal.product()).isEqualTo(Product.CONFIG);
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-10-02T07:59:58.250Z"));
    assertThat(signal.relations()).isEqualTo(part.relations()).hasSize(9);
    assertThat(signal.relations().get(0).from().account()).isEqualTo("111122223333");
    assertThat(signal.relations().get(0).from().region()).isEqualTo("eu-central-1");
  }

  @Test
  void the_order_of_the_members_does_not_matter() {
    var typeFirst = Payload.of(INSTANCE).last(ITEM, "relationships").last(ITEM, "configuration");

    assertThat(typeFirst.part().relations())
        .containsExactlyInAnyOrderElementsOf(Payload.of(INSTANCE).part().relations());
  }

  @Test
  void a_bare_notification_is_known_by_its_shape() {
    var bare = Payload.of(INSTANCE).at("/detail");

    assertThat(bare.decode().format()).isEqualTo(Format.CONFIG_ITEM);
    assertThat(bare.part().relations()).hasSize(9);
  }

  @Test
  void a_bare_item_is_known_by_its_shape() {
    var bare = Payload.of(INSTANCE).at(ITEM);

    assertThat(bare.decode().format()).isEqualTo(Format.CONFIG_ITEM);
    assertThat(bare.part().relations()).hasSize(9);
  }

  @Test
  void both_sides_of_a_relation_give_the_same_edge() {
    var group =
        item("AWS::EC2::SecurityGroup", EC2 + "security-group/sg-0a1")
            .with("/relationships", List.of(related("AWS::EC2::Instance", "i-0a1")));

    assertThat(relations(group))
        .containsExactly(EC2 + "instance/i-0a1 protectedBy " + EC2 + "security-group/sg-0a1");
  }

  @Test
  void configuration_in_a_string_is_read_as_well() {
    var function =
        item("AWS::Lambda::Function", "arn:aws:lambda:eu-central-1:111122223333:function:pay")
            .with("/configuration", "{\"role\":\"" + IAM + "role/service/pay\"}");

    assertThat(relations(function))
        .containsExactly(
            "arn:aws:lambda:eu-central-1:111122223333:function:pay assumes "
                + IAM
                + "role/service/pay");
  }

  @Test
  void two_resources_whose_relation_has_no_name_are_related() {
    var table = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders";
    var item =
        item("AWS::DynamoDB::Table", table)
            .with("/relationships", List.of(related("AWS::SNS::Topic", "alarms")));

    assertThat(relations(item))
        .containsExactly(table + " relatedTo arn:aws:sns:eu-central-1:111122223333:alarms");
  }

  @Test
  void a_relationship_without_an_id_goes_by_its_name() {
    var rds = "arn:aws:rds:eu-central-1:111122223333:";
    var item =
        item("AWS::RDS::DBCluster", rds + "cluster:library")
            .with(
                "/relationships",
                List.of(
                    Map.of("resourceType", "AWS::RDS::DBSubnetGroup", "resourceName", "private")));

    assertThat(relations(item))
        .containsExactly(rds + "cluster:library containedIn " + rds + "subgrp:private");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResourceDeleted", "ResourceDeletedNotRecorded"})
  void a_deleted_resource_is_a_signal_that_it_is_gone(String status) {
    var signal = Payload.of(INSTANCE).with(ITEM + "/configurationItemStatus", status).signal();

    assertThat(signal.product()).isEqualTo(Product.CONFIG);
    assertThat(signal.kind()).isEqualTo(Signal.CONFIGURATION);
    assertThat(signal.state()).isEqualTo(SignalState.DELETED);
    assertThat(signal.findingUid()).isEqualTo(EC2 + "instance/i-0aa11bb22cc33dd44");
    assertThat(signal.resource().arn()).hasToString(EC2 + "instance/i-0aa11bb22cc33dd44");
    assertThat(signal.title()).isEqualTo("i-0aa11bb22cc33dd44 was deleted");
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-10-02T07:59:58.250Z"));
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-10-02T08:00:05Z"));
  }

  @Test
  void an_oversized_item_still_tells_of_deletion() {
    var signal = Payload.of("config/oversized").signal();

    assertThat(signal.state()).isEqualTo(SignalState.DELETED);
    assertThat(signal.resource().arn()).hasToString(IAM + "role/ci/deploy");
  }

  @Test
  void an_oversized_item_of_a_live_resource_says_nothing_usable() {
    var payload =
        Payload.of("config/oversized")
            .with("/detail/configurationItemSummary/configurationItemStatus", "OK");

    assertThat(payload.part().reason()).isEqualTo("no-relations");
  }

  @ParameterizedTest
  @CsvSource({"OK", "ResourceDiscovered", "SomethingNew"})
  void a_live_resource_without_relations_says_that_it_has_none(String status) {
    var item =
        item("AWS::S3::Bucket", "arn:aws:s3:::site-assets")
            .with("/configurationItemStatus", status);

    assertThat(item.part().decision()).isEqualTo(Decision.RELATIONS);
    assertThat(item.part().signals()).hasSize(1);
    assertThat(item.part().signals().get(0).relations()).isEmpty();
  }

  @Test
  void a_resource_that_is_not_recorded_says_nothing_of_its_relations() {
    var item =
        item("AWS::S3::Bucket", "arn:aws:s3:::site-assets")
            .with("/configurationItemStatus", "ResourceNotRecorded");

    assertThat(item.part().reason()).isEqualTo("no-relations");
  }

  @Test
  void an_id_serves_where_the_arn_is_missing_or_none() {
    var item =
        item("AWS::EC2::Volume", "arn:aws:eu-central-1:111122223333:volume/vol-0a1")
            .with("/resourceId", "vol-0a1")
            .with("/relationships", List.of(related("AWS::EC2::Instance", "i-0a1")));

    assertThat(relations(item))
        .containsExactly(EC2 + "instance/i-0a1 hasPart " + EC2 + "volume/vol-0a1");
  }

  @Test
  void a_resource_without_a_name_of_ours_is_ignored() {
    var item = item("Acme::Vault::Door", "").with("/resourceId", "door-1");

    assertThat(item.part().reason()).isEqualTo("resource-without-arn");
  }

  @Test
  void a_change_without_an_item_is_dead() {
    var part = Payload.of(INSTANCE).without(ITEM).part();

    assertThat(part.reason()).isEqualTo("missing-field");
  }

  @Test
  void a_wrong_type_in_what_is_read_of_the_configuration_is_dead() {
    var part = Payload.of(INSTANCE).with(ITEM + "/configuration/vpcId", Map.of()).part();

    assertThat(part.reason()).isEqualTo("wrong-type");
  }

  @Test
  void a_wrong_type_in_what_is_not_read_does_no_harm() {
    var payload = Payload.of(INSTANCE).with(ITEM + "/configuration/state", List.of(1));

    assertThat(payload.part().decision()).isEqualTo(Decision.RELATIONS);
  }

  private static Map<String, String> related(String type, String id) {
    return Map.of("resourceType", type, "resourceId", id, "relationshipName", "Is related to ");
  }
}
