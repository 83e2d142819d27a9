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
  /** Whose other events (scans, coverage, previews, statuses) carry no finding. */
  private static final Map<String, Format> BY_SOURCE =
      Map.ofEntries(
          Map.entry("aws.securityhub", Format.ASFF),
          Map.entry("aws.inspector2", Format.INSPECTOR2),
          Map.entry("inspector2.ami.ondemand", Format.INSPECTOR2),
          Map.entry("aws.guardduty", Format.GUARDDUTY),
          Map.entry("aws.macie", Format.MACIE),
          Map.entry("aws.access-analyzer", Format.ACCESS_ANALYZER),
          Map.entry("aws.config", Format.CONFIG_ITEM),
          Map.entry("aws.acm", Format.ACM),
          Map.entry("aws.acm-pca", Format.ACM_PCA),
          Map.entry("aws.health", Format.HEALTH));

  private static final Map<String, Route> BY_DETAIL_TYPE = new HashMap<>();
  private static final Map<Predicate<Set<String>>, Route> BY_KEYS = new LinkedHashMap<>();

  static {
    var inspector = Route.to(Format.INSPECTOR2, new InspectorReader());
    event("Inspector2 Finding", inspector);
    event("OnDemand AMI Scan Findings", inspector);
    bare(
        keys ->
            keys.contains("findingArn")
                && (keys.contains("resources") || keys.contains("awsAccountId")),
        inspector);

    var guardDuty = Route.to(Format.GUARDDUTY, new GuardDutyReader());
    event("GuardDuty Finding", guardDuty);
    bare(keys -> keys.containsAll(Set.of("resource", "service", "type")), guardDuty);
    bare(keys -> keys.containsAll(Set.of("Resource", "Service", "Type")), guardDuty);
  }

  private Routes() {}

  static Route ofEvent(Envelope envelope) {
    var route = BY_DETAIL_TYPE.get(envelope.detailType());
    if (route != null) {
      return route;
    }
    var format = BY_SOURCE.get(envelope.source());
    return Route.ignore(
        format == null ? Format.OTHER : format,
        format == null ? IgnoredReason.UNSUPPORTED_SOURCE : IgnoredReason.UNSUPPORTED_DETAIL_TYPE,
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
