// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/**
 * An application load balancer on the internet.
 *
 * @param id sixteen hexadecimal digits
 */
public record LoadBalancer(Place place, String id, Tags tags) implements Resource {
  String path() {
    return "app/" + tags.name() + "/" + id;
  }

  @Override
  public String arn() {
    return place.arn("elasticloadbalancing", "loadbalancer/" + path());
  }

  @Override
  public String type() {
    return "AWS::ElasticLoadBalancingV2::LoadBalancer";
  }

  @Override
  public String configId() {
    return arn();
  }

  public String dnsName() {
    return tags.name() + "-" + id.substring(0, 8) + "." + place.region() + ".elb.amazonaws.com";
  }
}
