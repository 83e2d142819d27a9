// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.core.resource.Resource;
import java.io.IOException;
import java.util.Optional;

/**
 * What to look a finding up by: resource, account, CVEs.
 *
 * @see <a href="https://schema.ocsf.io/1.6.0/objects/observable">Observable</a>
 */
final class ObservablesWriter {
  private static final int HOSTNAME = 1;
  private static final int RESOURCE_UID = 10;
  private static final int CVE_UID = 18;
  private static final int ACCOUNT_UID = 35;

  /** The worst of them; all that are listed stand under vulnerabilities. */
  private static final int MAX_CVES = 25;

  private ObservablesWriter() {}

  static void write(JsonGenerator json, Resource resource, Optional<Listing> listing)
      throws IOException {
    json.writeArrayFieldStart("observables");
    resource(json, resource);
    account(json, resource);
    if (listing.isPresent()) {
      cves(json, listing.get());
    }
    json.writeEndArray();
  }

  /** Of a certificate: itself, the name that it is for, and whose it is. */
  static void certificate(JsonGenerator json, Resource certificate, String name)
      throws IOException {
    json.writeArrayFieldStart("observables");
    resource(json, certificate);
    if (!name.isEmpty()) {
      observable(json, "evidences[].tls.certificate.sans[].name", HOSTNAME, "Hostname", name);
    }
    account(json, certificate);
    json.writeEndArray();
  }

  /** Of a finding about the resource alone. */
  static void write(JsonGenerator json, Resource resource) throws IOException {
    json.writeArrayFieldStart("observables");
    resource(json, resource);
    json.writeEndArray();
  }

  private static void resource(JsonGenerator json, Resource resource) throws IOException {
    observable(json, "resources[].uid", RESOURCE_UID, "Resource UID", resource.arn().toString());
  }

  private static void account(JsonGenerator json, Resource resource) throws IOException {
    if (!resource.account().isEmpty()) {
      observable(
          json,
          "resources[].owner.account.uid",
          ACCOUNT_UID,
          "Account Object: uid",
          resource.account());
    }
  }

  private static void cves(JsonGenerator json, Listing listing) throws IOException {
    int written = 0;
    for (var signal : listing.vulnerabilities()) {
      var id = signal.vulnerability().orElseThrow().id();
      if (VulnerabilityWriter.isCve(id) && written++ < MAX_CVES) {
        observable(json, "vulnerabilities[].cve.uid", CVE_UID, "CVE Object: uid", id);
      }
    }
  }

  private static void observable(
      JsonGenerator json, String name, int typeId, String type, String value) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeNumberField("type_id", typeId);
    json.writeStringField("type", type);
    json.writeStringField("value", value);
    json.writeEndObject();
  }
}
