// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/** The network interface of an instance. */
public record NetworkInterface(Instance instance) implements Resource {
  @Override
  public Place place() {
    return instance.place();
  }

  @Override
  public String arn() {
    return place().arn("ec2", "network-interface/" + configId());
  }

  @Override
  public Tags tags() {
    return instance.tags();
  }

  @Override
  public String type() {
    return "AWS::EC2::NetworkInterface";
  }

  @Override
  public String configId() {
    return instance.network().networkInterface();
  }
}
