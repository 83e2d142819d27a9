// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The configuration item of a certificate, or that it was deleted.
 *
 * @param term counted from the item
 * @param usedBy ARNs of what uses it; absent where the item does not say
 * @param said what else the scenario says of it
 * @see <a href="https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html">
 *     CertificateDetail</a>
 */
record CertificateItem(
    CertificateSubject certificate,
    Term term,
    boolean deleted,
    Optional<List<String>> usedBy,
    JsonNode said)
    implements Report {
  private static final String TYPE = "AWS::ACM::Certificate";

  @Override
  public String key() {
    return "configuration";
  }

  @Override
  public byte[] event(Occasion occasion) {
    return ConfigItem.event(
        occasion,
        TYPE,
        deleted ? ConfigItem.DELETED : ConfigItem.OK,
        item -> {
          item.putArray("relationships");
          if (deleted) {
            item.putNull("configuration");
          } else {
            Written.putIfSaid(item.putObject("tags"), "Owner", said.path("owner").asText());
            configuration(item.putObject("configuration"), occasion);
          }
        });
  }

  private void configuration(ObjectNode configuration, Occasion occasion) {
    configuration.put("certificateArn", occasion.subject().arn());
    Written.putIfSaid(configuration, "domainName", certificate.commonName());
    Written.putIfSaid(configuration, "type", certificate.origin().certificateType);
    configuration
        .put("status", said.path("status").asText("ISSUED"))
        .put("notBefore", Written.millis(occasion.updated().plus(term.begins())))
        .put("notAfter", Written.millis(occasion.updated().plus(term.ends())));
    if (said.has("renewalStatus")) {
      var summary = configuration.putObject("renewalSummary");
      summary.put("renewalStatus", said.path("renewalStatus").asText());
      Written.putIfSaid(summary, "renewalStatusReason", said.path("renewalStatusReason").asText());
    }
    if (!certificate.validation().isEmpty()) {
      configuration
          .putArray("domainValidationOptions")
          .addObject()
          .put("domainName", certificate.commonName())
          .put("validationMethod", certificate.validation());
    }
    if (usedBy.isPresent()) {
      usedBy.get().forEach(configuration.putArray("inUseBy")::add);
    }
  }
}
