// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Attribute;
import io.breakwater.core.signal.Product;
import io.breakwater.core.signal.Severity;
import io.breakwater.core.signal.SignalState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MacieReaderTest {
  private static final String CLASSIFICATION = "macie/classification";
  private static final String POLICY = "macie/policy";

  @Test
  void sensitive_data_in_an_object_is_a_signal_of_its_bucket() {
    var signal = Payload.of(CLASSIFICATION).signal();

    assertThat(signal.product()).isEqualTo(Product.MACIE);
    assertThat(signal.findingUid()).isEqualTo("c1a55000000000000000000000000001");
    assertThat(signal.resource().arn()).hasToString("arn:aws:s3:::payroll-drop");
    assertThat(signal.resource().type()).isEqualTo(ResourceType.S3_BUCKET);
    assertThat(signal.kind()).isEqualTo("SensitiveData:S3Object/Multiple");
    assertThat(signal.title())
        .isEqualTo("An object of the payroll holds several kinds of sensitive data");
  }

  @Test
  void account_and_region_are_the_findings_before_the_envelopes() {
    var resource = Payload.of(CLASSIFICATION).signal().resource();

    assertThat(resource.account()).isEqualTo("444455556666");
    assertThat(resource.region()).isEqualTo("eu-west-1");
  }

  @Test
  void account_and_region_are_the_envelopes_where_the_finding_has_none() {
    var payload = Payload.of(CLASSIFICATION).without("/detail/accountId").without("/detail/region");

    var resource = payload.signal().resource();

    assertThat(resource.account()).isEqualTo("111122223333");
    assertThat(resource.region()).isEqualTo("eu-central-1");
  }

  @Test
  void its_own_times_count_and_the_envelopes_beside_them() {
    var signal = Payload.of(CLASSIFICATION).signal();

    assertThat(signal.updatedAt()).isEqualTo(Instant.parse("2026-10-02T07:59:45.500Z"));
    assertThat(signal.createdAt()).isEqualTo(Instant.parse("2026-10-02T07:59:30.120Z"));
    assertThat(signal.observedAt()).isEqualTo(Instant.parse("2026-10-02T08:00:05Z"));
  }

  @Test
  void the_worst_category_and_public_access_are_attributes() {
    var attributes = Payload.of(CLASSIFICATION).signal().attributes();

    assertThat(attributes)
        .containsEntry(Attribute.SENSITIVE_DATA, "CREDENTIALS")
        .containsEntry(Attribute.PUBLIC, "true")
        .doesNotContainKey(Attribute.SAMPLE);
  }

  @Test
  void custom_identifiers_are_sensitive_data_too() {
    var result = "/detail/classificationDetails/result";
    var payload =
        Payload.of(CLASSIFICATION)
            .with(result + "/sensitiveData", List.of())
            .with(result + "/customDataIdentifiers/totalCount", "2");

    assertThat(payload.signal().attributes())
        .containsEntry(Attribute.SENSITIVE_DATA, "CUSTOM_IDENTIFIER");
  }

  @Test
  void a_category_that_macie_adds_one_day_is_kept_when_it_is_the_only_one() {
    var payload =
        Payload.of(CLASSIFICATION)
            .with(
                "/detail/classificationDetails/result/sensitiveData",
                List.of(Map.of("category", "GENOMES")));

    assertThat(payload.signal().attributes()).containsEntry(Attribute.SENSITIVE_DATA, "GENOMES");
  }

  @ParameterizedTest
  @CsvSource({
    "Low, 3, LOW",
    "Medium, 1, MEDIUM",
    "HIGH, 1, HIGH",
    "'', 1, LOW",
    "'', 2, MEDIUM",
    "'', 3, HIGH",
    "'', 7, UNKNOWN",
    "Terrible, 3, HIGH",
    "Terrible, none, UNKNOWN",
  })
  void the_word_rates_it_and_else_the_score(String word, String score, Severity expected) {
    var payload =
        Payload.of(CLASSIFICATION)
            .with("/detail/severity/description", word)
            .with("/detail/severity/score", score);

    assertThat(payload.signal().severity()).isEqualTo(expected);
  }

  @Test
  void a_policy_finding_is_a_signal_of_the_bucket_by_name() {
    var signal = Payload.of(POLICY).signal();

    assertThat(signal.resource().arn()).hasToString("arn:aws:s3:::site-assets");
    assertThat(signal.attributes())
        .containsEntry(Attribute.PUBLIC, "false")
        .containsEntry(Attribute.SAMPLE, "true")
        .doesNotContainKey(Attribute.SENSITIVE_DATA);
  }

  @Test
  void an_archived_finding_is_archived() {
    assertThat(Payload.of(POLICY).signal().state()).isEqualTo(SignalState.ARCHIVED);
    assertThat(Payload.of(CLASSIFICATION).signal().state()).isEqualTo(SignalState.ACTIVE);
  }

  @Test
  void a_partition_of_its_own_is_in_the_arn() {
    var payload = Payload.of(POLICY).with("/detail/partition", "aws-cn");

    assertThat(payload.signal().resource().arn()).hasToString("arn:aws-cn:s3:::site-assets");
  }

  @Test
  void nobody_knows_public_access_that_macie_could_not_tell() {
    var payload =
        Payload.of(POLICY)
            .with("/detail/resourcesAffected/s3Bucket/publicAccess/effectivePermission", "UNKNOWN");

    assertThat(payload.signal().attributes()).doesNotContainKey(Attribute.PUBLIC);
  }

  @Test
  void the_bucket_is_known_by_its_object_alone() {
    var payload = Payload.of(CLASSIFICATION).with("/detail/resourcesAffected/s3Bucket", null);

    assertThat(payload.signal().resource().arn()).hasToString("arn:aws:s3:::payroll-drop");
  }

  @Test
  void a_bare_finding_is_known_by_its_shape() {
    var bare = Payload.of(POLICY).at("/detail");

    assertThat(bare.decode().format()).isEqualTo(Format.MACIE);
    assertThat(bare.signal().resource().account()).isEqualTo("111122223333");
  }

  @Test
  void what_nulls_stand_for_is_absent() {
    var payload =
        Payload.of(CLASSIFICATION)
            .with("/detail/severity", null)
            .with("/detail/title", null)
            .with("/detail/archived", null)
            .with("/detail/classificationDetails", null);

    var signal = payload.signal();

    assertThat(signal.severity()).isEqualTo(Severity.UNKNOWN);
    assertThat(signal.title()).isEmpty();
    assertThat(signal.state()).isEqualTo(SignalState.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({"/detail/id", "/detail/resourcesAffected"})
  void without_an_id_or_a_bucket_it_is_dead(String pointer) {
    var part = Payload.of(POLICY).without(pointer).part();

    assertThat(part.decision()).isEqualTo(Decision.DEAD_LETTER);
    assertThat(part.reason()).isEqualTo("missing-field");
  }

  @Test
  void a_bucket_that_is_no_bucket_name_is_ignored() {
    var payload = Payload.of(POLICY).with("/detail/resourcesAffected/s3Bucket/name", "no bucket");

    assertThat(payload.part().reason()).isEqualTo("resource-without-arn");
  }

  @Test
  void any_other_event_of_macie_is_ignored() {
    var decoded = Payload.of(POLICY).with("/detail-type", "Macie Job Finished").decode();

    assertThat(decoded.format()).isEqualTo(Format.MACIE);
    assertThat(decoded.best().reason()).isEqualTo("unsupported-detail-type");
  }
}
