// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Relations.group;
import static io.breakwater.core.fixture.Relations.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.choke.Effect;
import io.breakwater.core.choke.Reliance;
import io.breakwater.core.choke.RelianceChange;
import io.breakwater.core.choke.SharedChokePoint;
import io.breakwater.core.resource.Resource;
import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a choke point, and that its schema promises neither more nor less. */
final class SharedChokePointWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCHEMA_FILE = "/breakwater/records/choke-point.schema.json";
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(SharedChokePointWriterTest.class.getResourceAsStream(SCHEMA_FILE));
  private static final SharedChokePointWriter WRITER =
      new SharedChokePointWriter(Catalogue.builtIn());
  private static final String GROUP_TRAIT = "open-security-group";
  private static final Effect CLOSES = new Effect(Severity.HIGH, null, 0);

  @Test
  void a_choke_point_says_what_would_become_of_how_many() {
    var record = record(point(GROUP_TRAIT, group("sg-0a1"), 12));

    assertThat(record.path("status").asText()).isEqualTo("open");
    assertThat(record.at("/resource/uid").asText()).endsWith(":security-group/sg-0a1");
    assertThat(record.path("exposures").asInt()).isEqualTo(12);
    assertThat(record.path("closes").asInt()).isEqualTo(11);
    assertThat(record.path("lowers").asInt()).isEqualTo(1);
    assertThat(record.path("unchanged").asInt()).isZero();
    assertThat(record.path("uncertain").asInt()).isEqualTo(1);
    assertThat(record.path("effects").toString())
        .isEqualTo(
            "[{\"severity\":\"Critical\",\"severity_after\":\"Low\",\"closes\":false,\"exposures\":1},"
                + "{\"severity\":\"High\",\"severity_after\":\"None\",\"closes\":true,\"exposures\":11}]");
  }

  @Test
  void the_worst_are_listed_and_the_others_counted() {
    var record = record(point(GROUP_TRAIT, group("sg-0a1"), 12));

    assertThat(record.path("worst")).hasSize(10);
    assertThat(record.at("/worst/0/severity").asText()).isEqualTo("Critical");
    assertThat(record.at("/worst/0/left_behind").asInt()).isEqualTo(3);
    assertThat(record.path("left_out").asInt()).isEqualTo(2);
  }

  @Test
  void what_to_do_is_said_in_the_words_of_the_catalogue() {
    var record = record(point(GROUP_TRAIT, group("sg-0a1"), 2));

    assertThat(record.path("category").asText()).isEqualTo("Misconfiguration");
    assertThat(record.at("/remediation/desc").asText()).isNotEmpty();
  }

  @Test
  void a_trait_that_the_catalogue_has_no_more_is_told_without_a_remedy() {
    var record = record(point("forgotten", group("sg-0a1"), 2));

    assertThat(record.has("remediation")).isFalse();
    assertThat(record.path("exposures").asInt()).isEqualTo(2);
  }

  @Test
  void an_arn_without_a_region_gives_none() {
    var record = record(point("administrative-access-policy", policy("all"), 2));

    assertThat(record.path("resource").has("region")).isFalse();
    assertThat(record.at("/resource/account").asText()).isEqualTo("111122223333");
  }

  @Test
  void a_withdrawal_says_how_few_are_left_and_nothing_else() {
    var one = point(GROUP_TRAIT, group("sg-0a1"), 1);

    var record = record(one);

    assertThat(record.path("status").asText()).isEqualTo("withdrawn");
    assertThat(record.path("exposures").asInt()).isEqualTo(1);
    assertThat(record.has("effects")).isFalse();
  }

  @Test
  void every_field_is_described_by_a_sentence() throws IOException {
    try (var stream = SharedChokePointWriterTest.class.getResourceAsStream(SCHEMA_FILE)) {
      var properties = JSON.readTree(stream).findValues("properties");
      assertThat(properties).isNotEmpty();
      for (var fields : properties) {
        for (var field : fields.properties()) {
          if (field.getValue().has("type") || field.getValue().has("$ref")) {
            assertThat(field.getValue().path("description").asText())
                .as(field.getKey())
                .matches("(?s)\\S.*[.]");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/resource", "/effects/0", "/worst/0", "/worst/0/resource"})
  void a_field_that_is_not_described_is_refused(String place) {
    var record = record(point(GROUP_TRAIT, group("sg-0a1"), 2));
    ((ObjectNode) record.at(place)).put("surprise", 1);

    assertThat(SCHEMA.validate(record)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', effects",
    "'', worst",
    "'', revision_uid",
    "/worst/0, uid",
    "/effects/0, closes"
  })
  void a_field_that_is_promised_is_missed(String place, String field) {
    var record = record(point(GROUP_TRAIT, group("sg-0a1"), 2));
    ((ObjectNode) record.at(place)).remove(field);

    assertThat(SCHEMA.validate(record)).isNotEmpty();
  }

  @Test
  void a_record_is_one_line_and_the_same_bytes_every_time() {
    var point = point(GROUP_TRAIT, group("sg-0a1"), 3);

    assertThat(WRITER.toJson(point)).doesNotContain('\n').isEqualTo(WRITER.toJson(point));
  }

  /** The first one is critical and uncertain; the others close. */
  private static SharedChokePoint point(String trait, Resource origin, int exposures) {
    SharedChokePoint point = null;
    for (int i = 0; i < exposures; i++) {
      var effect = i == 0 ? new Effect(Severity.CRITICAL, Severity.LOW, 3) : CLOSES;
      var change =
          new RelianceChange(
              instance(String.format("i-%017x", i)),
              new Reliance(origin, trait, effect),
              true,
              START,
              false);
      point = (point == null ? SharedChokePoint.of(change) : point).and(change, Optional.empty());
    }
    return point;
  }

  private static JsonNode record(SharedChokePoint point) {
    try {
      var record = JSON.readTree(new String(WRITER.toJson(point), UTF_8));
      assertThat(SCHEMA.validate(record)).isEmpty();
      return record;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
