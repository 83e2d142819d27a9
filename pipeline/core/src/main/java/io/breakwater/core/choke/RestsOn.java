// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.choke;

import io.breakwater.core.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** All that one exposure rests on. */
public final class RestsOn {
  /** Of an exposure that is closed, too. */
  public static final RestsOn NOTHING = new RestsOn(List.of());

  private final List<Reliance> reliances;

  public RestsOn(List<Reliance> reliances) {
    this.reliances = List.copyOf(reliances);
  }

  public List<Reliance> reliances() {
    return reliances;
  }

  public boolean isNothing() {
    return reliances.isEmpty();
  }

  /**
   * What has to be told once an exposure rests on this.
   *
   * @param before what it rested on so far, as far as was told
   * @return empty when both are the same
   */
  public List<RelianceChange> changesSince(
      RestsOn before, Resource exposed, Instant at, boolean replayed) {
    var left = new LinkedHashMap<String, Reliance>();
    before.reliances.forEach(reliance -> left.put(reliance.chokePointUid(), reliance));
    var changes = new ArrayList<RelianceChange>();
    for (var reliance : reliances) {
      if (!reliance.equals(left.remove(reliance.chokePointUid()))) {
        changes.add(new RelianceChange(exposed, reliance, true, at, replayed));
      }
    }
    left.values()
        .forEach(gone -> changes.add(new RelianceChange(exposed, gone, false, at, replayed)));
    return changes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RestsOn && reliances.equals(((RestsOn) other).reliances);
  }

  @Override
  public int hashCode() {
    return reliances.hashCode();
  }

  @Override
  public String toString() {
    return reliances.toString();
  }
}
