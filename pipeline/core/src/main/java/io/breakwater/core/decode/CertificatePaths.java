// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static io.breakwater.core.decode.Configuration.part;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.breakwater.core.certificate.CertificateField;
import io.breakwater.core.json.Shape;
import io.breakwater.core.signal.Known;
import io.breakwater.core.time.Times;
import java.io.IOException;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Certificates, and what presents one beside load balancers: distributions and the domain names of
 * APIs.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateDetail.html">
 *     CertificateDetail</a>
 */
final class CertificatePaths {
  private static final Shape<Configuration> CERTIFICATE =
      part()
          .text("domainName", field(CertificateField.COMMON_NAME))
          .text("type", field(CertificateField.CERTIFICATE_TYPE))
          .text("status", field(CertificateField.STATUS))
          .text("serial", field(CertificateField.SERIAL))
          .text("issuer", field(CertificateField.ISSUER))
          .text("certificateKeyPairOrigin", field(CertificateField.KEY_PAIR_ORIGIN))
          .time("notBefore", time(CertificateField.CREATED_AT))
          .time("notAfter", time(CertificateField.EXPIRES_AT))
          .time("revokedAt", time(CertificateField.REVOKED_AT))
          .text("revocationReason", field(CertificateField.REVOCATION_REASON))
          .text(
              "renewalEligibility",
              (certificate, value) ->
                  certificate.attribute(
                      CertificateField.RENEWAL_ELIGIBLE.attribute(),
                      Known.of(value.equalsIgnoreCase("ELIGIBLE")).name()))
          .inside(
              "renewalSummary",
              part()
                  .text("renewalStatus", field(CertificateField.RENEWAL_STATUS))
                  .text("renewalStatusReason", field(CertificateField.RENEWAL_STATUS_REASON)))
          .eachInside(
              "domainValidationOptions",
              part().text("validationMethod", field(CertificateField.VALIDATION_METHOD)))
          .member("inUseBy", CertificatePaths::users);

  static final Map<String, Shape<Configuration>> BY_TYPE =
      Map.of(
          TypeName.CERTIFICATE,
          CERTIFICATE,
          "AWS::ACM::Certificate",
          CERTIFICATE,
          TypeName.DISTRIBUTION,
          part()
              .text("domainName", Configuration::publicAddress)
              .inside(
                  "distributionConfig",
                  part()
                      .inside(
                          "viewerCertificate",
                          part().text("acmCertificateArn", Configuration::present))),
          TypeName.API_DOMAIN,
          part()
              .text("certificateArn", Configuration::present)
              .text("regionalCertificateArn", Configuration::present)
              .inside("endpointConfiguration", part().texts("types", CertificatePaths::endpoint)),
          "AWS::ApiGatewayV2::DomainName",
          part()
              .eachInside(
                  "domainNameConfigurations",
                  part()
                      .text("certificateArn", Configuration::present)
                      .text("endpointType", CertificatePaths::endpoint)));

  private CertificatePaths() {}

  private static BiConsumer<Configuration, String> field(CertificateField field) {
    return (certificate, value) -> {
      if (!value.isEmpty()) {
        certificate.attribute(field.attribute(), value);
      }
    };
  }

  private static BiConsumer<Configuration, String> time(CertificateField field) {
    return (certificate, value) ->
        Times.parse(value)
            .ifPresent(time -> certificate.attribute(field.attribute(), time.toString()));
  }

  /** An empty list says that nothing uses it; no list says nothing. */
  private static void users(JsonParser parser, Configuration certificate) throws IOException {
    Shape.expect(parser, JsonToken.START_ARRAY, "an array");
    var used = Known.NO;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_NULL) {
        used = Known.YES;
        certificate.mentions.add(Mention.of(Shape.scalar(parser), ""));
      }
    }
    certificate.attribute(CertificateField.IN_USE.attribute(), used.name());
  }

  /** Edge-optimised and regional names are on the internet, private ones are not. */
  private static void endpoint(Configuration name, String type) {
    if (type.equalsIgnoreCase("PRIVATE")) {
      name.privateAddress(type);
    } else {
      name.publicAddress(type);
    }
  }
}
