// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.ocsf.Fields.known;
import static io.breakwater.core.ocsf.Fields.text;
import static io.breakwater.core.ocsf.Fields.texts;
import static io.breakwater.core.ocsf.Fields.time;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.certificate.AlertRevision;
import io.breakwater.core.certificate.Cause;
import io.breakwater.core.certificate.CertificateAlert;
import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.certificate.CertificateRules;
import io.breakwater.core.certificate.CertificateStanding;
import io.breakwater.core.certificate.KnownCertificate;
import io.breakwater.core.certificate.Origin;
import io.breakwater.core.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A revision of a certificate alert as an OCSF 1.6.0 Detection Finding (class 2004), one JSON
 * object without line breaks.
 *
 * <p>What OCSF has no place for goes to {@code unmapped}: where the certificate stands, the days
 * that are left, what the severity is made of. The form is described in {@code
 * schemas/records/certificate-alert.schema.json}.
 */
public final class CertificateAlertWriter {
  private static final int STATUS_NEW = 1;
  private static final int STATUS_RESOLVED = 4;
  private static final int STATUS_OTHER = 99;
  private static final int CONFIDENCE_LOW = 1;
  private static final int CONFIDENCE_HIGH = 3;
  private static final int TYPICAL_BYTES = 4096;

  /** OCSF requires issuer and serial number, and no source tells them of every certificate. */
  private static final String UNKNOWN = "unknown";

  private static final JsonFactory JSON = new JsonFactory();

  private final Catalogue catalogue;
  private final String productVersion;

  public CertificateAlertWriter(Catalogue catalogue, String productVersion) {
    this.catalogue = Objects.requireNonNull(catalogue);
    this.productVersion = Objects.requireNonNull(productVersion);
  }

  /** In UTF-8. */
  public byte[] toJson(AlertRevision revision) {
    var bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (var json = JSON.createGenerator(bytes)) {
      var standing = revision.standing();
      json.writeStartObject();
      DetectionFinding.classification(json, revision.activity(), revision.time());
      assessment(json, revision);
      ResourceWriter.cloud(json, revision.certificate());
      DetectionFinding.metadata(json, revision.uid(), revision.alertUid(), productVersion);
      findingInfo(json, revision);
      evidence(json, standing);
      ResourceWriter.certificate(
          json, revision.certificate(), standing.certificate().labels(), standing.named());
      ObservablesWriter.certificate(
          json, revision.certificate(), standing.certificate().text(CertificateField.COMMON_NAME));
      if (revision.closing().isEmpty()) {
        remediation(json, standing);
      }
      unmapped(json, revision);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to take bytes", e);
    }
    return bytes.toByteArray();
  }

  private static void assessment(JsonGenerator json, AlertRevision revision) throws IOException {
    var announced = revision.announced();
    json.writeStringField("message", announced.title());
    json.writeNumberField("severity_id", announced.severity().ocsfId());
    json.writeStringField("severity", announced.severity().label());
    var closing = revision.closing();
    if (closing.isEmpty()) {
      json.writeNumberField("status_id", STATUS_NEW);
      json.writeStringField("status", "New");
      boolean doubtful = isDoubtful(revision.standing());
      json.writeNumberField("confidence_id", doubtful ? CONFIDENCE_LOW : CONFIDENCE_HIGH);
      json.writeStringField("confidence", doubtful ? "Low" : "High");
    } else {
      boolean confirmed = closing.get().isConfirmed();
      json.writeNumberField("status_id", confirmed ? STATUS_RESOLVED : STATUS_OTHER);
      json.writeStringField("status", confirmed ? "Resolved" : "Unconfirmed");
      json.writeStringField("status_detail", closing.get().words());
    }
    json.writeBooleanField("is_alert", closing.isEmpty() && !revision.replayed());
  }

  /** Whether the certificate may be in order, for all that was not heard. */
  private static boolean isDoubtful(CertificateStanding standing) {
    return standing
        .alert()
        .filter(
            alert ->
                alert.causes().contains(Cause.WENT_SILENT)
                    || alert.causes().contains(Cause.NOT_CONFIRMED))
        .isPresent();
  }

  private void findingInfo(JsonGenerator json, AlertRevision revision) throws IOException {
    var standing = revision.standing();
    var state = standing.state().key();
    json.writeObjectFieldStart("finding_info");
    json.writeStringField("uid", revision.alertUid());
    json.writeStringField("title", revision.announced().title());
    texts(json, "types", List.of("Certificate/" + state));
    DetectionFinding.analytic(
        json, "certificate-" + state, "Certificate lifecycle", catalogue.version());
    time(json, "created_time", revision.announced().since());
    time(json, "modified_time", revision.time());
    if (standing.alert().isPresent()) {
      json.writeStringField("desc", description(standing));
    }
    var words = standing.certificate().latest();
    json.writeNumberField("related_events_count", words.size());
    json.writeArrayFieldStart("related_events");
    for (var word : words) {
      json.writeStartObject();
      json.writeStringField("uid", uidOf(word));
      json.writeStringField("title", word.type().detailType());
      json.writeStringField("type", "Event");
      time(json, "modified_time", word.time());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String uidOf(CertificateEvent word) {
    return Sha256.identity(
        word.arn().toString(),
        word.type().name(),
        word.time().toString(),
        word.fields().toString());
  }

  private String description(CertificateStanding standing) {
    var text = new StringBuilder(standing.alert().orElseThrow().title()).append('.');
    int users = standing.certificate().usedBy().size();
    if (users > 0) {
      text.append(" It is used by ")
          .append(users)
          .append(users == 1 ? " resource" : " resources")
          .append(standing.certificate().usesCut() ? " or more." : ".");
    }
    standing
        .silentSince()
        .ifPresent(
            since ->
                text.append(" ACM has not announced its end since ").append(since).append('.'));
    return text.toString();
  }

  private static void evidence(JsonGenerator json, CertificateStanding standing)
      throws IOException {
    var certificate = standing.certificate();
    json.writeArrayFieldStart("evidences");
    json.writeStartObject();
    json.writeStringField("name", "Certificate");
    json.writeObjectFieldStart("data");
    json.writeStringField("arn", certificate.arn().toString());
    json.writeEndObject();
    json.writeObjectFieldStart("tls");
    json.writeStringField("version", UNKNOWN);
    json.writeObjectFieldStart("certificate");
    json.writeStringField("uid", certificate.arn().toString());
    json.writeStringField("issuer", issuer(standing));
    json.writeStringField("serial_number", orUnknown(certificate, CertificateField.SERIAL));
    var name = certificate.text(CertificateField.COMMON_NAME);
    if (!name.isEmpty()) {
      json.writeStringField("subject", Fields.clipped("CN=" + name));
    }
    sans(json, certificate);
    var created =
        certificate.latest().stream()
            .filter(word -> word.createdAt().isPresent())
            .max(CertificateEvent.BY_VERSION)
            .flatMap(CertificateEvent::createdAt);
    if (created.isPresent()) {
      time(json, "created_time", created.get());
    }
    if (standing.issue().expiry().isPresent()) {
      time(json, "expiration_time", standing.issue().expiry().get());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String issuer(CertificateStanding standing) {
    var stated = standing.certificate().text(CertificateField.ISSUER);
    if (!stated.isEmpty()) {
      return Fields.clipped(stated);
    }
    return standing.origin() == Origin.PUBLIC ? "Amazon" : UNKNOWN;
  }

  private static String orUnknown(KnownCertificate certificate, CertificateField field) {
    var text = certificate.text(field);
    return text.isEmpty() ? UNKNOWN : Fields.clipped(text);
  }

  private static void sans(JsonGenerator json, KnownCertificate certificate) throws IOException {
    json.writeArrayFieldStart("sans");
    for (var field : List.of(CertificateField.COMMON_NAME, CertificateField.ALTERNATIVE_NAME)) {
      var name = certificate.text(field);
      boolean repeated =
          field == CertificateField.ALTERNATIVE_NAME
              && name.equals(certificate.text(CertificateField.COMMON_NAME));
      if (!name.isEmpty() && !repeated) {
        json.writeStartObject();
        json.writeStringField("name", Fields.clipped(name));
        json.writeStringField("type", "DNSName");
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void remediation(JsonGenerator json, CertificateStanding standing) throws IOException {
    var remedies =
        standing.alert().orElseThrow().causes().stream()
            .map(catalogue.certificates()::remedyFor)
            .collect(Collectors.toList());
    json.writeObjectFieldStart("remediation");
    json.writeStringField(
        "desc",
        remedies.stream().map(CertificateRules.Remedy::text).collect(Collectors.joining(" ")));
    texts(
        json,
        "references",
        remedies.stream()
            .map(CertificateRules.Remedy::url)
            .filter(url -> !url.isEmpty())
            .distinct()
            .collect(Collectors.toList()));
    json.writeEndObject();
  }

  private void unmapped(JsonGenerator json, AlertRevision revision) throws IOException {
    var standing = revision.standing();
    json.writeObjectFieldStart("unmapped");
    json.writeStringField("catalogue_version", catalogue.version());
    json.writeBooleanField("replay", revision.replayed());
    json.writeObjectFieldStart("episode");
    json.writeNumberField("number", revision.announced().episode());
    json.writeEndObject();
    if (revision.closing().isPresent()) {
      json.writeObjectFieldStart("closed");
      json.writeStringField("reason", revision.closing().get().code());
      json.writeBooleanField("confirmed", revision.closing().get().isConfirmed());
      json.writeEndObject();
    }
    certificate(json, standing);
    if (revision.closing().isEmpty()) {
      explained(json, standing.alert().orElseThrow());
    }
    uses(json, standing);
    json.writeEndObject();
  }

  private void certificate(JsonGenerator json, CertificateStanding standing) throws IOException {
    var known = standing.certificate();
    json.writeObjectFieldStart("certificate");
    json.writeStringField("state", standing.state().key());
    json.writeStringField("origin", standing.origin().key());
    if (standing.daysLeft().isPresent()) {
      json.writeNumberField("days_left", standing.daysLeft().getAsInt());
      json.writeStringField("expires_at", standing.issue().expiry().orElseThrow().toString());
      json.writeStringField("expiry_known_to", standing.issue().isExact() ? "second" : "day");
    }
    if (standing.issue().validityDays().isPresent()) {
      json.writeNumberField("validity_days", standing.issue().validityDays().getAsInt());
      if (standing.origin().isRenewedByAcm()) {
        json.writeNumberField(
            "renewal_starts_at_days",
            catalogue.certificates().renewalDays(standing.issue().validityDays()));
      }
    }
    if (standing.issue().since().isPresent()) {
      json.writeStringField("since", standing.issue().since().get().toString());
    }
    known(json, "in_use", standing.inUse());
    known(json, "exported", standing.exported());
    known(json, "internet", standing.internet());
    text(json, "owner", known.labels().owner());
    if (known.labels().tags().leftOut() > 0) {
      json.writeNumberField("tags_left_out", known.labels().tags().leftOut());
    }
    text(json, "validation_method", known.text(CertificateField.VALIDATION_METHOD));
    text(json, "renewal_status", known.text(CertificateField.RENEWAL_STATUS));
    text(json, "revocation_reason", known.text(CertificateField.REVOCATION_REASON));
    text(json, "acme_account", known.text(CertificateField.ACME_ACCOUNT));
    text(json, "acme_endpoint", known.text(CertificateField.ACME_ENDPOINT));
    json.writeBooleanField("confirmed", standing.isConfirmed());
    var silentSince = standing.silentSince();
    if (silentSince.isPresent()) {
      json.writeStringField("silent_since", silentSince.get().toString());
    }
    json.writeEndObject();
  }

  private void explained(JsonGenerator json, CertificateAlert alert) throws IOException {
    if (alert.step().isPresent()) {
      json.writeNumberField("step", alert.step().getAsInt());
    }
    json.writeArrayFieldStart("causes");
    for (var cause : alert.causes()) {
      var remedy = catalogue.certificates().remedyFor(cause);
      json.writeStartObject();
      json.writeStringField("id", cause.key());
      text(json, "reason", cause.words());
      json.writeStringField("remedy", remedy.text());
      text(json, "url", remedy.url());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("severity_explained");
    json.writeStringField("by_days", alert.severityByDays().label());
    json.writeArrayFieldStart("shifts");
    for (var shift : alert.shifts().entrySet()) {
      json.writeStartObject();
      json.writeStringField("id", shift.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      json.writeNumberField("levels", shift.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void uses(JsonGenerator json, CertificateStanding standing) throws IOException {
    var named = standing.named();
    int all = standing.certificate().usedBy().size();
    json.writeObjectFieldStart("used_by");
    json.writeNumberField("count", all);
    json.writeBooleanField("or_more", standing.certificate().usesCut());
    if (all > named.size()) {
      json.writeNumberField("left_out", all - named.size());
    }
    json.writeArrayFieldStart("resources");
    for (var use : named) {
      json.writeStartObject();
      json.writeStringField("uid", use.user().arn().toString());
      known(json, "internet", use.internet());
      text(json, "owner", use.owner());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
