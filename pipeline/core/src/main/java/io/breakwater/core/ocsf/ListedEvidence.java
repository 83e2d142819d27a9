// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.trait.Evidence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The evidence that a finding lists: all of it, or, where that is more than the limit, first what
 * the severity rests on, then what contributes, then the rest.
 */
final class ListedEvidence {
  static final int LIMIT = 100;

  private final List<Evidence> listed;
  private final int omitted;

  private ListedEvidence(List<Evidence> listed, int omitted) {
    this.listed = listed;
    this.omitted = omitted;
  }

  static ListedEvidence of(Exposure exposure) {
    var all = exposure.evidence();
    if (all.size() <= LIMIT) {
      return new ListedEvidence(all, 0);
    }
    var deciding = deciding(exposure);
    var contributing = contributing(exposure);
    Comparator<Evidence> byWeight =
        Comparator.comparing((Evidence item) -> !deciding.contains(item.signal().findingUid()))
            .thenComparing(
                item -> item.traits().stream().noneMatch(t -> contributing.contains(t.id())));
    return new ListedEvidence(
        all.stream().sorted(byWeight).limit(LIMIT).collect(Collectors.toList()),
        all.size() - LIMIT);
  }

  private static Set<String> deciding(Exposure exposure) {
    var deciding = new HashSet<String>();
    deciding.add(exposure.likelihood().findingUid());
    exposure.likelihood().factors().forEach(factor -> deciding.addAll(factor.signals()));
    return deciding;
  }

  private static Set<String> contributing(Exposure exposure) {
    return exposure.traits().stream()
        .filter(trait -> trait.trait().role().contributes())
        .map(trait -> trait.trait().id())
        .collect(Collectors.toSet());
  }

  List<Evidence> listed() {
    return listed;
  }

  int omitted() {
    return omitted;
  }
}
