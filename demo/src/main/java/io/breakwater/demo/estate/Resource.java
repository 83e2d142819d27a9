// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

/** Anything that findings are about. */
public sealed interface Resource
    permits Bucket,
        Certificate,
        Distribution,
        Function,
        Instance,
        Listener,
        LoadBalancer,
        NetworkInterface,
        Policy,
        Role,
        SecurityGroup,
        User,
        VpcPart {
  Place place();

  String arn();

  Tags tags();

  /** CloudFormation's name, such as {@code AWS::EC2::Instance}. */
  String type();

  /** What AWS Config calls it: its id, or its name where it has none. */
  String configId();
}
