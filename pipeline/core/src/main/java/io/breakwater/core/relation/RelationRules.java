// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.relation;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.resource.ResourceType;
import java.time.Instant;
import java.util.List;

/**
 * What it means that two resources belong together, by their types alone: which way the edge points
 * and what it is called.
 *
 * <p>Sources name the same relation differently, over time and by side ({@code Attached Volume},
 * {@code Is attached to Volume}, {@code Is attached to Instance}: observed in Config), so both
 * sides give the same edge here.
 */
public final class RelationRules {
  private static final String ANY = "*";

  /** The first rule that fits in either direction decides. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(ANY, "AWS::CloudFormation::Stack", RelationType.CONTAINED_IN),
          new Rule(ANY, "AWS::EC2::VPC", RelationType.CONTAINED_IN),
          new Rule(ANY, "AWS::EC2::SecurityGroup", RelationType.PROTECTED_BY),
          new Rule("AWS::EC2::Subnet", "AWS::EC2::NetworkAcl", RelationType.PROTECTED_BY),
          new Rule("AWS::EC2::Subnet", "AWS::EC2::RouteTable", RelationType.ROUTES_TO),
          new Rule(ANY, "AWS::EC2::Subnet", RelationType.CONTAINED_IN),
          new Rule("AWS::EC2::RouteTable", "AWS::EC2::InternetGateway", RelationType.ROUTES_TO),
          new Rule("AWS::EC2::RouteTable", "AWS::EC2::NatGateway", RelationType.ROUTES_TO),
          new Rule("AWS::EC2::Instance", "AWS::EC2::NetworkInterface", RelationType.HAS_PART),
          new Rule("AWS::EC2::Instance", "AWS::EC2::Volume", RelationType.HAS_PART),
          new Rule("AWS::EC2::Instance", "AWS::EC2::EIP", RelationType.HAS_PART),
          new Rule("AWS::EC2::NetworkInterface", "AWS::EC2::EIP", RelationType.HAS_PART),
          new Rule("AWS::EC2::Instance", "AWS::IAM::InstanceProfile", RelationType.HAS_PROFILE),
          new Rule("AWS::EC2::Instance", "AWS::EC2::Image", RelationType.RUNS),
          new Rule(
              "AWS::EC2::Instance",
              "AWS::AutoScaling::AutoScalingGroup",
              RelationType.CONTAINED_IN),
          new Rule("AWS::EC2::Snapshot", "AWS::EC2::Volume", RelationType.SNAPSHOT_OF),
          new Rule("AWS::IAM::Policy", ANY, RelationType.ATTACHED_TO),
          new Rule("AWS::IAM::User", "AWS::IAM::Group", RelationType.MEMBER_OF),
          new Rule(ANY, "AWS::IAM::Role", RelationType.ASSUMES),
          new Rule("AWS::Lambda::Function", "AWS::Lambda::LayerVersion", RelationType.RUNS),
          new Rule(ANY, "AWS::ECR::ContainerImage", RelationType.RUNS),
          new Rule(ANY, "AWS::ECS::TaskDefinition", RelationType.DEFINED_BY),
          new Rule(ANY, "AWS::ECS::Cluster", RelationType.CONTAINED_IN),
          new Rule("AWS::RDS::DBSnapshot", "AWS::RDS::DBInstance", RelationType.SNAPSHOT_OF),
          new Rule("AWS::RDS::DBClusterSnapshot", "AWS::RDS::DBCluster", RelationType.SNAPSHOT_OF),
          new Rule("AWS::RDS::DBInstance", "AWS::RDS::DBCluster", RelationType.CONTAINED_IN),
          new Rule(ANY, "AWS::RDS::DBSubnetGroup", RelationType.CONTAINED_IN),
          new Rule("AWS::ElasticLoadBalancing::LoadBalancer", ANY, RelationType.ROUTES_TO),
          new Rule("AWS::ElasticLoadBalancingV2::LoadBalancer", ANY, RelationType.ROUTES_TO),
          new Rule("AWS::ElasticLoadBalancingV2::TargetGroup", ANY, RelationType.ROUTES_TO),
          new Rule(ANY, "AWS::KMS::Key", RelationType.ENCRYPTED_WITH));

  private RelationRules() {}

  /** The edge between a resource and one that it was seen with. */
  public static Relation between(Resource one, Resource other, String source, Instant updatedAt) {
    for (var rule : RULES) {
      if (rule.fits(one, other)) {
        return new Relation(one, other, rule.type, source, updatedAt);
      }
      if (rule.fits(other, one)) {
        return new Relation(other, one, rule.type, source, updatedAt);
      }
    }
    return new Relation(one, other, RelationType.RELATED_TO, source, updatedAt);
  }

  private static final class Rule {
    private final String from;
    private final String to;
    private final RelationType type;

    Rule(String from, String to, RelationType type) {
      this.from = from;
      this.to = to;
      this.type = type;
    }

    boolean fits(Resource source, Resource target) {
      return isOf(source.type(), from) && isOf(target.type(), to);
    }

    private static boolean isOf(ResourceType type, String expected) {
      return expected.equals(ANY) || type.name().equals(expected);
    }
  }
}
