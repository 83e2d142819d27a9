// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.relation.RelationType;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Signal;
import java.util.ArrayList;
import java.util.List;

/** What a finding says of the things around a resource: where it lies, what it runs as and with. */
final class Surroundings {
  String profile = "";
  String role = "";
  String image = "";

  /** VPCs and subnets. */
  final List<String> places = new ArrayList<>(2);

  /** Security groups and network ACLs. */
  final List<String> filters = new ArrayList<>(2);

  final List<String> interfaces = new ArrayList<>(1);

  /** Those of an image. */
  final List<String> tags = new ArrayList<>(0);

  /** Places, filters and interfaces: what there may be several of. */
  void takeFrom(Surroundings other) {
    places.addAll(other.places);
    filters.addAll(other.filters);
    interfaces.addAll(other.interfaces);
  }

  Signal.Builder describe(Signal.Builder signal) {
    return signal.attribute(Attribute.INSTANCE_PROFILE, profile).attribute(Attribute.ROLE, role);
  }

  void relate(Resource resource, StatedRelations relations) {
    relations.add(resource, RelationType.HAS_PROFILE, profile);
    relations.add(resource, RelationType.ASSUMES, role);
    relations.add(resource, RelationType.RUNS, image);
    places.forEach(place -> relations.add(resource, RelationType.CONTAINED_IN, place));
    filters.forEach(filter -> relations.add(resource, RelationType.PROTECTED_BY, filter));
    interfaces.forEach(part -> relations.add(resource, RelationType.HAS_PART, part));
    tags.forEach(tag -> relations.addTag(resource, tag));
  }
}
