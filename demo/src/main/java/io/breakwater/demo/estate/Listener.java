// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/**
 * What a load balancer listens with on port 443.
 *
 * @param id sixteen hexadecimal digits
 * @param certificate what it presents
 */
public record Listener(LoadBalancer balancer, String id, Certificate certificate)
    implements Resource {
  @Override
  public Place place() {
    return balancer.place();
  }

  @Override
  public String arn() {
    return place().arn("elasticloadbalancing", "listener/" + balancer.path() + "/" + id);
  }

  @Override
  public Tags tags() {
    return balancer.tags();
  }

  @Override
  public String type() {
    return "AWS::ElasticLoadBalancingV2::Listener";
  }

  @Override
  public String configId() {
    return arn();
  }
}
