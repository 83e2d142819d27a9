// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * The certificate that a scenario is about, and what ACM's events say of it.
 *
 * @param validityDays of each issue that does not say otherwise
 * @param shape of the year from which the events are
 * @param commonName empty where no event says it
 * @param validation DNS, EMAIL or HTTP; empty where ACM validates no domain
 * @param inUse yes, no, or unknown where no event says it
 * @param exported the same
 */
record CertificateSubject(
    Subject subject,
    CertificateOrigin origin,
    int validityDays,
    EventShape shape,
    String commonName,
    String alternativeName,
    String validation,
    String inUse,
    String exported) {
  static final String TYPE = "AWS::CertificateManager::Certificate";

  static CertificateSubject of(JsonNode said, String scenario) {
    var origin = CertificateOrigin.of(said.path("origin").asText());
    var name = said.path("commonName").asText(Subject.readable(scenario) + ".example.com");
    return new CertificateSubject(
        Subject.of(TYPE, scenario, ""),
        origin,
        said.path("validity").asInt(),
        EventShape.of(said, origin == CertificateOrigin.ACME ? EventShape.OF_2026 : EventShape.NOW),
        name,
        said.path("alternativeName").asText(name),
        said.path("validation").asText(origin == CertificateOrigin.PUBLIC ? "DNS" : ""),
        said.path("inUse").asText("yes"),
        said.path("exported").asText("no"));
  }

  /**
   * A term of the certificate.
   *
   * @param said where it is told otherwise how long it is
   * @param issued from the start of the scenario, where it is not told otherwise
   */
  Term term(JsonNode said, Duration issued) {
    var begins = said.has("issued") ? EventTimes.days(said.path("issued")) : issued;
    var created = said.has("created") ? EventTimes.days(said.path("created")) : begins;
    int days = said.path("validity").asInt(validityDays);
    return new Term(created, begins, begins.plus(Duration.ofDays(days)));
  }
}
