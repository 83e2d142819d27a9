// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.texts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.ChokePoint;
import io.breakwater.core.exposure.ChokePoints;
import io.breakwater.core.exposure.RemediationPlan;
import io.breakwater.core.exposure.Revision;
import io.breakwater.core.finding.Activity;
import io.breakwater.core.rules.Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A revision as an OCSF 1.6.0 Detection Finding (class 2004), one JSON object without line breaks.
 *
 * <p>What OCSF has no place for goes to {@code unmapped}: the severity's explanation, why an
 * exposure was closed, the catalogue's version, the replay mark. The form is described in {@code
 * schemas/records/exposure-finding.schema.json}.
 */
public final class ExposureFindingWriter {
  public static final String OCSF_VERSION = DetectionFinding.OCSF_VERSION;
  public static final String PRODUCT = DetectionFinding.PRODUCT;

  /**
   * Signals and vulnerabilities that a finding lists; one that has more says how many it left out.
   */
  public static final int MAX_LISTED = 100;

  /** A finding that would be larger lists less. */
  public static final int MAX_BYTES = 240_000;

  private static final int TYPICAL_BYTES = 8192;

  private static final JsonFactory JSON = new JsonFactory();

  private final Catalogue catalogue;
  private final String productVersion;
  private final ChokePoints chokePoints;
  private final ExplanationWriter explanation;

  /** By a catalogue alone. */
  public ExposureFindingWriter(Catalogue catalogue, String productVersion) {
    this(Rules.of(catalogue), productVersion);
  }

  public ExposureFindingWriter(Rules rules, String productVersion) {
    this.catalogue = rules.catalogue();
    this.productVersion = Objects.requireNonNull(productVersion);
    this.chokePoints = new ChokePoints(catalogue);
    this.explanation = new ExplanationWriter(rules);
  }

  /** In UTF-8, of at most {@link #MAX_BYTES}. */
  public byte[] toJson(Revision revision) {
    return toJson(revision, revision.exposure().map(chokePoints::of).orElse(List.of()));
  }

  /**
   * The same with choke points that are known already.
   *
   * @param points those of the exposure, none for a close
   */
  public byte[] toJson(Revision revision, List<ChokePoint> points) {
    if (revision.exposure().isEmpty()) {
      return toJson(revision, Optional.empty());
    }
    var exposure = revision.exposure().get();
    var plan = RemediationPlan.of(exposure, catalogue);
    var listing = Listing.of(exposure, plan, points, MAX_LISTED);
    var json = toJson(revision, Optional.of(listing));
    for (int fewer = MAX_LISTED / 2; json.length > MAX_BYTES && fewer > 0; fewer /= 2) {
      json = toJson(revision, Optional.of(listing.to(fewer)));
    }
    return json;
  }

  private byte[] toJson(Revision revision, Optional<Listing> listing) {
    var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (var json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      DetectionFinding.classification(json, revision.activity(), revision.time());
      assessment(json, revision);
      ResourceWriter.cloud(json, revision.resource());
      DetectionFinding.metadata(json, revision.uid(), revision.exposureUid(), productVersion);
      FindingInfoWriter.write(json, revision, listing, catalogue.version());
      ResourceWriter.resources(json, revision.resource(), revision.announced().labels(), listing);
      ObservablesWriter.write(json, revision.resource(), listing);
      if (listing.isPresent()) {
        VulnerabilityWriter.write(json, listing.get().vulnerabilities());
        remediation(json, listing.get().plan());
      }
      explanation.write(json, revision, listing);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take bytes", e);
    }
    return bytes.toByteArray();
  }

  private static void assessment(JsonGenerator json, Revision revision) throws IOException {
    boolean closed = revision.activity() == Activity.CLOSE;
    var announced = revision.announced();
    json.writeStringField("message", announced.title());
    json.writeNumberField("severity_id", announced.severity().ocsfId());
    json.writeStringField("severity", announced.severity().label());
    var status = Status.of(revision);
    json.writeNumberField("status_id", status.ocsfId());
    json.writeStringField("status", status.label());
    var detail = Status.detail(revision);
    if (detail.isPresent()) {
      json.writeStringField("status_detail", detail.get());
    }
    var comment = revision.decided().comments().last();
    if (comment.isPresent()) {
      json.writeStringField("comment", comment.get());
    }
    json.writeNumberField("impact_id", announced.impact().ocsfId());
    json.writeStringField("impact", announced.impact().label());
    if (revision.exposure().isPresent()) {
      json.writeStringField("risk_details", ExplanationWriter.cell(revision.exposure().get()));
    }
    json.writeBooleanField(
        "is_alert", !closed && !revision.replayed() && revision.suppression().isEmpty());
  }

  private static void remediation(JsonGenerator json, List<RemediationPlan.Step> plan)
      throws IOException {
    json.writeObjectFieldStart("remediation");
    json.writeStringField(
        "desc",
        plan.stream()
            .map(step -> step.trait().remediation())
            .distinct()
            .collect(Collectors.joining(" ")));
    texts(
        json,
        "references",
        plan.stream()
            .map(step -> step.trait().remediationUrl())
            .filter(url -> !url.isEmpty())
            .distinct()
            .collect(Collectors.toList()));
    json.writeEndObject();
  }
}
