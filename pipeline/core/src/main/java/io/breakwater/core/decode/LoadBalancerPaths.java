// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.mention;
import static io.breakwater.core.decode.Configuration.oneOrMany;
import static io.breakwater.core.decode.Configuration.part;

import io.breakwater.core.json.Shape;
import io.breakwater.core.relation.RelationType;
import java.util.Map;

/** Load balancers of both generations, and where they send what comes in. */
final class LoadBalancerPaths {
  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.of(
          "AWS::ElasticLoadBalancing::LoadBalancer",
          loadBalancer()
              .eachInside("instances", part("instanceId", TypeName.INSTANCE))
              .eachInside(
                  "listenerDescriptions",
                  part()
                      .inside("listener", part().text("sslCertificateId", Configuration::present))),
          TypeName.LOAD_BALANCER,
          loadBalancer().eachInside("availabilityZones", part("subnetId", TypeName.SUBNET)),
          "AWS::ElasticLoadBalancingV2::Listener",
          listener(),
          TypeName.TARGET_GROUP,
          targetGroup());

  private LoadBalancerPaths() {}

  private static Shape<Configuration> loadBalancer() {
    return part("vpcId", TypeName.VPC)
        .text("scheme", Configuration.address("internet-facing", "internal"))
        .member("securityGroups", oneOrMany("groupId", TypeName.SECURITY_GROUP))
        .member("subnets", oneOrMany("subnetId", TypeName.SUBNET));
  }

  private static Shape<Configuration> listener() {
    return part("loadBalancerArn", TypeName.LOAD_BALANCER)
        .eachInside("certificates", part().text("certificateArn", Configuration::present))
        .eachInside(
            "defaultActions",
            part("targetGroupArn", TypeName.TARGET_GROUP)
                .inside(
                    "forwardConfig",
                    part()
                        .eachInside(
                            "targetGroups", part("targetGroupArn", TypeName.TARGET_GROUP))));
  }

  /** A target is an instance, a function or a load balancer; an IP address names none. */
  private static Shape<Configuration> targetGroup() {
    return part("vpcId", TypeName.VPC)
        .texts("loadBalancerArns", mention(TypeName.LOAD_BALANCER))
        .eachInside(
            "targets",
            part()
                .text(
                    "id",
                    (group, id) ->
                        group.relate(Mention.ITSELF, RelationType.ROUTES_TO, Mention.of(id, ""))));
  }
}
