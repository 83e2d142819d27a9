// SPDX-License-Identifier: Apache-2.0
package io.breakwater.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.event.ruler.Ruler;

/**
 * Which events the rules of the committed template let in, decided by event-ruler, the matcher that
 * EventBridge itself is made of.
 */
final class RulesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Events as the decoder's own tests read them. */
  private static final Path FIXTURES =
      Path.of("../../pipeline/core/src/test/resources/fixtures/valid");

  private static final String CUSTOM_ACTION = "Security Hub Findings - Custom Action";

  private static final String OCSF_PRODUCT = "/detail/findings/0/metadata/product";
  private static final String ASFF_FINDING = "/detail/findings/0";

  private static final Map<String, String> PATTERNS = patterns();

  static Stream<Path> events() throws IOException {
    try (var files = Files.walk(FIXTURES)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> read(file).has("detail-type"))
          .filter(file -> !read(file).get("detail-type").asText().equals(CUSTOM_ACTION))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void every_source_but_health_has_an_event_to_be_tried_with() throws IOException {
    var tried =
        events().flatMap(file -> rulesFor(read(file)).stream()).distinct().sorted().toList();

    assertThat(tried)
        .containsExactly(
            "AccessAnalyzer",
            "CertificateManager",
            "Config",
            "GuardDuty",
            "Inspector",
            "Macie",
            "SecurityHub",
            "SecurityHubCspm");
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_that_the_job_reads_is_let_in_by_one_rule(Path file) {
    assertThat(rulesFor(read(file))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"name, Breakwater", "name, BREAKWATER", "vendor_name, breakwater"})
  void our_own_findings_do_not_come_back_as_ocsf(String field, String value) {
    var event = fixture("ocsf/control.json");
    ((ObjectNode) event.at(OCSF_PRODUCT)).put(field, value);

    assertThat(rulesFor(event)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ProductName, Breakwater", "ProductName, breakwater", "CompanyName, Breakwater"})
  void our_own_findings_do_not_come_back_as_asff(String field, String value) {
    var event = fixture("asff/control.json");
    ((ObjectNode) event.at(ASFF_FINDING)).put(field, value);

    assertThat(rulesFor(event)).isEmpty();
  }

  @Test
  void a_product_that_does_not_say_its_name_is_let_in() {
    var ocsf = fixture("ocsf/control.json");
    ((ObjectNode) ocsf.at(OCSF_PRODUCT)).remove(List.of("name", "vendor_name"));
    var asff = fixture("asff/control.json");
    ((ObjectNode) asff.at(ASFF_FINDING)).remove(List.of("ProductName", "CompanyName"));

    assertThat(rulesFor(ocsf)).containsExactly("SecurityHub");
    assertThat(rulesFor(asff)).containsExactly("SecurityHubCspm");
  }

  @Test
  void a_product_whose_name_begins_as_ours_is_let_in() {
    var event = fixture("ocsf/control.json");
    ((ObjectNode) event.at(OCSF_PRODUCT)).put("name", "Breakwater Harbour");

    assertThat(rulesFor(event)).containsExactly("SecurityHub");
  }

  @Test
  void what_somebody_sends_again_by_hand_is_left_out_as_it_has_come_before() {
    var event = fixture("asff/several.json");

    assertThat(event.get("detail-type").asText()).isEqualTo(CUSTOM_ACTION);
    assertThat(rulesFor(event)).isEmpty();
  }

  @Test
  void a_replayed_event_is_let_in_as_it_was_the_first_time() {
    var event = fixture("guardduty/instance.json").put("replay-name", "november");

    assertThat(rulesFor(event)).containsExactly("GuardDuty");
  }

  @ParameterizedTest
  @CsvSource({"ACM, 1", "EC2, 0"})
  void health_is_let_in_where_it_is_about_certificates(String service, int rules) {
    var event =
        fixture("acm/approaching.json")
            .put("source", "aws.health")
            .put("detail-type", "AWS Health Event");
    event.putObject("detail").put("service", service);

    assertThat(rulesFor(event)).hasSize(rules);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inspector2 Scan",
        "Access Preview State Change",
        "Config Rules Re-evaluation Status"
      })
  void what_carries_no_finding_is_left_out(String detailType) {
    for (var source : List.of("aws.inspector2", "aws.access-analyzer", "aws.config")) {
      var event = fixture("macie/policy.json").put("source", source).put("detail-type", detailType);

      assertThat(rulesFor(event)).isEmpty();
    }
  }

  @Test
  void what_others_send_in_the_name_of_a_service_is_left_out() {
    var event = fixture("guardduty/instance.json").put("source", "com.example.guardduty");

    assertThat(rulesFor(event)).isEmpty();
  }

  private static List<String> rulesFor(JsonNode event) {
    return PATTERNS.entrySet().stream()
        .filter(rule -> matches(event, rule.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean matches(JsonNode event, String pattern) {
    try {
      return Ruler.matchesRule(event.toString(), pattern);
    } catch (Exception e) {
      throw new IllegalArgumentException("not a pattern that EventBridge takes: " + pattern, e);
    }
  }

  /** Those on the default bus, by their source; those on the bus of members have the same. */
  private static Map<String, String> patterns() {
    var patterns = new TreeMap<String, String>();
    for (var resource : read(Path.of("breakwater.template.json")).get("Resources").properties()) {
      if (resource.getKey().startsWith("EventsRule")) {
        patterns.put(
            resource.getKey().substring("EventsRule".length()),
            resource.getValue().at("/Properties/EventPattern").toString());
      }
    }
    return patterns;
  }

  private static ObjectNode fixture(String name) {
    return (ObjectNode) read(FIXTURES.resolve(name));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
