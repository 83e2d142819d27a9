// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.breakwater.core.decode.Decoded;
import io.breakwater.core.decode.Decoder;
import io.breakwater.core.time.TimeRange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectionTest {
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  /** Two findings of Security Hub: one of a bucket, one of an instance in another account. */
  private static final Decoded BATCH =
      decoded(
          event(
              "aws.securityhub",
              "Security Hub Findings - Imported",
              "{\"findings\":["
                  + finding(
                      "S3.1", "111122223333", "eu-central-1", "AwsS3Bucket", "arn:aws:s3:::ledger")
                  + ","
                  + finding(
                      "EC2.9",
                      "444455556666",
                      "us-east-1",
                      "AwsEc2Instance",
                      "arn:aws:ec2:us-east-1:444455556666:instance/i-0123456789abcdef0")
                  + "]}"));

  private static final Decoded CERTIFICATE =
      decoded(
          event(
              "aws.acm",
              "ACM Certificate Approaching Expiration",
              "{\"DaysToExpiry\":10,\"CommonName\":\"example.com\"}"));

  @Test
  void nothing_is_left_out_by_default() {
    assertThat(Selection.ALL.of(BATCH)).isSameAs(BATCH);
  }

  @Test
  void a_span_begins_with_its_first_instant_and_ends_before_its_last() {
    assertThat(outcome(range(NOON, NOON.plusMillis(1)), BATCH)).containsOnly("SIGNALS");
    assertThat(outcome(range(NOON.minusMillis(1), NOON), BATCH))
        .containsOnly("IGNORED outside-range");
  }

  @Test
  void what_has_no_time_is_of_every_span() {
    var noise = decoded("{\"id\":");

    assertThat(outcome(range(NOON, NOON.plusMillis(1)), noise))
        .containsOnly("DEAD_LETTER truncated-json");
  }

  @ParameterizedTest
  @CsvSource({
    "account, 444455556666, i-0123456789abcdef0",
    "account, 111122223333, ledger",
    "region, us-east-1, i-0123456789abcdef0",
    "type, AWS::S3::Bucket, ledger",
    "arn, arn:aws:s3:::led, ledger"
  })
  void of_a_record_with_several_findings_those_that_are_not_asked_for_are_left_out(
      String kind, String value, String left) {
    var selected = with(kind, value).of(BATCH);

    assertThat(
            selected.parts().stream()
                .flatMap(part -> part.signals().stream())
                .map(signal -> signal.resource().arn().toString()))
        .singleElement()
        .asString()
        .endsWith(left);
    assertThat(reasons(selected)).containsExactlyInAnyOrder("SIGNALS", "IGNORED not-selected");
  }

  @ParameterizedTest
  @CsvSource({"source, aws.securityhub", "source, securityhub", "source, AWS.SecurityHub"})
  void a_source_is_who_sent_an_event_or_who_found_it(String kind, String value) {
    assertThat(reasons(with(kind, value).of(BATCH))).containsOnly("SIGNALS");
    assertThat(reasons(with(kind, value).of(CERTIFICATE))).containsOnly("IGNORED not-selected");
  }

  @ParameterizedTest
  @CsvSource({
    "account, 111122223333",
    "region, eu-central-1",
    "source, aws.acm",
    "type, AWS::CertificateManager::Certificate",
    "arn, arn:aws:acm:eu-central-1:111122223333:certificate/"
  })
  void certificates_are_selected_in_the_same_way(String kind, String value) {
    assertThat(reasons(with(kind, value).of(CERTIFICATE))).containsOnly("CERTIFICATE");
  }

  @Test
  void values_of_one_kind_are_alternatives_and_those_of_several_have_to_hold_together() {
    var either = Selection.builder().account("111122223333").account("444455556666").build();
    var both = Selection.builder().account("111122223333").region("us-east-1").build();

    assertThat(reasons(either.of(BATCH))).containsOnly("SIGNALS");
    assertThat(reasons(both.of(BATCH))).containsOnly("IGNORED not-selected");
  }

  @Test
  void what_cannot_be_an_account_or_an_arn_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selection.builder().account("1234"))
        .withMessage("an account has twelve digits, was 1234");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Selection.builder().arnPrefix("i-0123"))
        .withMessage("an ARN begins with arn:, was i-0123");
  }

  private static Selection with(String kind, String value) {
    var builder = Selection.builder();
    switch (kind) {
      case "account":
        return builder.account(value).build();
      case "region":
        return builder.region(value).build();
      case "source":
        return builder.source(value).build();
      case "type":
        return builder.type(value).build();
      default:
        return builder.arnPrefix(value).build();
    }
  }

  private static List<String> outcome(TimeRange range, Decoded decoded) {
    return reasons(Selection.builder().range(range).build().of(decoded));
  }

  private static List<String> reasons(Decoded decoded) {
    return decoded.parts().stream()
        .map(part -> (part.decision() + " " + part.reason()).trim())
        .collect(Collectors.toList());
  }

  private static TimeRange range(Instant from, Instant to) {
    return TimeRange.of(Optional.of(from), Optional.of(to));
  }

  private static Decoded decoded(String json) {
    return Decoder.withLimit(1 << 20).decode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String event(String source, String type, String detail) {
    return String.format(
        "{\"source\":\"%s\",\"detail-type\":\"%s\",\"account\":\"111122223333\","
            + "\"region\":\"eu-central-1\",\"time\":\"%s\",\"resources\":"
            + "[\"arn:aws:acm:eu-central-1:111122223333:certificate/"
            + "11111111-2222-3333-4444-555555555555\"],\"detail\":%s}",
        source, type, NOON, detail);
  }

  private static String finding(
      String control, String account, String region, String type, String arn) {
    return String.format(
        "{\"SchemaVersion\":\"2018-10-08\",\"Id\":\"%1$s\",\"AwsAccountId\":\"%2$s\","
            + "\"ProductArn\":\"arn:aws:securityhub:%3$s::product/aws/securityhub\","
            + "\"GeneratorId\":\"security-control/%1$s\",\"CreatedAt\":\"%6$s\","
            + "\"UpdatedAt\":\"%6$s\",\"Severity\":{\"Label\":\"HIGH\"},\"Title\":\"%1$s\","
            + "\"Types\":[\"Software and Configuration Checks\"],\"RecordState\":\"ACTIVE\","
            + "\"Compliance\":{\"Status\":\"FAILED\",\"SecurityControlId\":\"%1$s\"},"
            + "\"Resources\":[{\"Type\":\"%4$s\",\"Id\":\"%5$s\",\"Region\":\"%3$s\"}]}",
        control, account, region, type, arn, NOON);
  }
}
