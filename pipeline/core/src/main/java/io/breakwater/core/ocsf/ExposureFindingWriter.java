// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.ExposureTrait;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.severity.FactorValue;
import io.breakwater.core.signal.AffectedPackage;
import io.breakwater.core.signal.Known;
import io.breakwater.core.signal.Vulnerability;
import io.breakwater.core.trait.Evidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A revision as an OCSF 1.6.0 Detection Finding (class 2004), one JSON object without line breaks.
 *
 * <p>What OCSF has no place for goes to {@code unmapped}: the severity's explanation, why an
 * exposure was closed, the catalogue's version, the replay mark.
 */
public final class ExposureFindingWriter {
  public static final String OCSF_VERSION = "1.6.0";
  public static final String PRODUCT = "Breakwater";

  /** Findings listed as related events; a finding that has more says how many it left out. */
  public static final int MAX_RELATED_EVENTS = 100;

  private static final int CATEGORY_FINDINGS = 2;
  private static final int CLASS_DETECTION_FINDING = 2004;
  private static final int STATUS_NEW = 1;
  private static final int STATUS_RESOLVED = 4;
  private static final int ANALYTIC_RULE = 1;
  private static final int ACCOUNT_AWS = 10;
  private static final int ROLE_AFFECTED = 3;
  private static final int OBSERVABLE_RESOURCE_UID = 10;
  private static final int TYPICAL_BYTES = 8192;

  private static final JsonFactory JSON = new JsonFactory();

  private final Catalogue catalogue;
  private final String productVersion;

  public ExposureFindingWriter(Catalogue catalogue, String productVersion) {
    this.catalogue = Objects.requireNonNull(catalogue);
    this.productVersion = Objects.requireNonNull(productVersion);
  }

  public byte[] toJson(Revision revision) {
    var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      classification(json, revision);
      cloud(json, revision.resource());
      metadata(json, revision);
      findingInfo(json, revision);
      resources(json, revision.resource());
      if (revision.exposure().isPresent()) {
        var exposure = revision.exposure().get();
        vulnerabilities(json, exposure);
        remediation(json, exposure);
      }
      unmapped(json, revision);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take bytes", e);
    }
    return bytes.toByteArray();
  }

  private static void classification(JsonGenerator json, Revision revision) throws IOException {
    var activity = revision.activity();
    boolean closed = activity == Revision.Activity.CLOSE;
    var severity = revision.announced().severity();
    json.writeNumberField("activity_id", activity.ocsfId());
    json.writeStringField("activity_name", activity.label());
    json.writeNumberField("category_uid", CATEGORY_FINDINGS);
    json.writeStringField("category_name", "Findings");
    json.writeNumberField("class_uid", CLASS_DETECTION_FINDING);
    json.writeStringField("class_name", "Detection Finding");
    json.writeNumberField("type_uid", CLASS_DETECTION_FINDING * 100 + activity.ocsfId());
    json.writeStringField("type_name", "Detection Finding: " + activity.label());
    json.writeNumberField("time", revision.time().toEpochMilli());
    json.writeStringField("message", revision.announced().title());
    json.writeNumberField("severity_id", severity.ocsfId());
    json.writeStringField("severity", severity.label());
    json.writeNumberField("status_id", closed ? STATUS_RESOLVED : STATUS_NEW);
    json.writeStringField("status", closed ? "Resolved" : "New");
    if (revision.closedBy().isPresent()) {
      json.writeStringField("status_detail", revision.closedBy().get().code());
    }
    var impact = revision.announced().impact();
    json.writeNumberField("impact_id", impact.ocsfId());
    json.writeStringField("impact", impact.label());
  }

  private static void cloud(JsonGenerator json, Resource resource) throws IOException {
    json.writeObjectFieldStart("cloud");
    json.writeStringField("provider", "AWS");
    json.writeStringField("cloud_partition", resource.arn().partition());
    text(json, "region", resource.region());
    account(json, resource);
    json.writeEndObject();
  }

  private static void account(JsonGenerator json, Resource resource) throws IOException {
    if (!resource.account().isEmpty()) {
      json.writeObjectFieldStart("account");
      json.writeStringField("uid", resource.account());
      json.writeNumberField("type_id", ACCOUNT_AWS);
      json.writeStringField("type", "AWS Account");
      json.writeEndObject();
    }
  }

  private void metadata(JsonGenerator json, Revision revision) throws IOException {
    json.writeObjectFieldStart("metadata");
    json.writeStringField("version", OCSF_VERSION);
    json.writeStringField("uid", revision.uid());
    json.writeStringField("correlation_uid", revision.exposureUid());
    json.writeArrayFieldStart("profiles");
    json.writeString("cloud");
    json.writeEndArray();
    json.writeObjectFieldStart("product");
    json.writeStringField("name", PRODUCT);
    json.writeStringField("vendor_name", PRODUCT);
    json.writeStringField("version", productVersion);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void findingInfo(JsonGenerator json, Revision revision) throws IOException {
    var announced = revision.announced();
    json.writeObjectFieldStart("finding_info");
    json.writeStringField("uid", revision.exposureUid());
    json.writeStringField("title", announced.title());
    json.writeArrayFieldStart("types");
    json.writeString(announced.type());
    json.writeEndArray();
    json.writeObjectFieldStart("analytic");
    json.writeStringField("uid", announced.ruleId());
    json.writeStringField("name", "Exposure");
    json.writeNumberField("type_id", ANALYTIC_RULE);
    json.writeStringField("type", "Rule");
    json.writeStringField("version", catalogue.version());
    json.writeEndObject();
    json.writeNumberField("created_time", announced.since().toEpochMilli());
    json.writeNumberField("modified_time", revision.time().toEpochMilli());
    if (revision.exposure().isPresent()) {
      evidence(json, revision.exposure().get());
    } else {
      json.writeNumberField("related_events_count", 0);
    }
    json.writeEndObject();
  }

  private void evidence(JsonGenerator json, Exposure exposure) throws IOException {
    json.writeStringField("desc", description(exposure));
    json.writeNumberField("first_seen_time", exposure.firstSeen().toEpochMilli());
    json.writeNumberField("last_seen_time", exposure.lastSeen().toEpochMilli());
    attacks(json, exposure);
    json.writeNumberField("related_events_count", exposure.evidence().size());
    json.writeArrayFieldStart("related_events");
    for (var item :
        exposure.evidence().stream().limit(MAX_RELATED_EVENTS).collect(Collectors.toList())) {
      relatedEvent(json, exposure, item);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("traits");
    for (var trait : exposure.traits()) {
      trait(json, trait, trait.indicators());
    }
    json.writeEndArray();
  }

  private static String description(Exposure exposure) {
    return exposure.traits().stream()
        .filter(trait -> trait.trait().role().contributes())
        .map(trait -> trait.trait().title() + ".")
        .collect(Collectors.joining(" "));
  }

  private static void attacks(JsonGenerator json, Exposure exposure) throws IOException {
    var attack = exposure.rule().attack();
    json.writeArrayFieldStart("attacks");
    json.writeStartObject();
    json.writeObjectFieldStart("tactic");
    json.writeStringField("uid", attack.tacticUid());
    json.writeStringField("name", attack.tactic());
    json.writeEndObject();
    json.writeObjectFieldStart("technique");
    json.writeStringField("uid", attack.techniqueUid());
    json.writeStringField("name", attack.technique());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void relatedEvent(JsonGenerator json, Exposure exposure, Evidence item)
      throws IOException {
    var signal = item.signal();
    json.writeStartObject();
    json.writeStringField("uid", signal.findingUid());
    text(json, "title", signal.title());
    json.writeStringField("type", "Finding");
    json.writeObjectFieldStart("product");
    json.writeStringField("name", signal.product());
    json.writeEndObject();
    json.writeNumberField("severity_id", signal.severity().ocsfId());
    json.writeStringField("severity", signal.severity().label());
    time(json, "first_seen_time", signal.createdAt());
    time(json, "modified_time", signal.updatedAt());
    json.writeArrayFieldStart("observables");
    json.writeStartObject();
    json.writeStringField("name", "resources[].uid");
    json.writeNumberField("type_id", OBSERVABLE_RESOURCE_UID);
    json.writeStringField("type", "Resource UID");
    json.writeStringField("value", signal.resource().arn().toString());
    json.writeEndObject();
    json.writeEndArray();
    json.writeArrayFieldStart("traits");
    for (var trait : exposure.traits()) {
      for (var given : item.traits()) {
        if (given.id().equals(trait.trait().id())) {
          trait(json, trait, given.indicators());
        }
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void trait(JsonGenerator json, ExposureTrait trait, List<String> indicators)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", trait.trait().id());
    json.writeStringField("name", trait.trait().title());
    json.writeStringField("category", trait.trait().type().label());
    json.writeStringField("type", trait.trait().role().label());
    json.writeArrayFieldStart("values");
    for (var indicator : indicators) {
      json.writeString(indicator);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void resources(JsonGenerator json, Resource resource) throws IOException {
    json.writeArrayFieldStart("resources");
    json.writeStartObject();
    json.writeStringField("uid", resource.arn().toString());
    json.writeStringField("name", resource.arn().name());
    json.writeStringField("type", resource.type().name());
    json.writeStringField("cloud_partition", resource.arn().partition());
    text(json, "region", resource.region());
    json.writeNumberField("role_id", ROLE_AFFECTED);
    json.writeStringField("role", "Affected");
    if (!resource.account().isEmpty()) {
      json.writeObjectFieldStart("owner");
      account(json, resource);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void vulnerabilities(JsonGenerator json, Exposure exposure) throws IOException {
    Map<String, Vulnerability> byId = new LinkedHashMap<>();
    exposure.evidence().stream()
        .flatMap(item -> item.signal().vulnerability().stream())
        .filter(vulnerability -> !vulnerability.id().isEmpty())
        .limit(MAX_RELATED_EVENTS)
        .forEach(vulnerability -> byId.putIfAbsent(vulnerability.id(), vulnerability));
    if (byId.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("vulnerabilities");
    for (var vulnerability : byId.values()) {
      vulnerability(json, vulnerability);
    }
    json.writeEndArray();
  }

  private static void vulnerability(JsonGenerator json, Vulnerability vulnerability)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("cve");
    json.writeStringField("uid", vulnerability.id());
    if (vulnerability.cvssScore().isPresent() && !vulnerability.cvssVector().isEmpty()) {
      json.writeArrayFieldStart("cvss");
      json.writeStartObject();
      json.writeNumberField("base_score", vulnerability.cvssScore().getAsDouble());
      json.writeStringField("vector_string", vulnerability.cvssVector());
      json.writeStringField("version", cvssVersion(vulnerability.cvssVector()));
      json.writeEndObject();
      json.writeEndArray();
    }
    if (vulnerability.epss().isPresent()) {
      json.writeObjectFieldStart("epss");
      json.writeStringField("score", Double.toString(vulnerability.epss().getAsDouble()));
      json.writeEndObject();
    }
    json.writeEndObject();
    known(json, "is_exploit_available", vulnerability.exploitAvailable());
    known(json, "is_fix_available", vulnerability.fixAvailable());
    packages(json, vulnerability.packages());
    json.writeEndObject();
  }

  /** Version 2 vectors carry no version of their own. */
  private static String cvssVersion(String vector) {
    int slash = vector.indexOf('/');
    return vector.startsWith("CVSS:") && slash > 0 ? vector.substring(5, slash) : "2.0";
  }

  private static void packages(JsonGenerator json, List<AffectedPackage> packages)
      throws IOException {
    json.writeArrayFieldStart("affected_packages");
    for (var affected : packages) {
      json.writeStartObject();
      json.writeStringField("name", affected.name());
      json.writeStringField("version", affected.version());
      text(json, "fixed_in_version", affected.fixedInVersion());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void remediation(JsonGenerator json, Exposure exposure) throws IOException {
    var contributing =
        exposure.traits().stream()
            .filter(trait -> trait.trait().role().contributes())
            .map(ExposureTrait::trait)
            .collect(Collectors.toList());
    json.writeObjectFieldStart("remediation");
    json.writeStringField(
        "desc", contributing.stream().map(t -> t.remediation()).collect(Collectors.joining(" ")));
    json.writeArrayFieldStart("references");
    for (var trait : contributing) {
      json.writeString(trait.remediationUrl());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void unmapped(JsonGenerator json, Revision revision) throws IOException {
    json.writeObjectFieldStart("unmapped");
    json.writeStringField("catalogue_version", catalogue.version());
    json.writeBooleanField("replay", revision.replayed());
    if (revision.closedBy().isPresent()) {
      json.writeObjectFieldStart("closed");
      json.writeStringField("reason", revision.closedBy().get().code());
      json.writeBooleanField("confirmed", revision.closedBy().get().confirmed());
      json.writeEndObject();
    }
    json.writeStringField("likelihood", revision.announced().likelihood().label());
    if (revision.exposure().isPresent()) {
      explanation(json, revision.exposure().get());
    }
    json.writeEndObject();
  }

  private void explanation(JsonGenerator json, Exposure exposure) throws IOException {
    var likelihood = exposure.likelihood();
    int omitted = exposure.evidence().size() - MAX_RELATED_EVENTS;
    if (omitted > 0) {
      json.writeNumberField("related_events_omitted", omitted);
    }
    json.writeObjectFieldStart("severity_explained");
    json.writeStringField("model_version", catalogue.severity().version());
    json.writeNumberField("likelihood_score", Math.round(likelihood.score() * 100) / 100.0);
    json.writeStringField("deciding_trait", likelihood.traitId());
    json.writeStringField("deciding_finding", likelihood.findingUid());
    json.writeArrayFieldStart("factors");
    for (var factor : likelihood.factors()) {
      factor(json, factor);
    }
    json.writeEndArray();
    json.writeStringField("impact", exposure.impact().label());
    json.writeStringField("cell", cell(exposure));
    json.writeEndObject();
  }

  private static String cell(Exposure exposure) {
    return exposure.likelihood().level().label()
        + " likelihood, "
        + exposure.impact().label().toLowerCase(Locale.ROOT)
        + " impact: "
        + exposure.severity().label();
  }

  private void factor(JsonGenerator json, FactorValue factor) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", factor.factor().key());
    json.writeStringField("name", catalogue.severity().nameOf(factor.factor()));
    json.writeStringField("value", factor.level().map(level -> level.label()).orElse("Unknown"));
    json.writeNumberField("weight", catalogue.severity().weightOf(factor.factor()));
    json.writeStringField("reason", factor.reason());
    json.writeArrayFieldStart("signals");
    for (var signal : factor.signals()) {
      json.writeString(signal);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void known(JsonGenerator json, String name, Known value) throws IOException {
    if (value != Known.UNKNOWN) {
      json.writeBooleanField(name, value == Known.YES);
    }
  }

  private static void time(JsonGenerator json, String name, Instant value) throws IOException {
    json.writeNumberField(name, value.toEpochMilli());
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
