// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.certificate.CertificateEvent;
import io.breakwater.core.certificate.CertificateEventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HealthReaderTest {
  private static final String ARN =
      "arn:aws:acm:eu-central-1:111122223333:certificate/ce271f1c-a7e0-4000-8000-000000000001";
  private static final String OTHER =
      "arn:aws:acm:eu-central-1:111122223333:certificate/ce271f1c-a7e0-4000-8000-000000000002";

  @Test
  void a_notice_is_of_each_certificate_that_it_affects() {
    var decoded = notice("AWS_ACM_RENEWAL_STATE_CHANGE", "Act now.", ARN, OTHER);

    assertThat(decoded.format()).isEqualTo(Format.HEALTH);
    assertThat(decoded.parts())
        .extracting(part -> part.certificate().orElseThrow().arn().toString())
        .containsExactly(ARN, OTHER);
    var event = event(decoded);
    assertThat(event.type()).isEqualTo(CertificateEventType.HEALTH);
    assertThat(event.time()).isEqualTo(Instant.parse("2020-09-30T06:51:08Z"));
    assertThat(event.account()).isEqualTo("444455556666");
    assertThat(event.region()).isEqualTo("eu-central-1");
    assertThat(event.action()).isEmpty();
    assertThat(event.status()).isEqualTo("open");
  }

  @Test
  void a_failed_check_of_caa_records_is_the_reason_that_acm_gives_for_it() {
    assertThat(event(notice("CAA_CHECK_FAILURE", "", ARN)).renewalStatusReason())
        .isEqualTo("CAA_ERROR");
  }

  @Test
  void a_renewal_is_one_only_where_the_notice_plainly_says_so() {
    var renewed = notice("AWS_ACM_RENEWAL_STATE_CHANGE", "It has been renewed.", ARN);
    var waits = notice("AWS_ACM_RENEWAL_STATE_CHANGE", "It cannot be renewed as it is.", ARN);

    assertThat(event(renewed).action()).isEqualTo("RENEWAL");
    assertThat(event(waits).action()).isEmpty();
  }

  @Test
  void notices_of_other_services_and_of_other_matters_are_not_used() {
    assertThat(notice("AWS_ACM_OPERATIONAL_ISSUE", "", ARN).best().reason()).isEqualTo("not-used");
    var ofEc2 =
        Payload.of("acm/approaching")
            .with("/source", "aws.health")
            .with("/detail-type", "AWS Health Event")
            .with("/detail", Map.of("service", "EC2", "eventTypeCode", "AWS_EC2_RETIREMENT"))
            .decode();
    assertThat(ofEc2.best().reason()).isEqualTo("not-used");
  }

  @Test
  void a_notice_that_names_no_certificate_is_said_to() {
    var decoded = notice("CAA_CHECK_FAILURE", "", "shop.example.com");

    assertThat(decoded.best().reason()).isEqualTo("resource-without-arn");
  }

  private static CertificateEvent event(Decoded decoded) {
    return decoded.parts().get(0).certificate().orElseThrow();
  }

  private static Decoded notice(String code, String description, String... entities) {
    var detail = new HashMap<String, Object>();
    detail.put("service", "ACM");
    detail.put("eventTypeCode", code);
    detail.put("eventTypeCategory", "scheduledChange");
    detail.put("statusCode", "open");
    detail.put("affectedAccount", "444455556666");
    detail.put(
        "eventDescription", List.of(Map.of("language", "en_US", "latestDescription", description)));
    detail.put(
        "affectedEntities",
        List.of(entities).stream()
            .map(entity -> Map.of("entityValue", entity))
            .collect(Collectors.toList()));
    return Payload.of("acm/approaching")
        .with("/source", "aws.health")
        .with("/detail-type", "AWS Health Event")
        .with("/resources", List.of())
        .with("/detail", detail)
        .decode();
  }
}
