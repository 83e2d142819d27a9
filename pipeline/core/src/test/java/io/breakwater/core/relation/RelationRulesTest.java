// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.resource.Arn;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelationRulesTest {
  @ParameterizedTest
  @CsvSource({
    "AWS::EC2::RouteTable, AWS::EC2::VPC, containedIn",
    "AWS::EC2::Image, AWS::EC2::Snapshot, hasPart",
    "AWS::RDS::DBInstance, AWS::IAM::Role, assumes",
    "AWS::ApiGatewayV2::Api, AWS::ApiGatewayV2::Route, routesTo",
    "AWS::ApiGatewayV2::Integration, AWS::ElasticLoadBalancingV2::Listener, routesTo",
    "AWS::SNS::Topic, AWS::SQS::Queue, relatedTo",
  })
  void types_tell_which_way_an_edge_points(String from, String to, String label) {
    var edge = RelationRules.between(resource(from), resource(to));

    assertThat(edge.from()).isEqualTo(resource(from));
    assertThat(edge.type().label()).isEqualTo(label);
  }

  @Test
  void both_sides_give_the_same_edge() {
    var subnet = resource("AWS::EC2::Subnet");
    var acl = resource("AWS::EC2::NetworkAcl");

    assertThat(RelationRules.between(subnet, acl)).isEqualTo(RelationRules.between(acl, subnet));
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::EC2::Subnet, AWS::EC2::RouteTable",
    "AWS::EC2::VPC, AWS::EC2::RouteTable",
    "AWS::ApiGatewayV2::Api, AWS::ApiGatewayV2::Route",
  })
  void the_resource_that_is_routed_to_lists_the_edge(String from, String to) {
    var edge = new Relation(resource(from), resource(to), RelationType.ROUTES_TO);

    assertThat(RelationRules.ownerOf(edge)).isEqualTo(resource(to));
    assertThat(RelationRules.isListedByOwner(edge)).isTrue();
  }

  @Test
  void a_database_may_assume_several_roles_and_an_instance_profile_one() {
    var role = resource("AWS::IAM::Role");
    var database = new Relation(resource("AWS::RDS::DBInstance"), role, RelationType.ASSUMES);
    var profile = new Relation(resource("AWS::IAM::InstanceProfile"), role, RelationType.ASSUMES);

    assertThat(RelationRules.isSingle(database)).isFalse();
    assertThat(RelationRules.isSingle(profile)).isTrue();
  }

  private static Resource resource(String type) {
    var arn = "arn:aws:test:eu-central-1:111122223333:" + type.replace(":", "-");
    return Resource.of(Arn.parse(arn), ResourceType.named(type), "111122223333", "eu-central-1");
  }
}
