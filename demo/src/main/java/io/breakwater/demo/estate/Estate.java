// SPDX-License-Identifier: Apache-2.0
package io.breakwater.demo.estate;

import io.breakwater.demo.chance.Dice;
import java.util.List;
import java.util.stream.Stream;

/** All that an organisation runs. */
public record Estate(
    List<SecurityGroup> groups,
    List<Role> roles,
    List<Instance> instances,
    List<Function> functions,
    List<Bucket> buckets,
    List<User> users,
    List<Certificate> certificates) {

  /** How many there are of each. Security groups and roles are shared among those who use them. */
  public record Size(
      int groups,
      int roles,
      int instances,
      int functions,
      int buckets,
      int users,
      int certificates) {
    /** A company of some fifty people, but for its certificates. */
    public static final Size SMALL = new Size(10, 20, 40, 25, 20, 15, 0);
  }

  public Estate {
    groups = List.copyOf(groups);
    roles = List.copyOf(roles);
    instances = List.copyOf(instances);
    functions = List.copyOf(functions);
    buckets = List.copyOf(buckets);
    users = List.copyOf(users);
    certificates = List.copyOf(certificates);
  }

  public static Estate drawn(Dice dice, Size size) {
    return new Surveyor(dice).estate(size);
  }

  public Stream<Resource> resources() {
    return Stream.of(groups, roles, instances, functions, buckets, users, certificates)
        .flatMap(List::stream);
  }
}
