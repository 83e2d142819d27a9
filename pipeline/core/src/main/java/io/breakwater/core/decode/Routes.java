// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import io.breakwater.core.certificate.CertificateEventType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which reader takes what: by detail-type for EventBridge events, aside by source for those that no
 * reader takes, by the keys of the object for bare findings.
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
  private static final Set<Format> NOT_USED = Set.of(Format.ACM_PCA, Format.HEALTH);
  private static final Map<Predicate<Set<String>>, Route> BY_KEYS = new LinkedHashMap<>();

  static {
    var asff = Route.to(Format.ASFF, new AsffReader());
    var asffList = Route.to(Format.ASFF, new ListedFindings(new AsffReader()));
    event("Security Hub Findings - Imported", asffList);
    event("Security Hub Findings - Custom Action", asffList);
    bare(keys -> keys.contains("ProductArn") && keys.contains("Resources"), asff);
    bare(keys -> keys.contains("SchemaVersion") && keys.contains("Types"), asff);

    event("Findings Imported V2", Route.to(Format.OCSF, new ListedFindings(new OcsfReader())));
    bare(
        keys ->
            keys.contains("class_uid")
                && (keys.contains("finding_info") || keys.contains("metadata")),
        Route.to(Format.OCSF, new OcsfReader()));

    var listed = Route.to(Format.OTHER, new ListedFindings(new FindingOfAnyForm()));
    bare(keys -> keys.contains("findings"), listed);
    bare(keys -> keys.contains("Findings"), listed);

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

    var macie = Route.to(Format.MACIE, new MacieReader());
    event("Macie Finding", macie);
    bare(keys -> keys.contains("resourcesAffected"), macie);

    var analyzer = Route.to(Format.ACCESS_ANALYZER, new AccessAnalyzerReader());
    event("Access Analyzer Finding", analyzer);
    event("Internal Access Finding", analyzer);
    event("Unused Access Finding for IAM entities", analyzer);
    bare(keys -> keys.containsAll(Set.of("resource", "resourceType", "analyzedAt")), analyzer);

    var items = Route.to(Format.CONFIG_ITEM, ConfigItemReader.ofNotifications());
    event("Config Configuration Item Change", items);
    bare(keys -> keys.contains("configurationItem"), items);
    bare(keys -> keys.contains("configurationItemSummary"), items);
    bare(
        keys -> keys.containsAll(Set.of("configurationItemStatus", "resourceType")),
        Route.to(Format.CONFIG_ITEM, ConfigItemReader.ofBareItems()));

    var compliance = Route.to(Format.CONFIG_COMPLIANCE, new ConfigComplianceReader());
    event("Config Rules Compliance Change", compliance);
    bare(keys -> keys.containsAll(Set.of("configRuleName", "newEvaluationResult")), compliance);

    for (var type : CertificateEventType.values()) {
      if (type.isOfAcm()) {
        event(type.detailType(), Route.to(Format.ACM, new CertificateReader(type)));
      }
    }
    event("AWS Health Event", Route.to(Format.HEALTH, new HealthReader()));
  }

  private Routes() {}

  static Route ofEvent(Envelope envelope) {
    var route = BY_DETAIL_TYPE.get(envelope.detailType());
    return route != null ? route : aside(envelope);
  }

  private static Route aside(Envelope envelope) {
    var format = BY_SOURCE.get(envelope.source());
    if (format == null) {
      return Route.ignore(Format.OTHER, IgnoredReason.UNSUPPORTED_SOURCE, describe(envelope));
    }
    return Route.ignore(
        format,
        NOT_USED.contains(format) ? IgnoredReason.NOT_USED : IgnoredReason.UNSUPPORTED_DETAIL_TYPE,
        describe(envelope));
  }

  private static String describe(Envelope envelope) {
    return "detail-type '" + envelope.detailType() + "' of " + envelope.source();
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
