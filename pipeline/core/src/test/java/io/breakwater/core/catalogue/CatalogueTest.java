// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.fixture.CatalogueFiles;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.signal.Product;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
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
  private static final String CERTIFICATES = "certificates.json";
  private static final String INDICATORS = "indicators.json";
  private static final String ATTACK = "attack.json";
  private static final String TRAIT = "trait 'open-security-group'";
  private static final String RULE = "rule 'ec2-malicious-code'";

  @Test
  void the_catalogue_that_ships_has_rules_for_the_nine_types_of_the_reference() {
    assertThat(Catalogue.builtIn().resourceTypes())
        .extracting(ResourceType::name)
        .containsExactlyInAnyOrder(
            "AWS::DynamoDB::Table",
            "AWS::EC2::Instance",
            "AWS::ECS::Service",
            "AWS::EKS::Cluster",
            "AWS::IAM::User",
            "AWS::Lambda::Function",
            "AWS::RDS::DBInstance",
            "AWS::S3::Bucket",
            "AWS::SageMaker::NotebookInstance");
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

  @Test
  void a_trait_without_indicators_is_seen_by_its_name() {
    var trait =
        Catalogue.builtIn()
            .rulesFor(ResourceType.EC2_INSTANCE)
            .orElseThrow()
            .trait("open-security-group")
            .orElseThrow();

    assertThat(trait.indicators()).containsExactly("Open Security Group");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        main("required property 'version' not found", root -> root.remove("version")),
        main("unknown field 'colour'", root -> root.put("colour", "red")),
        main("/traits: must have at least 1 items but found 0", root -> root.putArray("traits")),
        main("/windows: required property 'default' not found", r -> r.putObject("windows")),
        main(
            "window of config: 'P0D' is no positive ISO-8601 duration such as P90D",
            root -> ((ObjectNode) root.get("windows")).put("config", "P0D")),
        main(
            "AWS::EC2::Instance is there twice",
            root -> {
              var types = (ArrayNode) root.get("types");
              types.add(
                  types.objectNode().put("resourceType", "AWS::EC2::Instance").put("noun", "box"));
            }),
        main(
            "AWS::EC2::Vpc has no exposure rules",
            root ->
                ((ArrayNode) root.get("types"))
                    .addObject()
                    .put("resourceType", "AWS::EC2::Vpc")
                    .put("noun", "network")),
        fault(TRAITS, "no such file", files -> files.remove(TRAITS)),
        fault(TRAITS, "expected a JSON object", files -> files.replace(TRAITS, "[]")),
        fault(TRAITS + ":3", "is not JSON", files -> files.replace(TRAITS, "{\n\"traits\":\n}")),
        fault(
            TRAITS + ":1",
            "is not JSON: Duplicate field 'traits'",
            files -> files.replace(TRAITS, "{\"traits\": 1, \"traits\": 2}")),
        change(
            TRAITS,
            "AWS::EC2::Volume is no type of catalogue.json",
            root -> root.putArray("resourceTypes").add("AWS::EC2::Volume")),
        trait(" /type: does not have a value in the enumeration", n -> n.put("type", "Weather")),
        trait(" /role: does not have a value in the enumeration", n -> n.put("role", "hero")),
        trait(": required property 'title' not found", node -> node.remove("title")),
        trait(": required property 'phrase' not found", node -> node.remove("phrase")),
        trait(": unknown field 'colour'", node -> node.put("colour", "red")),
        trait(
            " /phrase: required property 'predicate' not found",
            node -> node.putObject("phrase").put("before", "open")),
        trait(" /factors: unknown field 'luck'", node -> factors(node).put("luck", "high")),
        trait(
            " /factors/ease: does not have a value in the enumeration",
            node -> factors(node).put("ease", "easy")),
        trait(
            " /impact/data: does not have a value in the enumeration",
            node -> node.putObject("impact").put("data", "vast")),
        trait(" window: 'P0D' is no positive", node -> node.put("window", "P0D")),
        trait(": required property 'remediation' not found", node -> node.remove("remediation")),
        trait(
            " has a pattern that EventBridge would refuse",
            node -> node.putObject("pattern").putArray("control").addObject().put("like", "EC2")),
        trait(
            " has a pattern that can never match: no signal has a field 'contrl'",
            node -> node.putObject("pattern").putArray("contrl").add("EC2.18")),
        trait(
            " has a pattern that can never match: 'severity' is one of Unknown, ",
            node -> node.putObject("pattern").putArray("severity").add("HIGH")),
        trait(
            " has a pattern that can never match: 'vulnerability.epss' is from 0 to 1",
            node ->
                node.putObject("pattern")
                    .putObject("vulnerability")
                    .putArray("epss")
                    .addObject()
                    .putArray("numeric")
                    .add(">")
                    .add(1)),
        trait(
            " has a pattern that can never match: 'kind' is no number",
            node -> node.putObject("pattern").putArray("kind").add(7)),
        trait(
            " has a pattern that can never match: every signal has a field 'product'",
            node -> node.putObject("pattern").putArray("product").addObject().put("exists", false)),
        trait(
            " has a pattern that can never match: its signals are about ",
            node ->
                node.putObject("pattern").putObject("resource").putArray("type").add("AWS::X::Y")),
        trait(
            " can never be given: 'remote-access-allowed' has the same pattern",
            node -> {
              node.putArray("unless").add("remote-access-allowed");
              node.set("pattern", otherPattern());
            }),
        trait(" gives way to itself", node -> node.putArray("unless").add("open-security-group")),
        trait(
            " indicators: there is no indicator 'Shiny'",
            node -> node.putArray("indicators").add("Shiny")),
        trait(" unless: there is no trait 'x'", node -> node.putArray("unless").add("x")),
        trait(
            " hiddenBy: there is no trait 'x'",
            node -> ((ObjectNode) node.get("phrase")).putArray("hiddenBy").add("x")),
        fault(
            TRAITS,
            TRAIT + " is there twice",
            files ->
                files.trait(
                    TRAITS,
                    "remote-access-allowed",
                    node -> node.put("id", "open-security-group"))),
        fault(
            INDICATORS,
            "indicator 'Vulnerable' has a pattern that can never match",
            files ->
                files.change(
                    INDICATORS,
                    root ->
                        indicator(root, "Vulnerable").putObject("when").putArray("no").add("x"))),
        change(
            RULES,
            "AWS::EC2::Volume is no type of catalogue.json",
            root -> root.put("resourceType", "AWS::EC2::Volume")),
        change(RULES, "rule '': required property 'id' not found", root -> rule(root).remove("id")),
        change(
            RULES,
            RULE + ": required property 'outcome' not found",
            root -> rule(root).remove("outcome")),
        change(
            RULES,
            RULE + ": AWS::EC2::Instance has no trait 'x'",
            root -> rule(root).putArray("all").add("x")),
        change(
            RULES,
            RULE + ": 'vpc-reachable' is contextual and makes no exposure",
            root -> rule(root).putArray("all").add("vpc-reachable")),
        change(
            RULES,
            RULE + ": ATT&CK has no technique T1190 of tactic TA0002",
            root -> rule(root).put("technique", "T1190")),
        change(
            ATTACK,
            "technique 'T1190': there is no tactic 'TA9999'",
            root -> ((ObjectNode) root.at("/techniques/T1190")).putArray("tactics").add("TA9999")),
        certificates("steps go down, and 45 does not", root -> array(root, "steps").add(45)),
        certificates("the last step is 0", root -> array(root, "steps").add(1)),
        certificates(
            "a renewal is not overdue before it starts",
            root -> ((ObjectNode) root.at("/renewal/ofUnknownValidity")).put("overdue", 50)),
        certificates(
            "a validity of 300 is there twice",
            root -> ((ObjectNode) root.at("/renewal/byValidity/1")).put("validity", 300)),
        certificates(
            "more days left are not more severe",
            root -> ((ObjectNode) root.at("/severity/byDays/3")).put("severity", "High")),
        certificates(
            "'soon' is no positive ISO-8601 duration",
            root -> ((ObjectNode) root.get("missed")).put("dailyEvent", "soon")),
        certificates(
            "there is no remedy for 'caa-error'",
            root -> ((ObjectNode) root.get("remedies")).remove("caa-error")),
        certificates(
            "'weather' is no cause",
            root -> {
              var remedies = (ObjectNode) root.get("remedies");
              remedies.set("weather", remedies.get("other"));
            }),
        severity("required property 'version' not found", root -> root.remove("version")),
        severity("factors: 'ease' is missing", root -> ((ArrayNode) root.get("factors")).remove(2)),
        severity("/epss/high: string found, number expected", r -> epss(r).put("high", "much")),
        severity(
            "'high' must be above the level below it",
            root -> ((ObjectNode) root.get("likelihood")).put("high", 1)),
        severity(
            "'9000-80' is no port and no range of ports",
            root -> ((ArrayNode) root.at("/ports/0/ports")).add("9000-80")),
        severity(
            "/matrix/low/high: does not have a value in the enumeration",
            root -> ((ObjectNode) root.at("/matrix/low")).put("high", "Nice")),
        severity(
            "'Low' is below the severity of a lower likelihood",
            root -> ((ObjectNode) root.at("/matrix/very-high")).put("medium", "Low")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void a_catalogue_with_a_fault_is_refused_naming_it_and_its_place(
      String file, String fault, UnaryOperator<CatalogueFiles> change) {
    var files = change.apply(CatalogueFiles.builtIn());

    var refusal = catchThrowableOfType(CatalogueException.class, files::read);

    assertThat(refusal.faults())
        .anySatisfy(found -> assertThat(found).startsWith(file).contains(": " + fault));
  }

  @Test
  void a_fault_is_named_with_its_line() {
    var files =
        CatalogueFiles.builtIn()
            .trait(TRAITS, "open-security-group", n -> n.put("type", "Weather"));

    var refusal = catchThrowableOfType(CatalogueException.class, files::read);

    assertThat(refusal.faults()).hasSize(1);
    int line = Integer.parseInt(refusal.faults().get(0).split(":", 3)[1]);
    assertThat(files.lines(TRAITS).get(line - 1)).contains("Weather");
  }

  @Test
  void every_fault_is_named_at_once() {
    var files =
        CatalogueFiles.builtIn()
            .change(MAIN, root -> root.remove("version"))
            .trait(TRAITS, "open-security-group", node -> node.put("colour", "red"))
            .change(SEVERITY, root -> root.remove("version"));

    var refusal = catchThrowableOfType(CatalogueException.class, files::read);

    assertThat(refusal.faults()).hasSize(3);
    assertThat(refusal).hasMessageContaining("3 faults").hasMessageContaining(TRAITS);
  }

  private static Arguments main(String fault, Consumer<ObjectNode> change) {
    return change(MAIN, fault, change);
  }

  private static Arguments certificates(String fault, Consumer<ObjectNode> change) {
    return change(CERTIFICATES, fault, change);
  }

  private static ArrayNode array(ObjectNode root, String name) {
    return (ArrayNode) root.get(name);
  }

  private static Arguments severity(String fault, Consumer<ObjectNode> change) {
    return change(SEVERITY, fault, change);
  }

  private static Arguments trait(String fault, Consumer<ObjectNode> change) {
    return fault(
        TRAITS, TRAIT + fault, files -> files.trait(TRAITS, "open-security-group", change));
  }

  private static Arguments change(String file, String fault, Consumer<ObjectNode> change) {
    return fault(file, fault, files -> files.change(file, change));
  }

  private static Arguments fault(String file, String fault, UnaryOperator<CatalogueFiles> change) {
    return arguments(file, fault, change);
  }

  /** That of the trait for remote access. */
  private static JsonNode otherPattern() {
    var pattern = new AtomicReference<JsonNode>();
    CatalogueFiles.builtIn()
        .trait(TRAITS, "remote-access-allowed", node -> pattern.set(node.get("pattern")));
    return pattern.get();
  }

  private static ObjectNode indicator(ObjectNode root, String title) {
    for (var node : root.path("indicators")) {
      if (node.path("title").asText().equals(title)) {
        return (ObjectNode) node;
      }
    }
    throw new IllegalArgumentException("there is no indicator " + title);
  }

  private static ObjectNode factors(ObjectNode trait) {
    return (ObjectNode) trait.get("factors");
  }

  private static ObjectNode epss(ObjectNode root) {
    return (ObjectNode) root.get("epss");
  }

  private static ObjectNode rule(ObjectNode root) {
    return (ObjectNode) root.at("/rules/0");
  }
}
