// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.fixture.CatalogueFiles;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Product;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A catalogue with a fault does not exist, and whoever wrote it learns of every fault at once. */
final class CatalogueTest {
  private static final String MAIN = "catalogue.json";
  private static final String TRAITS = "traits/ec2-instance.json";
  private static final String RULES = "exposures/ec2-instance.json";
  private static final String SEVERITY = "severity.json";
  private static final String TRAIT = TRAITS + ": trait 'open-security-group'";
  private static final String RULE = RULES + ": rule 'ec2-malicious-code'";

  @Test
  void the_catalogue_that_ships_can_be_read() {
    var catalogue = Catalogue.builtIn();

    assertThat(catalogue.resourceTypes())
        .containsExactlyInAnyOrder(ResourceType.EC2_INSTANCE, ResourceType.LAMBDA_FUNCTION);
    assertThat(catalogue.version()).isNotEmpty();
  }

  @Test
  void the_files_of_the_catalogue_that_ships_make_the_same_one() {
    assertThat(CatalogueFiles.builtIn().read().version()).isEqualTo(Catalogue.builtIn().version());
  }

  @Test
  void a_product_without_a_window_of_its_own_has_the_default_one() {
    var catalogue = Catalogue.builtIn();

    assertThat(catalogue.windowOf(Product.INSPECTOR)).isEqualTo(Duration.ofDays(365));
    assertThat(catalogue.windowOf("acme/scanner")).isEqualTo(Duration.ofDays(90));
  }

  @Test
  void a_signal_is_remembered_for_as_long_as_the_longest_window_of_a_trait() {
    var catalogue =
        CatalogueFiles.builtIn()
            .trait(TRAITS, "open-security-group", trait -> trait.put("window", "P500D"))
            .read();

    assertThat(catalogue.memoryOf(Product.INSPECTOR)).isEqualTo(Duration.ofDays(500));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        main("needs version", root -> root.remove("version")),
        main("names no files of traits", root -> root.putArray("traits")),
        main("names no files of exposures", root -> root.remove("exposures")),
        main("/windows needs a default, such as \"P90D\"", root -> root.putObject("windows")),
        main(
            "/windows/config: 'soon' is no positive ISO-8601 duration such as P90D",
            root -> windows(root).put("config", "soon")),
        main(
            "/windows/config: 'P-1D' is no positive ISO-8601 duration such as P90D",
            root -> windows(root).put("config", "P-1D")),
        fault(TRAITS + ": no such file", files -> files.remove(TRAITS)),
        fault(TRAITS + ": expected a JSON object", files -> files.replace(TRAITS, "[]")),
        fault(TRAITS + ":3: is not JSON", files -> files.replace(TRAITS, "{\n\"noun\":\n}")),
        fault(
            TRAITS + ":1: is not JSON: Duplicate field 'noun'",
            files -> files.replace(TRAITS, "{\"noun\": 1, \"noun\": 2}")),
        change(TRAITS, TRAITS + ": needs resourceType", root -> root.remove("resourceType")),
        change(TRAITS, TRAITS + ": needs noun", root -> root.remove("noun")),
        change(
            "traits/lambda-function.json",
            "traits/lambda-function.json: AWS::EC2::Instance has its traits in another file already",
            root -> root.put("resourceType", "AWS::EC2::Instance")),
        trait(" needs an id without #", "open-security-group#1", node -> {}),
        trait(": 'Weather' is no type", node -> node.put("type", "Weather")),
        trait(": 'hero' is no role", node -> node.put("role", "hero")),
        trait(" needs title", node -> node.remove("title")),
        trait(" contributes, so it needs a phrase for titles", node -> node.remove("phrase")),
        trait(
            " is a weakness, so its phrase must be a predicate",
            node -> node.putObject("phrase").put("before", "open")),
        trait(": 'luck' is no factor", node -> factors(node).put("luck", "high")),
        trait(
            " factor ease: 'easy' is no level and no source",
            node -> factors(node).put("ease", "easy")),
        trait(": 'vast' is no impact", node -> node.put("impact", "vast")),
        trait(
            " window: '90' is no positive ISO-8601 duration such as P90D",
            node -> node.put("window", "90")),
        trait(" needs remediation text", node -> node.remove("remediation")),
        trait(" needs a pattern", node -> node.remove("pattern")),
        trait(
            " has a pattern that EventBridge would refuse",
            node -> node.putObject("pattern").put("control", "EC2.18")),
        trait(" needs at least one indicator", node -> node.putArray("indicators")),
        trait(" indicator 1 needs title", node -> node.putArray("indicators").addObject()),
        trait(" unless: there is no trait 'x'", node -> node.putArray("unless").add("x")),
        trait(
            " hiddenBy: there is no trait 'x'",
            node -> ((ObjectNode) node.get("phrase")).putArray("hiddenBy").add("x")),
        change(
            TRAITS,
            TRAIT + " is there twice",
            root -> {
              var traits = (ArrayNode) root.get("traits");
              traits.forEach(
                  node -> {
                    if (node.path("id").asText().equals("remote-access-allowed")) {
                      ((ObjectNode) node).put("id", "open-security-group");
                    }
                  });
            }),
        change(
            RULES,
            RULES + ": AWS::S3::Bucket has no traits",
            root -> root.put("resourceType", "AWS::S3::Bucket")),
        change(RULES, RULES + ": rule '' needs an id of its own", root -> rule(root).remove("id")),
        change(
            RULES,
            RULE + " needs an outcome and a type that starts with Exposure/",
            root -> rule(root).put("type", "Potential")),
        change(
            RULES,
            RULE + ": there is no trait 'x' in " + TRAITS,
            root -> rule(root).putArray("all").add("x")),
        change(RULES, RULE + " needs traits in all or any", root -> rule(root).remove("any")),
        change(
            RULES,
            RULE + " needs attack technique uid",
            root -> ((ObjectNode) rule(root).get("attack")).remove("technique")),
        severity("needs a version", root -> root.remove("version")),
        severity(
            "/unknown: 'perhaps' is none of low, moderate, high, very-high",
            root -> root.put("unknown", "perhaps")),
        severity("/factors: 'ease' is missing", root -> root.putArray("factors")),
        severity(
            "/factors: 'awareness' needs a weight of 0 or more",
            root -> ((ObjectNode) root.at("/factors/0")).put("weight", -1)),
        severity(
            "/factors: 'awareness' needs a name",
            root -> ((ObjectNode) root.at("/factors/0")).remove("name")),
        severity(
            "/epss: 'high' needs a number",
            root -> ((ObjectNode) root.get("epss")).put("high", "much")),
        severity(
            "/likelihood: 'high' must be above the level below it",
            root -> ((ObjectNode) root.get("likelihood")).put("high", 0)),
        severity(
            "/cvss/metrics/AV: 'N' needs a number",
            root -> ((ObjectNode) root.at("/cvss/metrics/AV")).put("N", "three")),
        severity(
            "/matrix/low: 'Nice' is no severity for impact High",
            root -> ((ObjectNode) root.at("/matrix/low")).put("high", "Nice")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void a_catalogue_with_a_fault_is_refused_naming_it(
      String fault, UnaryOperator<CatalogueFiles> change) {
    var files = change.apply(CatalogueFiles.builtIn());

    var refusal = catchThrowableOfType(CatalogueException.class, files::read);

    assertThat(refusal.faults()).anyMatch(found -> found.startsWith(fault));
  }

  @Test
  void every_fault_is_named_at_once() {
    var files =
        CatalogueFiles.builtIn()
            .change(MAIN, root -> root.remove("version"))
            .change(TRAITS, root -> root.remove("noun"))
            .change(SEVERITY, root -> root.remove("version"));

    var refusal = catchThrowableOfType(CatalogueException.class, files::read);

    assertThat(refusal.faults()).hasSize(3);
    assertThat(refusal).hasMessageContaining("3 faults").hasMessageContaining(TRAITS);
  }

  private static Arguments main(String fault, Consumer<ObjectNode> change) {
    return change(MAIN, MAIN + ": " + fault, change);
  }

  private static Arguments severity(String fault, Consumer<ObjectNode> change) {
    return change(SEVERITY, SEVERITY + ": " + fault, change);
  }

  private static Arguments trait(String fault, Consumer<ObjectNode> change) {
    return trait(fault, "open-security-group", change);
  }

  private static Arguments trait(String fault, String id, Consumer<ObjectNode> change) {
    return fault(
        TRAITS + ": trait '" + id + "'" + fault,
        files ->
            files.trait(TRAITS, "open-security-group", node -> change.accept(node.put("id", id))));
  }

  private static Arguments change(String file, String fault, Consumer<ObjectNode> change) {
    return fault(fault, files -> files.change(file, change));
  }

  private static Arguments fault(String fault, UnaryOperator<CatalogueFiles> change) {
    return arguments(fault, change);
  }

  private static ObjectNode windows(ObjectNode root) {
    return (ObjectNode) root.get("windows");
  }

  private static ObjectNode factors(ObjectNode trait) {
    return (ObjectNode) trait.get("factors");
  }

  private static ObjectNode rule(ObjectNode root) {
    return (ObjectNode) root.at("/rules/0");
  }
}
