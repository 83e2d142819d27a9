// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import java.util.List;
import java.util.stream.Stream;

/**
 * The managed policy of a role.
 *
 * @param administrative whether it allows everything
 * @param reads the buckets whose objects it allows to read
 */
public record Policy(Role role, boolean administrative, List<Bucket> reads) implements Resource {
  public Policy {
    reads = List.copyOf(reads);
  }

  /** As it is drawn. */
  public static Policy of(Role role) {
    return new Policy(role, false, role.reads());
  }

  public Policy allowingEverything() {
    return new Policy(role, true, reads);
  }

  public Policy reading(Bucket bucket) {
    return new Policy(
        role, administrative, Stream.concat(reads.stream(), Stream.of(bucket)).distinct().toList());
  }

  @Override
  public Place place() {
    return role.place();
  }

  @Override
  public String arn() {
    return role.policyArn();
  }

  @Override
  public Tags tags() {
    return role.tags();
  }

  @Override
  public String type() {
    return "AWS::IAM::Policy";
  }

  @Override
  public String configId() {
    return role.policyId();
  }
}
