// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.law;

import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.resource.Labels;
import java.util.List;
import java.util.stream.Collectors;

/** What is open, as lines of text that are equal exactly when it is the same. */
final class Open {
  private Open() {}

  /** Of everything that is exposed, and of everything that readers hold for open. */
  static List<String> of(Correlation correlation) {
    var open =
        correlation.exposures().values().stream().map(Open::line).collect(Collectors.toList());
    correlation
        .announced()
        .forEach(
            (arn, told) ->
                open.add(
                    String.join(
                        " | ",
                        "told of " + arn,
                        told.severity().label(),
                        told.title(),
                        told.ruleId(),
                        labels(told.labels()),
                        told.fingerprint())));
    return open;
  }

  private static String labels(Labels labels) {
    return labels.tags().values() + " of " + labels.owner();
  }

  private static String line(Exposure exposure) {
    var traits =
        exposure.traits().stream()
            .map(trait -> trait + " " + trait.indicators() + " by " + trait.findingUids())
            .collect(Collectors.joining("; "));
    var factors =
        exposure.likelihood().factors().stream()
            .map(factor -> factor + " as " + factor.reason() + " by " + factor.signals())
            .collect(Collectors.joining("; "));
    return String.join(
        " | ",
        exposure.uid(),
        exposure.severity().label(),
        exposure.title(),
        exposure.impact().label(),
        traits,
        factors,
        exposure.likelihood().findingUid(),
        exposure.fingerprint(),
        labels(exposure.labels()),
        "first seen " + exposure.firstSeen().toEpochMilli(),
        "last seen " + exposure.lastSeen().toEpochMilli());
  }
}
