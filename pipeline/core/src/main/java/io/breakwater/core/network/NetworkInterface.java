// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.network;

import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.PortRanges;
import io.breakwater.core.signal.Signal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One network interface, with the configuration of what traffic to it passes. */
final class NetworkInterface {
  private final Resource resource;
  private final SortedMap<String, Signal> groups = new TreeMap<>();
  private final SortedMap<String, Signal> acls = new TreeMap<>();
  private final SortedMap<String, Signal> ownTables = new TreeMap<>();
  private final SortedMap<String, Signal> mainTables = new TreeMap<>();
  private Signal addressed;

  NetworkInterface(Resource resource) {
    this.resource = resource;
  }

  Resource resource() {
    return resource;
  }

  void addressedBy(Signal configuration) {
    addressed = configuration;
  }

  void addGroup(Signal group) {
    groups.put(arn(group), group);
  }

  void addAcl(Signal acl) {
    acls.put(arn(acl), acl);
  }

  /** One that its subnet is associated with. */
  void addTable(Signal table) {
    ownTables.put(arn(table), table);
  }

  /** The one of its VPC, which holds where the subnet has none of its own. */
  void addMainTable(Signal table) {
    mainTables.put(arn(table), table);
  }

  private static String arn(Signal configuration) {
    return configuration.resource().arn().toString();
  }

  /** Whose configuration says which addresses it has; empty when nobody's does. */
  Optional<Signal> addressed() {
    return Optional.ofNullable(addressed);
  }

  Collection<Signal> groups() {
    return groups.values();
  }

  Collection<Signal> acls() {
    return acls.values();
  }

  /** Those that decide where traffic of its subnet goes. */
  Collection<Signal> tables() {
    return ownTables.isEmpty() ? mainTables.values() : ownTables.values();
  }

  /**
   * The internet gateway that its traffic of a family comes through; empty when not all is known.
   */
  Optional<String> gateway(AddressFamily family) {
    if (addressed == null || !family.isPublic(addressed) || tables().isEmpty()) {
      return Optional.empty();
    }
    return tables().stream().allMatch(table -> family.gateway(table).isPresent())
        ? family.gateway(tables().iterator().next())
        : Optional.empty();
  }

  /**
   * What gets from the internet through one of its security groups and every ACL on the way.
   *
   * @return none when not all is known
   */
  PortRanges openThrough(Signal group, AddressFamily family) {
    var open = family.ingress(group).orElse(PortRanges.none());
    if (acls.isEmpty() || gateway(family).isEmpty()) {
      return PortRanges.none();
    }
    for (var acl : acls.values()) {
      open = open.intersect(family.ingress(acl).orElse(PortRanges.none()));
    }
    return open;
  }

  /** All configuration that is known. */
  List<Signal> parts() {
    var parts = new ArrayList<Signal>();
    addressed().ifPresent(parts::add);
    parts.addAll(groups.values());
    parts.addAll(acls.values());
    parts.addAll(ownTables.values());
    parts.addAll(mainTables.values());
    return parts;
  }

  /** All configuration that a way in through a group rests on. */
  List<Signal> restsOn(Signal group) {
    var parts = new ArrayList<Signal>();
    parts.add(group);
    parts.add(addressed);
    parts.addAll(acls());
    parts.addAll(tables());
    return parts;
  }
}
