// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which reader takes what: by detail-type for EventBridge events, by the keys of the object for
 * bare findings.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/events.html">EventBridge events
 *     reference</a>
 */
final class Routes {
  private static final Map<String, Route> BY_DETAIL_TYPE = new HashMap<>();
  private static final Map<Predicate<Set<String>>, Route> BY_KEYS = new LinkedHashMap<>();

  static {
    var inspector = Route.to(Format.INSPECTOR2, new InspectorReader());
    event("Inspector2 Finding", inspector);
    event("OnDemand AMI Scan Findings", inspector);
    bare(keys -> keys.contains("findingArn"), inspector);
  }

  private Routes() {}

  static Route ofEvent(Envelope envelope) {
    var route = BY_DETAIL_TYPE.get(envelope.detailType());
    if (route != null) {
      return route;
    }
    return Route.ignore(
        Format.OTHER,
        IgnoredReason.UNSUPPORTED_DETAIL_TYPE,
        "detail-type '" + envelope.detailType() + "' of " + envelope.source());
  }

  static Route ofBare(Set<String> keys) {
    return BY_KEYS.entrySet().stream()
        .filter(entry -> entry.getKey().test(keys))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseGet(
            () ->
                Route.ignore(
                    Format.OTHER, IgnoredReason.NOT_A_FINDING, "JSON, but no finding we know"));
  }

  private static void event(String detailType, Route route) {
    BY_DETAIL_TYPE.put(detailType, route);
  }

  private static void bare(Predicate<Set<String>> keys, Route route) {
    BY_KEYS.put(keys, route);
  }
}
