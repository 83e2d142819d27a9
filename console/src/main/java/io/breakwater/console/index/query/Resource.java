// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that is exposed, or that exposures of others involve.
 *
 * @param account empty where nobody has said it
 * @param region empty for what is global
 * @param open how many open exposures involve it, by severity; what is none of low to critical is
 *     counted as {@link Severity#OTHER}
 */
public record Resource(
    String uid, String name, String type, String account, String region, Map<Severity, Long> open) {
  public Resource {
    var some = new EnumMap<Severity, Long>(Severity.class);
    some.putAll(open);
    some.values().removeIf(count -> count == 0);
    open = Collections.unmodifiableMap(some);
  }

  public long exposures() {
    return open.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Empty where none is open. */
  public Optional<Severity> worst() {
    return open.keySet().stream()
        .filter(severity -> severity != Severity.OTHER)
        .reduce((lower, higher) -> higher)
        .or(() -> open.keySet().stream().findFirst());
  }
}
