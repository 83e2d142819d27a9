// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessAnalyzerReaderTest {
  private static final String EXTERNAL = "access-analyzer/external";
  private static final String INTERNAL = "access-analyzer/internal";
  private static final String UNUSED = "access-analyzer/unused";
  private static final String API = "access-analyzer/api";

  @Test
  void the_resource_is_the_findings_not_the_envelopes_analyzer() {
    var signal = Payload.of(EXTERNAL).signal();

    assertThat(signal.product()).isEqualTo(Product.ACCESS_ANALYZER);
    assertThat(signal.findingUid()).isEqualTo("ace55000-0000-4000-8000-000000000001");
    assertThat(signal.resource().arn()).hasToString("arn:aws:s3:::partner-exchange");
    assertThat(signal.resource().account()).isEqualTo("444455556666");
    assertThat(signal.resource().region()).isEqualTo("eu-west-1");
  }

  @Test
  void external_access_says_who_and_whether_everybody() {
    var signal = Payload.of(EXTERNAL).signal();

    assertThat(signal.kind()).isEqualTo("ExternalAccess");
    assertThat(signal.title())
        .isEqualTo("partner-exchange allows access from outside the zone of trust");
    assertThat(signal.attributes())
        .containsEntry(Attribute.ACCESS, "external")
        .containsEntry(Attribute.PUBLIC, "false")
        .containsEntry(Attribute.PRINCIPAL, "999988887777");
  }

  @Test
  void public_access_says_so_in_its_title() {
    var payload = Payload.of(EXTERNAL).with("/detail/isPublic", "true");

    assertThat(payload.signal().title()).isEqualTo("partner-exchange allows public access");
  }

  @Test
  void the_update_counts_and_not_the_last_look() {
    var signal = Payload.of(EXTERNAL).signal();

    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-10-02T07:50:00Z"));
    assertThat(signal.createdAt()).isEqualTo(Instant.parse("2026-09-30T12:00:00Z"));
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-10-02T08:00:05Z"));
  }

  @Test
  void internal_access_is_told_by_the_detail_type() {
    var signal = Payload.of(INTERNAL).signal();

    assertThat(signal.findingUid()).isEqualTo("1e55e000-0000-4000-8000-000000000002");
    assertThat(signal.kind()).isEqualTo("InternalAccess");
    assertThat(signal.attributes())
        .containsEntry(Attribute.ACCESS, "internal")
        .containsEntry(Attribute.PRINCIPAL, "arn:aws:iam::111122223333:role/reporting");
  }

  @Test
  void a_principal_with_a_name_can_access_the_resource() {
    assertThat(Payload.of(INTERNAL).part().relations())
        .extracting(Object::toString)
        .containsExactly(
            "arn:aws:iam::111122223333:role/reporting canAccess "
                + "arn:aws:dynamodb:eu-central-1:111122223333:table/orders");
  }

  @Test
  void a_principal_from_outside_can_access_the_resource_too() {
    var payload =
        Payload.of(EXTERNAL)
            .with("/detail/principal", Map.of("AWS", "arn:aws:iam::999988887777:user/partner"))
            .with("/detail/status", "ARCHIVED");

    assertThat(payload.part().relations())
        .extracting(Object::toString)
        .containsExactly(
            "arn:aws:iam::999988887777:user/partner canAccess arn:aws:s3:::partner-exchange");
  }

  @Test
  void access_to_a_role_is_to_assume_it() {
    var payload =
        Payload.of(EXTERNAL)
            .with("/detail/resourceType", "AWS::IAM::Role")
            .with("/detail/resource", "arn:aws:iam::444455556666:role/deploy")
            .with("/detail/principal", Map.of("AWS", "arn:aws:iam::999988887777:role/ci"));

    assertThat(payload.part().relations())
        .extracting(Object::toString)
        .containsExactly(
            "arn:aws:iam::999988887777:role/ci assumes arn:aws:iam::444455556666:role/deploy");
  }

  @ParameterizedTest
  @CsvSource({"999988887777", "arn:aws:iam::999988887777:root", "*", "ec2.amazonaws.com"})
  void a_principal_without_a_name_is_no_end_of_an_edge(String principal) {
    var payload = Payload.of(EXTERNAL).with("/detail/principal", Map.of("AWS", principal));

    assertThat(payload.part().relations()).isEmpty();
  }

  @Test
  void access_that_is_resolved_is_none() {
    var payload = Payload.of(INTERNAL).with("/detail/status", "RESOLVED");

    assertThat(payload.part().relations()).isEmpty();
  }

  @Test
  void nanoseconds_are_kept() {
    assertThat(Payload.of(INTERNAL).signal().updatedAt())
        .isEqualTo(Instant.parse("2026-10-02T07:30:00.987654321Z"));
  }

  @Test
  void the_region_is_the_envelopes_where_the_finding_has_none() {
    assertThat(Payload.of(UNUSED).signal().resource().region()).isEqualTo("eu-central-1");
  }

  @ParameterizedTest
  @CsvSource({
    "UnusedPermission, mary has unused permissions",
    "UnusedIAMRole, mary is an unused role",
    "UnusedIAMUserAccessKey, mary has an unused access key",
    "UnusedIAMUserPassword, mary has an unused password",
    "UnusedEverything, mary has a finding of type UnusedEverything",
  })
  void unused_access_is_named_in_the_analyzers_words(String type, String title) {
    var signal = Payload.of(UNUSED).with("/detail/findingType", type).signal();

    assertThat(signal.resource().arn()).hasToString("arn:aws:iam::444455556666:user/ops/mary");
    assertThat(signal.kind()).isEqualTo(type);
    assertThat(signal.title()).isEqualTo(title);
    assertThat(signal.attributes()).containsEntry(Attribute.ACCESS, type);
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, false, ACTIVE",
    "ARCHIVED, false, ARCHIVED",
    "RESOLVED, false, RESOLVED",
    "ACTIVE, true, RESOLVED",
    "ARCHIVED, true, RESOLVED",
    "PENDING, false, ACTIVE",
  })
  void status_and_deletion_make_the_state(String status, boolean deleted, SignalState state) {
    var payload =
        Payload.of(EXTERNAL).with("/detail/status", status).with("/detail/isDeleted", deleted);

    assertThat(payload.signal().state()).isEqualTo(state);
  }

  @Test
  void the_analyzer_rates_nothing() {
    assertThat(Payload.of(EXTERNAL).signal().severity()).isEqualTo(Severity.UNKNOWN);
  }

  @Test
  void a_resource_that_could_not_be_analyzed_has_no_external_access() {
    var payload =
        Payload.of(EXTERNAL)
            .with("/detail/error", "ACCESS_DENIED")
            .without("/detail/principal")
            .without("/detail/isPublic")
            .without("/detail/action");

    var signal = payload.signal();

    assertThat(signal.title()).isEqualTo("partner-exchange could not be analyzed: ACCESS_DENIED");
    assertThat(signal.attributes())
        .containsEntry(Attribute.ACCESS, "error")
        .doesNotContainKeys(Attribute.PUBLIC, Attribute.PRINCIPAL);
  }

  @Test
  void a_finding_of_the_api_is_known_by_its_shape() {
    var payload = Payload.of(API);

    var signal = payload.signal();

    assertThat(payload.decode().format()).isEqualTo(Format.ACCESS_ANALYZER);
    assertThat(signal.resource().arn())
        .hasToString("arn:aws-us-gov:iam::111122223333:role/partner");
    assertThat(signal.resource().account()).isEqualTo("111122223333");
    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-10-01T12:00:00.250Z"));
    assertThat(signal.attributes())
        .containsEntry(Attribute.ACCESS, "external")
        .containsEntry(Attribute.PUBLIC, "true")
        .containsEntry(Attribute.PRINCIPAL, "*");
  }

  @Test
  void a_recorded_datetime_is_read_like_a_written_one() {
    var recorded =
        Map.of(
            "__class__",
            "datetime",
            "year",
            2026,
            "month",
            7,
            "day",
            5,
            "hour",
            8,
            "minute",
            32,
            "second",
            24,
            "microsecond",
            886000);
    var payload = Payload.of(API).with("/updatedAt", recorded);

    assertThat(payload.signal().updatedAt()).isEqualTo(Instant.parse("2026-07-05T08:32:24.886Z"));
  }

  @Test
  void a_time_that_is_none_is_dead() {
    var part = Payload.of(API).with("/updatedAt", "in May").part();

    assertThat(part.reason()).isEqualTo("unreadable-time");
  }

  @Test
  void an_access_preview_is_ignored() {
    var decoded = Payload.of(EXTERNAL).with("/detail-type", "Access Preview State Change").decode();

    assertThat(decoded.format()).isEqualTo(Format.ACCESS_ANALYZER);
    assertThat(decoded.best().reason()).isEqualTo("unsupported-detail-type");
  }

  @ParameterizedTest
  @CsvSource({"/detail/id", "/detail/resource"})
  void without_an_id_or_a_resource_it_is_dead(String pointer) {
    var part = Payload.of(EXTERNAL).without(pointer).part();

    assertThat(part.reason()).isEqualTo("missing-field");
  }

  @Test
  void a_principal_of_another_type_is_dead() {
    var part = Payload.of(EXTERNAL).with("/detail/principal", 7).part();

    assertThat(part.reason()).isEqualTo("wrong-type");
  }
}
