// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SuppressionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final JsonNode SANDBOX = exposure("arn:aws:s3:::sandbox-ledger", "111122223333");

  private static final String BUCKETS =
      pattern("{\"arn\":[{\"prefix\":\"arn:aws:s3:::sandbox-\"}]}");

  @Test
  void what_matches_the_pattern_is_suppressed_and_nothing_else() {
    var suppressions = file(rule("sandbox", "2026-12-31", "High", BUCKETS));

    assertThat(suppressions.of(SANDBOX, Severity.HIGH, NOON).map(Suppression::id))
        .contains("sandbox");
    assertThat(
            suppressions.of(exposure("arn:aws:s3:::ledger", "111122223333"), Severity.HIGH, NOON))
        .isEmpty();
  }

  @Test
  void of_several_that_match_the_first_that_holds_counts() {
    var suppressions =
        file(
            rule("ended", "2026-11-01", "High", BUCKETS),
            rule("mild", "2026-12-31", "Low", BUCKETS),
            rule("first", "2026-12-31", "High", BUCKETS),
            rule("second", "2026-12-31", "High", BUCKETS));

    assertThat(suppressions.of(SANDBOX, Severity.HIGH, NOON).map(Suppression::id))
        .contains("first");
  }

  @Test
  void it_holds_to_the_end_of_its_last_day() {
    var suppressions = file(rule("sandbox", "2026-11-27", "High", BUCKETS));

    var lastInstant = Instant.parse("2026-11-27T23:59:59.999Z");
    assertThat(suppressions.of(SANDBOX, Severity.HIGH, lastInstant)).isPresent();
    assertThat(suppressions.of(SANDBOX, Severity.HIGH, lastInstant.plusMillis(1))).isEmpty();
  }

  @Test
  void what_became_more_severe_is_not_suppressed() {
    var suppressions = file(rule("sandbox", "2026-12-31", "Medium", BUCKETS));

    assertThat(suppressions.of(SANDBOX, Severity.LOW, NOON)).isPresent();
    assertThat(suppressions.of(SANDBOX, Severity.MEDIUM, NOON)).isPresent();
    assertThat(suppressions.of(SANDBOX, Severity.HIGH, NOON)).isEmpty();
  }

  @Test
  void what_expires_on_no_day_suppresses_nothing_and_is_still_there_to_be_told_of() {
    for (var expires : new String[] {"never", "2026-02-30", "31.12.2026", "2026-12-31T00:00:00Z"}) {
      var suppressions = file(rule("sandbox", expires, "High", BUCKETS));

      assertThat(suppressions.of(SANDBOX, Severity.HIGH, NOON)).as(expires).isEmpty();
      assertThat(suppressions.all()).singleElement().extracting(Suppression::end).isNotNull();
      assertThat(suppressions.all().get(0).end()).as(expires).isEmpty();
    }
  }

  @Test
  void parts_of_a_pattern_have_to_hold_together() {
    var suppressions =
        file(
            rule(
                "sandbox",
                "2026-12-31",
                "High",
                "{\"exposure\":{\"trait\":[\"public-read-allowed\"]},"
                    + "\"resource\":{\"account\":[\"111122223333\"]}}"));

    assertThat(suppressions.of(SANDBOX, Severity.HIGH, NOON)).isPresent();
    var elsewhere = exposure("arn:aws:s3:::sandbox-ledger", "444455556666");
    assertThat(suppressions.of(elsewhere, Severity.HIGH, NOON)).isEmpty();
  }

  @Test
  void every_fault_is_named_with_its_line() {
    var text =
        "{\"version\":\"1\",\n\"suppressions\":[\n"
            + "{\"id\":\"No Id\",\"reason\":\"short\",\"owner\":\"a\",\"expires\":\"2026-12-31\",\n"
            + "\"severity\":\"Severe\",\"pattern\":{\"resource\":{\"tag\":[\"a\"]}}}]}";

    assertThatThrownBy(() -> Suppressions.of("suppressions.json", text))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("the suppressions have 4 faults:")
        .hasMessageContaining("suppressions.json:3: suppression 'No Id' /id: ")
        .hasMessageContaining("suppressions.json:3: suppression 'No Id' /reason: ")
        .hasMessageContaining("suppressions.json:4: suppression 'No Id' /severity: ")
        .hasMessageContaining("unknown field 'tag'");
  }

  @Test
  void two_of_one_id_and_a_pattern_that_is_none_are_refused() {
    var nonsense = pattern("{\"arn\":[{\"begins\":\"arn:\"}]}");

    assertThatThrownBy(
            () ->
                file(
                    rule("sandbox", "2026-12-31", "High", BUCKETS),
                    rule("sandbox", "2026-12-31", "High", nonsense)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("suppression 'sandbox' is there twice")
        .hasMessageContaining("suppression 'sandbox' has a pattern that EventBridge would refuse");
  }

  private static Suppressions file(String... rules) {
    return Suppressions.of(
        "suppressions.json",
        "{\"version\":\"1\",\"suppressions\":[" + String.join(",", rules) + "]}");
  }

  private static String rule(String id, String expires, String severity, String pattern) {
    return String.format(
        "{\"id\":\"%s\",\"reason\":\"No customer data is there.\",\"owner\":\"platform\","
            + "\"expires\":\"%s\",\"severity\":\"%s\",\"pattern\":%s}",
        id, expires, severity, pattern);
  }

  private static String pattern(String resource) {
    return "{\"resource\":" + resource + "}";
  }

  private static JsonNode exposure(String arn, String account) {
    try {
      return JSON.readTree(
          String.format(
              "{\"exposure\":{\"trait\":[\"versioning-disabled\",\"public-read-allowed\"]},"
                  + "\"resource\":{\"arn\":\"%s\",\"account\":\"%s\"}}",
              arn, account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
