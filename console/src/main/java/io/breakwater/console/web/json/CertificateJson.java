// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.web.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.console.index.query.Certificate;

/** Alerts about certificates as the page sees them. */
public final class CertificateJson {
  private CertificateJson() {}

  public static ObjectNode row(Certificate certificate) {
    return Json.object()
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
        .put("account", certificate.account())
        .put("region", certificate.region())
        .put("arn", certificate.arn())
        .put("changed", Json.time(certificate.changed()));
  }
}
