// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.ocsf;

import static io.breakwater.core.fixture.Findings.START;
import static io.breakwater.core.fixture.Findings.exploitable;
import static io.breakwater.core.fixture.Findings.instance;
import static io.breakwater.core.fixture.Findings.reachableAdministrator;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.correlation.Correlation;
import io.breakwater.core.fixture.FindingSchemas;
import io.breakwater.core.resource.Tags;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of exposure findings promises neither more nor less than what is written. */
final class ExposureFindingSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA = schema();
  private static final ObjectNode FINDING = written();

  @Test
  void every_field_is_described_by_a_sentence() {
    assertThat(properties(SCHEMA, "", new ArrayList<>()))
        .allSatisfy(
            property ->
                assertThat(property.node.path("description").asText())
                    .as(property.path)
                    .matches("(?s)\\S.*[.…]"));
  }

  @Test
  void every_object_is_closed() {
    assertThat(SCHEMA.findParents("properties"))
        .filteredOn(node -> node.path("type").asText().equals("object"))
        .allSatisfy(node -> assertThat(node.get("additionalProperties").asBoolean(true)).isFalse());
  }

  @Test
  void what_is_written_is_valid() {
    assertThat(faults(finding())).isEmpty();
  }

  static Stream<String> places() {
    return Stream.of(
        "",
        "/cloud",
        "/cloud/account",
        "/metadata",
        "/metadata/product",
        "/finding_info",
        "/finding_info/analytic",
        "/finding_info/attacks/0",
        "/finding_info/related_events/0",
        "/finding_info/related_events/0/product",
        "/finding_info/traits/0",
        "/resources/0",
        "/resources/0/owner",
        "/resources/0/tags/0",
        "/observables/0",
        "/vulnerabilities/0",
        "/vulnerabilities/0/cve",
        "/vulnerabilities/0/affected_packages/0",
        "/remediation",
        "/unmapped",
        "/unmapped/severity_explained",
        "/unmapped/episode",
        "/unmapped/remediation_steps/0",
        "/unmapped/choke_points/0",
        "/unmapped/choke_points/0/origins/0",
        "/unmapped/severity_explained/factors/0",
        "/unmapped/severity_explained/impacts/0");
  }

  @ParameterizedTest(name = "in {0}")
  @MethodSource("places")
  void a_field_that_is_not_described_is_refused(String place) {
    var finding = finding();
    ((ObjectNode) finding.at(place)).put("surprise", 1);

    assertThat(faults(finding)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', finding_info",
    "'', unmapped",
    "'', remediation",
    "/metadata, uid",
    "/finding_info, related_events",
    "/finding_info, created_time",
    "/unmapped, severity_explained",
    "/unmapped, replay",
    "/unmapped, choke_points",
    "/unmapped/choke_points/0, closes",
    "/unmapped/severity_explained/factors/0, reason",
    "/vulnerabilities/0, cve"
  })
  void a_field_that_is_promised_is_missed(String place, String field) {
    var finding = finding();
    ((ObjectNode) finding.at(place)).remove(field);

    assertThat(faults(finding)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', severity, Low",
    "'', status, Resolved",
    "'', activity_name, Close",
    "'', type_name, Anything",
    "/finding_info, uid, exposure-1",
    "/metadata, version, 1.7.0",
    "/unmapped, likelihood, Certain"
  })
  void words_that_contradict_are_refused(String place, String field, String value) {
    var finding = finding();
    ((ObjectNode) finding.at(place)).put(field, value);

    assertThat(faults(finding)).isNotEmpty();
  }

  private static ObjectNode finding() {
    return FINDING.deepCopy();
  }

  private static ObjectNode written() {
    var instance = instance("i-0aaa111122223333a");
    var catalogue = Catalogue.builtIn();
    var told =
        Correlation.at(START, catalogue)
            .see(exploitable(instance, "CVE-2026-0001").build())
            .see(reachableAdministrator(instance).tags(Tags.of(Map.of("Team", "shop"))).build())
            .revisions();
    try {
      return (ObjectNode)
          JSON.readTree(new ExposureFindingWriter(catalogue, "1.2.3").toJson(told.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> faults(JsonNode finding) {
    return FindingSchemas.faultsByOurs(finding.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Conditions only repeat fields that are described elsewhere. */
  private static List<Property> properties(JsonNode node, String path, List<Property> found) {
    node.properties()
        .forEach(
            field -> {
              var name = field.getKey();
              if (List.of("allOf", "if", "then", "else", "oneOf").contains(name)) {
                return;
              }
              var below = path + "/" + name;
              if (name.equals("properties")) {
                field
                    .getValue()
                    .properties()
                    .forEach(
                        property ->
                            found.add(
                                new Property(
                                    below + "/" + property.getKey(), property.getValue())));
              }
              properties(field.getValue(), below, found);
            });
    return found;
  }

  private static JsonNode schema() {
    try (var stream = ExposureFindingSchemaTest.class.getResourceAsStream(FindingSchemas.OURS)) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Property {
    private final String path;
    private final JsonNode node;

    Property(String path, JsonNode node) {
      this.path = path;
      this.node = node;
    }
  }
}
