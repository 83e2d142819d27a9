// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.query.Certificate;
import io.breakwater.console.index.query.CertificateDetail;

/** Alerts about certificates as the page sees them. */
public final class CertificateJson {
  private CertificateJson() {}

  public static ObjectNode row(Certificate certificate) {
    var row =
        Json.object()
            .put("uid", certificate.uid())
            .put("open", certificate.open())
            .put("replay", certificate.replay())
            .put("severity", certificate.severity().word())
            .put("status", certificate.status().word())
            .put("title", certificate.title())
            .put("commonName", certificate.commonName())
            .put("expires", Json.time(certificate.expires().orElse(null)))
            .put("state", certificate.state())
            .put("origin", certificate.origin())
            .put("inUse", certificate.inUse())
            .put("exported", certificate.exported().orElse(null))
            .put("validityDays", certificate.validityDays().orElse(null))
            .put("renewalStartsAtDays", certificate.renewalDays().orElse(null))
            .put("silentSince", Json.time(certificate.silentSince().orElse(null)))
            .put("account", certificate.account())
            .put("region", certificate.region())
            .put("arn", certificate.arn())
            .put("opened", Json.time(certificate.opened()))
            .put("changed", Json.time(certificate.changed()));
    row.set("ticket", certificate.ticket().map(ExposureJson::ticket).orElse(null));
    return row;
  }

  public static ObjectNode detail(CertificateDetail detail) {
    var json = Json.object();
    json.set("certificate", row(detail.certificate()));
    Json.putRecord(json, "finding", detail.json());
    json.set("revisions", ExposureJson.past(detail.revisions()));
    json.set("tickets", Json.array(detail.tickets(), ExposureJson::ticket));
    json.set("reports", ExposureJson.reports(detail.reports()));
    return json;
  }
}
