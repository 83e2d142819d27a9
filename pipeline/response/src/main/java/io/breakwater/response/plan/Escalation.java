// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import io.breakwater.response.message.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who else is told when nobody moves a ticket in time. */
public final class Escalation {
  static final Escalation NEVER = new Escalation(Map.of(), List.of());

  private final Map<Severity, Duration> after;
  private final List<String> targets;

  Escalation(Map<Severity, Duration> after, List<String> targets) {
    this.after = after.isEmpty() ? Map.of() : new EnumMap<>(after);
    this.targets = List.copyOf(targets);
  }

  /** How long after the ticket was made; empty for never. */
  public Optional<Duration> after(Severity severity) {
    return Optional.ofNullable(after.get(severity));
  }

  /** The names of the targets that are told. */
  public List<String> targets() {
    return targets;
  }
}
