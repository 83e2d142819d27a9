// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import java.util.List;

/**
 * What it means that two resources belong together, by their types alone: which way the edge points
 * and what it is called, and whose configuration tells of it.
 *
 * <p>Sources name the same relation differently, over time and by side ({@code Attached Volume},
 * {@code Is attached to Volume}, {@code Is attached to Instance}: observed in Config), so both
 * sides give the same edge here.
 */
public final class RelationRules {
  private static final String ANY = "*";
  private static final String CERTIFICATE = "AWS::CertificateManager::Certificate";

  /** The first rule that fits in either direction decides. */
  private static final List<Rule> RULES =
      List.of(
          rule(ANY, "AWS::CloudFormation::Stack", RelationType.CONTAINED_IN),
          rule("AWS::ElasticLoadBalancingV2::Listener", CERTIFICATE, RelationType.PRESENTS),
          rule("AWS::ElasticLoadBalancing::LoadBalancer", CERTIFICATE, RelationType.PRESENTS),
          rule("AWS::CloudFront::Distribution", CERTIFICATE, RelationType.PRESENTS),
          rule("AWS::ApiGateway::DomainName", CERTIFICATE, RelationType.PRESENTS),
          rule(ANY, CERTIFICATE, RelationType.PRESENTS).notListed(),
          rule(ANY, "AWS::EC2::VPC", RelationType.CONTAINED_IN),
          rule("AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroup", RelationType.RELATED_TO),
          rule(ANY, "AWS::EC2::SecurityGroup", RelationType.PROTECTED_BY),
          rule("AWS::EC2::Subnet", "AWS::EC2::NetworkAcl", RelationType.PROTECTED_BY)
              .listedByTarget(),
          rule("AWS::EC2::Subnet", "AWS::EC2::RouteTable", RelationType.ROUTES_TO).listedByTarget(),
          // A VPC lies around its route tables; that traffic takes the main one has to be stated.
          rule("AWS::EC2::VPC", "AWS::EC2::RouteTable", RelationType.ROUTES_TO).listedByTarget(),
          rule(ANY, "AWS::EC2::Subnet", RelationType.CONTAINED_IN),
          rule("AWS::EC2::RouteTable", "AWS::EC2::InternetGateway", RelationType.ROUTES_TO),
          rule("AWS::EC2::RouteTable", "AWS::EC2::NatGateway", RelationType.ROUTES_TO),
          rule("AWS::EC2::Instance", "AWS::EC2::NetworkInterface", RelationType.HAS_PART),
          rule("AWS::EC2::Instance", "AWS::EC2::Volume", RelationType.HAS_PART),
          rule("AWS::EC2::Instance", "AWS::EC2::EIP", RelationType.HAS_PART),
          rule("AWS::EC2::NetworkInterface", "AWS::EC2::EIP", RelationType.HAS_PART),
          rule("AWS::EC2::Instance", "AWS::IAM::InstanceProfile", RelationType.HAS_PROFILE)
              .single(),
          rule("AWS::EC2::Instance", "AWS::EC2::Image", RelationType.RUNS).single(),
          rule(
              "AWS::EC2::Instance",
              "AWS::AutoScaling::AutoScalingGroup",
              RelationType.CONTAINED_IN),
          rule("AWS::EC2::Snapshot", "AWS::EC2::Volume", RelationType.SNAPSHOT_OF).single(),
          rule("AWS::EC2::Image", "AWS::EC2::Snapshot", RelationType.HAS_PART),
          rule("AWS::IAM::Policy", ANY, RelationType.ATTACHED_TO).listedByTarget(),
          rule("AWS::IAM::User", "AWS::IAM::Group", RelationType.MEMBER_OF),
          rule("AWS::IAM::Role", "AWS::IAM::Role", RelationType.ASSUMES).listedByTarget(),
          rule("AWS::IAM::User", "AWS::IAM::Role", RelationType.ASSUMES).listedByTarget(),
          rule("AWS::ECS::TaskDefinition", "AWS::IAM::Role", RelationType.ASSUMES),
          rule("AWS::ECS::Service", "AWS::IAM::Role", RelationType.ASSUMES),
          rule("AWS::RDS::DBInstance", "AWS::IAM::Role", RelationType.ASSUMES),
          rule("AWS::RDS::DBCluster", "AWS::IAM::Role", RelationType.ASSUMES),
          rule(ANY, "AWS::IAM::Role", RelationType.ASSUMES).single(),
          rule("AWS::Lambda::Function", "AWS::Lambda::LayerVersion", RelationType.RUNS),
          rule("AWS::ECS::TaskDefinition", "AWS::ECR::ContainerImage", RelationType.RUNS),
          rule("AWS::Lambda::Function", "AWS::ECR::ContainerImage", RelationType.RUNS).single(),
          // A tag is on one image at a time, and who runs it runs that.
          rule("AWS::ECR::ContainerImage", "AWS::ECR::ContainerImage", RelationType.RUNS)
              .notListed()
              .single(),
          rule(ANY, "AWS::ECR::ContainerImage", RelationType.RUNS).notListed(),
          rule(ANY, "AWS::ECS::TaskDefinition", RelationType.DEFINED_BY).single(),
          rule(ANY, "AWS::ECS::Cluster", RelationType.CONTAINED_IN).single(),
          rule("AWS::RDS::DBSnapshot", "AWS::RDS::DBInstance", RelationType.SNAPSHOT_OF).single(),
          rule("AWS::RDS::DBClusterSnapshot", "AWS::RDS::DBCluster", RelationType.SNAPSHOT_OF)
              .single(),
          rule("AWS::RDS::DBInstance", "AWS::RDS::DBCluster", RelationType.CONTAINED_IN).single(),
          rule(ANY, "AWS::RDS::DBSubnetGroup", RelationType.CONTAINED_IN),
          rule("AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Route", RelationType.ROUTES_TO)
              .listedByTarget(),
          rule(
              "AWS::ApiGatewayV2::Integration",
              "AWS::ElasticLoadBalancingV2::Listener",
              RelationType.ROUTES_TO),
          rule(
                  "AWS::ElasticLoadBalancingV2::LoadBalancer",
                  "AWS::ElasticLoadBalancingV2::Listener",
                  RelationType.ROUTES_TO)
              .listedByTarget(),
          rule(
                  "AWS::ElasticLoadBalancingV2::TargetGroup",
                  "AWS::ECS::Service",
                  RelationType.ROUTES_TO)
              .listedByTarget(),
          rule("AWS::ElasticLoadBalancing::LoadBalancer", ANY, RelationType.ROUTES_TO),
          rule("AWS::ElasticLoadBalancingV2::LoadBalancer", ANY, RelationType.ROUTES_TO)
              .notListed(),
          rule("AWS::ElasticLoadBalancingV2::Listener", ANY, RelationType.ROUTES_TO),
          rule("AWS::ElasticLoadBalancingV2::TargetGroup", ANY, RelationType.ROUTES_TO).notListed(),
          rule(
              "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration", RelationType.ROUTES_TO),
          rule("AWS::ApiGatewayV2::Integration", "AWS::Lambda::Function", RelationType.ROUTES_TO),
          rule("AWS::ApiGatewayV2::Route", "AWS::Lambda::Function", RelationType.ROUTES_TO)
              .notListed(),
          rule(
                  "AWS::BedrockAgentCore::Gateway",
                  "AWS::BedrockAgentCore::GatewayTarget",
                  RelationType.ROUTES_TO)
              .listedByTarget(),
          rule(
              "AWS::BedrockAgentCore::GatewayTarget",
              "AWS::Lambda::Function",
              RelationType.ROUTES_TO),
          rule("AWS::BedrockAgentCore::Gateway", "AWS::Lambda::Function", RelationType.ROUTES_TO)
              .notListed(),
          rule(ANY, "AWS::KMS::Key", RelationType.ENCRYPTED_WITH),
          rule(ANY, "AWS::::Account", RelationType.IN_ACCOUNT));

  private RelationRules() {}

  /** The edge between a resource and one that it was seen with. */
  public static Relation between(Resource one, Resource other) {
    for (var rule : RULES) {
      if (rule.fits(one, other)) {
        return new Relation(one, other, rule.type);
      }
      if (rule.fits(other, one)) {
        return new Relation(other, one, rule.type);
      }
    }
    return new Relation(one, other, RelationType.RELATED_TO);
  }

  /**
   * The end of an edge that it belongs to: whose configuration tells of it, where one does. All
   * that is said of an edge comes together there.
   */
  public static Resource ownerOf(Relation relation) {
    return ruleOf(relation).byTarget ? relation.to() : relation.from();
  }

  /**
   * Whether the configuration of the {@linkplain #ownerOf owner} lists every edge of this kind that
   * it has: then it is a word against an edge that it does not list.
   */
  public static boolean isListedByOwner(Relation relation) {
    return ruleOf(relation).listed;
  }

  /** Whether a resource has at most one edge of this kind: then a later one replaces it. */
  public static boolean isSingle(Relation relation) {
    return ruleOf(relation).single;
  }

  private static Rule ruleOf(Relation relation) {
    for (var rule : RULES) {
      if (rule.type == relation.type() && rule.fits(relation.from(), relation.to())) {
        return rule;
      }
    }
    return Rule.OF_NOTHING_ELSE;
  }

  private static Rule rule(String from, String to, RelationType type) {
    return new Rule(from, to, type, false, true, false);
  }

  private static final class Rule {
    static final Rule OF_NOTHING_ELSE =
        new Rule(ANY, ANY, RelationType.RELATED_TO, false, false, false);

    private final String from;
    private final String to;
    private final RelationType type;
    private final boolean byTarget;
    private final boolean listed;
    private final boolean single;

    Rule(
        String from,
        String to,
        RelationType type,
        boolean byTarget,
        boolean listed,
        boolean single) {
      this.from = from;
      this.to = to;
      this.type = type;
      this.byTarget = byTarget;
      this.listed = listed;
      this.single = single;
    }

    Rule listedByTarget() {
      return new Rule(from, to, type, true, true, single);
    }

    Rule notListed() {
      return new Rule(from, to, type, byTarget, false, single);
    }

    Rule single() {
      return new Rule(from, to, type, byTarget, listed, true);
    }

    boolean fits(Resource source, Resource target) {
      return isOf(source.type(), from) && isOf(target.type(), to);
    }

    private static boolean isOf(ResourceType type, String expected) {
      return expected.equals(ANY) || type.name().equals(expected);
    }
  }
}
