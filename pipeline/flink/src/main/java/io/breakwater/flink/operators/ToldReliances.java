// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.operators;

import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.Reliances;
import io.breakwater.core.choke.RestsOn;
import io.breakwater.core.exposure.ChokePoint;
import io.breakwater.core.exposure.ChokePoints;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Pending;
import io.breakwater.core.resource.Resource;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ValueState;

/** What the exposure of a key rests on that others may rest on as well, as it was last told. */
final class ToldReliances {
  private final ValueState<RestsOn> restsOn;

  private ChokePoints chokePoints;
  private Reliances reliances;

  private ToldReliances(ValueState<RestsOn> restsOn) {
    this.restsOn = restsOn;
  }

  /**
   * @param number of the value in which it is kept
   */
  static ToldReliances in(KeyState state, int number) {
    return new ToldReliances(state.value(number, RestsOn.class));
  }

  /** From now on it follows from this catalogue. */
  void judgeBy(Catalogue now) {
    chokePoints = new ChokePoints(now);
    reliances = new Reliances(now);
  }

  /** The choke points of an exposure that is told, or that others may rest on with it. */
  List<ChokePoint> pointsOf(Optional<Exposure> open, boolean isTold) {
    return open.filter(exposure -> isTold || reliances.mayBeOf(exposure))
        .map(chokePoints::of)
        .orElse(List.of());
  }

  /**
   * What is to be told: how it differs from what was told last.
   *
   * @param open empty where there is no exposure any more
   * @param points those of the exposure
   */
  List<RelianceChange> change(
      Optional<Exposure> open, Resource exposed, List<ChokePoint> points, Pending because)
      throws Exception {
    var now =
        open.map(exposure -> new RestsOn(reliances.of(exposure, points))).orElse(RestsOn.NOTHING);
    var known = restsOn.value();
    var before = known == null ? RestsOn.NOTHING : known;
    if (now.isNothing()) {
      restsOn.clear();
    } else if (!now.equals(before)) {
      restsOn.update(now);
    }
    return now.changesSince(before, exposed, because.time(), because.replayed());
  }
}
