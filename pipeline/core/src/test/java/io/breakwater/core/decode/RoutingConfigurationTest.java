// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.ConfigItems.EC2;
import static io.breakwater.core.decode.ConfigItems.ELB;
import static io.breakwater.core.decode.ConfigItems.IAM;
import static io.breakwater.core.decode.ConfigItems.LAMBDA;
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

/** Whom load balancers and APIs send what comes in. */
final class RoutingConfigurationTest {
  private static final String BALANCER = ELB + "loadbalancer/app/web/0a1b";
  private static final String TARGETS = ELB + "targetgroup/web/0f9e";
  private static final String API = "arn:aws:apigateway:eu-central-1::/apis/a1";
  private static final String AGENTS = "arn:aws:bedrock-agentcore:eu-central-1:111122223333:";

  @Test
  void a_load_balancer_lies_in_its_subnets_behind_its_groups() {
    var item =
        item(
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            BALANCER,
            Map.of(
                "vpcId", "vpc-0a1",
                "securityGroups", List.of("sg-0a1"),
                "availabilityZones", List.of(Map.of("subnetId", "subnet-0a1"))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            BALANCER + " containedIn " + EC2 + "subnet/subnet-0a1",
            BALANCER + " containedIn " + EC2 + "vpc/vpc-0a1",
            BALANCER + " protectedBy " + EC2 + "security-group/sg-0a1");
  }

  @ParameterizedTest
  @CsvSource({"internet-facing, public", "internal, private"})
  void a_load_balancer_faces_the_internet_or_not(String scheme, String address) {
    var item =
        item("AWS::ElasticLoadBalancingV2::LoadBalancer", BALANCER, Map.of("scheme", scheme));

    assertThat(attributes(item)).containsEntry("address", address);
  }

  @Test
  void a_load_balancer_of_the_first_generation_routes_to_its_instances() {
    var classic = ELB + "loadbalancer/old";
    var item =
        item(
            "AWS::ElasticLoadBalancing::LoadBalancer",
            classic,
            Map.of(
                "vpcid", "vpc-0a1",
                "subnets", List.of("subnet-0a1"),
                "instances", List.of(Map.of("instanceId", "i-0a1"))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            classic + " routesTo " + EC2 + "instance/i-0a1",
            classic + " containedIn " + EC2 + "subnet/subnet-0a1",
            classic + " containedIn " + EC2 + "vpc/vpc-0a1");
  }

  @Test
  void a_listener_leads_from_its_load_balancer_to_target_groups() {
    var listener = ELB + "listener/app/web/0a1b/2c3d";
    var item =
        item(
            "AWS::ElasticLoadBalancingV2::Listener",
            listener,
            Map.of(
                "LoadBalancerArn",
                BALANCER,
                "DefaultActions",
                List.of(
                    Map.of("Type", "forward", "TargetGroupArn", TARGETS),
                    Map.of(
                        "ForwardConfig",
                        Map.of(
                            "TargetGroups", List.of(Map.of("TargetGroupArn", TARGETS + "2")))))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            BALANCER + " routesTo " + listener,
            listener + " routesTo " + TARGETS,
            listener + " routesTo " + TARGETS + "2");
  }

  @Test
  void a_target_group_routes_to_targets_that_have_a_name() {
    var other = ELB + "loadbalancer/app/inner/4e5f";
    var item =
        item(
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            TARGETS,
            Map.of(
                "LoadBalancerArns",
                List.of(BALANCER),
                "Targets",
                List.of(
                    Map.of("Id", "i-0a1", "Port", 80),
                    Map.of("Id", "10.0.0.7"),
                    Map.of("Id", LAMBDA + "pay"),
                    Map.of("Id", other))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            BALANCER + " routesTo " + TARGETS,
            TARGETS + " routesTo " + EC2 + "instance/i-0a1",
            TARGETS + " routesTo " + LAMBDA + "pay",
            TARGETS + " routesTo " + other);
  }

  @Test
  void a_route_leads_from_its_api_to_an_integration() {
    var item =
        item(
            "AWS::ApiGatewayV2::Route",
            API + "/routes/r3",
            Map.of("ApiId", "a1", "Target", "integrations/b2"));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            API + " routesTo " + API + "/routes/r3",
            API + "/routes/r3 routesTo " + API + "/integrations/b2");
  }

  @Test
  void an_integration_routes_to_the_function_that_it_invokes() {
    var invocation =
        "arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/"
            + LAMBDA
            + "pay:live/invocations";

    assertThat(relations(integration(invocation)))
        .containsExactly(API + "/integrations/b2 routesTo " + LAMBDA + "pay");
    assertThat(relations(integration(LAMBDA + "pay")))
        .containsExactly(API + "/integrations/b2 routesTo " + LAMBDA + "pay");
  }

  @Test
  void an_integration_routes_to_the_listener_behind_a_link() {
    var listener = ELB + "listener/app/web/0a1b/2c3d";

    assertThat(relations(integration(listener)))
        .containsExactly(API + "/integrations/b2 routesTo " + listener);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/pay",
        "arn:aws:lambda:eu-central-1:111122223333:function:${stageVariables.fn}"
      })
  void an_integration_with_another_address_states_nothing(String uri) {
    assertThat(relations(integration(uri))).isEmpty();
  }

  @Test
  void a_gateway_of_agents_assumes_its_role() {
    var gateway = AGENTS + "gateway/tools-a1b2c3d4e5";
    var item =
        item("AWS::BedrockAgentCore::Gateway", gateway, Map.of("RoleArn", IAM + "role/gateway"));

    assertThat(relations(item)).containsExactly(gateway + " assumes " + IAM + "role/gateway");
  }

  @Test
  void a_target_leads_from_its_gateway_to_a_function() {
    var gateway = AGENTS + "gateway/tools-a1b2c3d4e5";
    var target = gateway + "/target/T1B2C3D4E5";
    var item =
        item(
            "AWS::BedrockAgentCore::GatewayTarget",
            target,
            Map.of(
                "GatewayIdentifier",
                "tools-a1b2c3d4e5",
                "TargetConfiguration",
                Map.of("Mcp", Map.of("Lambda", Map.of("LambdaArn", LAMBDA + "pay")))));

    assertThat(relations(item))
        .containsExactlyInAnyOrder(
            gateway + " routesTo " + target, target + " routesTo " + LAMBDA + "pay");
  }

  private static Payload integration(String uri) {
    return item(
        "AWS::ApiGatewayV2::Integration",
        API + "/integrations/b2",
        Map.of("ApiId", "a1", "IntegrationUri", uri));
  }
}
