// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.severity;

import java.util.List;
import java.util.Objects;

/** One aspect of the impact of one exposure: how bad, or unknown, and the signals that say so. */
public final class ImpactValue {
  private final ImpactAspect aspect;
  private final Impact impact;
  private final String reason;
  private final List<String> signals;

  private ImpactValue(ImpactAspect aspect, Impact impact, String reason, List<String> signals) {
    this.aspect = Objects.requireNonNull(aspect);
    this.impact = Objects.requireNonNull(impact);
    this.reason = Objects.requireNonNull(reason);
    this.signals = List.copyOf(signals);
  }

  /**
   * @param reason in words
   * @param signals uids of the findings that it rests on
   */
  public static ImpactValue known(
      ImpactAspect aspect, Impact impact, String reason, List<String> signals) {
    return new ImpactValue(aspect, impact, reason, signals);
  }

  public static ImpactValue unknown(ImpactAspect aspect) {
    return new ImpactValue(aspect, Impact.UNKNOWN, "nothing seen says it", List.of());
  }

  public ImpactAspect aspect() {
    return aspect;
  }

  public Impact impact() {
    return impact;
  }

  public String reason() {
    return reason;
  }

  public List<String> signals() {
    return signals;
  }

  @Override
  public String toString() {
    return aspect + "=" + impact.label();
  }
}
