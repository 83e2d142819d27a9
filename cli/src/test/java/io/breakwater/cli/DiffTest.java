// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.exposure.Exposure;
import io.breakwater.core.exposure.Revision;
import io.breakwater.scenarios.ScenarioRun;
import io.breakwater.scenarios.Scenarios;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What changes of the catalogue make of all scenarios, against what the core makes of each. */
final class DiffTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path shared;
  @TempDir private Path directory;

  private static Path events;
  private static Path before;
  private static SortedMap<String, Exposure> shipped;

  @BeforeAll
  static void run() throws IOException {
    events =
        WhatDiffers.write(
            Scenarios.builtIn().stream()
                .flatMap(
                    scenario -> scenario.events().stream().map(e -> e.bytes(scenario.start()))),
            shared.resolve("events.ndjson"));
    before = shared.resolve("before");
    shipped = open(Catalogue.builtIn());

    WhatDiffers.run(events, before);
  }

  static List<CatalogueChange> changes() {
    return List.of(
        CatalogueChange.ofTrait(
            "ec2-instance",
            "metadata-misconfiguration",
            "factors",
            "{\"awareness\":\"low\",\"ease\":\"low\"}"),
        CatalogueChange.ofTrait(
            "iam-user", "administrative-access-policy", "impact", "{\"privileges\":\"low\"}"),
        CatalogueChange.ofTrait(
            "ec2-instance", "internet-reachable", "phrase", "{\"before\":\"wide open\"}"),
        CatalogueChange.ofTrait(
            "ec2-instance", "open-security-group", "title", "\"Anyone may knock at the {noun}\""),
        CatalogueChange.ofTrait(
            "ec2-instance",
            "public-snapshot",
            "remediation",
            "{\"text\":\"Make the snapshot private.\",\"url\":\"https://docs.aws.amazon.com/ec2/\"}"),
        CatalogueChange.ofTrait(
            "ec2-instance", "remote-access-allowed", "pattern", "{\"control\":[\"EC2.999\"]}"),
        CatalogueChange.ofTrait(
            "s3-bucket", "versioning-disabled", "pattern", "{\"control\":[\"S3.999\"]}"),
        CatalogueChange.ofTrait(
            "s3-bucket", "public-read-allowed", "impact", "{\"data\":\"high\"}"),
        CatalogueChange.ofTrait(
            "ec2-instance",
            "low-priority-vulnerability",
            "unless",
            trait -> trait.remove("unless")),
        CatalogueChange.ofTrait(
            "ec2-instance", "administrative-access-policy", "via", trait -> trait.remove("via")),
        new CatalogueChange(
            "vpc-reachable: removed",
            "traits/ec2-instance.json",
            "trait vpc-reachable of ",
            root -> CatalogueChange.remove(root.withArray("traits"), "vpc-reachable")),
        new CatalogueChange(
            "aws-role-access-granted: removed",
            "traits/lambda-function.json",
            "trait aws-role-access-granted of ",
            root -> CatalogueChange.remove(root.withArray("traits"), "aws-role-access-granted")),
        new CatalogueChange(
            "remote-desk: added",
            "traits/ec2-instance.json",
            "trait remote-desk of ",
            root -> {
              var traits = root.withArray("traits");
              var copy = CatalogueChange.named(traits, "open-security-group").deepCopy();
              traits.add(copy.put("id", "remote-desk").put("title", "Somebody may knock"));
            }),
        CatalogueChange.ofWindow("inspector", "P1D"),
        CatalogueChange.ofWindow("default", "PT1H"),
        CatalogueChange.ofExposureRule(
            "ec2-instance", "ec2-metadata-theft", "outcome", r -> r.put("outcome", "Role Theft")),
        CatalogueChange.ofExposureRule(
            "ec2-instance",
            "ec2-remote-execution",
            "technique",
            rule -> rule.put("tactic", "TA0002").put("technique", "T1204")),
        CatalogueChange.ofExposureRule(
            "ec2-instance", "ec2-public-copy", "any", rule -> rule.withArray("any").remove(0)),
        new CatalogueChange(
            "ec2-metadata-theft: removed",
            "exposures/ec2-instance.json",
            "exposure rule ec2-metadata-theft",
            root -> CatalogueChange.remove(root.withArray("rules"), "ec2-metadata-theft")),
        new CatalogueChange(
            "order of the first rules of S3",
            "exposures/s3-bucket.json",
            "order of the exposure rules AWS::S3::Bucket",
            DiffTest::turnRules),
        CatalogueChange.ofSeverity("/factors/0/weight", "2"),
        CatalogueChange.ofSeverity("/likelihood/high", "12"),
        CatalogueChange.ofSeverity("/unknown", "3"),
        CatalogueChange.ofSeverity("/levels/very-high", "5"),
        CatalogueChange.ofSeverity("/matrix/high/medium", "\"Medium\""),
        CatalogueChange.ofSeverity("/epss/high", "0.45"),
        CatalogueChange.ofSeverity("/exploit/available", "\"very-high\""),
        CatalogueChange.ofSeverity("/cvss/levels/very-high", "8"),
        CatalogueChange.ofSeverity("/ports/0/level", "\"low\""),
        new CatalogueChange(
            "noun of EC2 instances",
            "catalogue.json",
            "name of the resource type AWS::EC2::Instance",
            root ->
                named(root, "types", "resourceType", "AWS::EC2::Instance").put("noun", "machine")),
        new CatalogueChange(
            "name of a technique",
            "attack.json",
            "ATT&CK T1190",
            root -> CatalogueChange.put(root, "/techniques/T1190/name", "\"Breaking In\"")),
        new CatalogueChange(
            "when there is an indicator",
            "indicators.json",
            "indicator Attack Vector Network",
            root ->
                named(root, "indicators", "title", "Attack Vector Network")
                    .set(
                        "when",
                        CatalogueChange.parse("{\"vulnerability\":{\"attackVector\":[\"P\"]}}"))));
  }

  private static void turnRules(ObjectNode root) {
    var rules = root.withArray("rules");
    var reversed = JSON.createArrayNode();
    rules.forEach(rule -> reversed.insert(0, rule));
    root.set("rules", reversed);
  }

  private static ObjectNode named(ObjectNode root, String list, String key, String value) {
    for (var thing : root.withArray(list)) {
      if (thing.path(key).asText().equals(value)) {
        return (ObjectNode) thing;
      }
    }
    throw new IllegalArgumentException("there is no " + value);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void exactly_what_differs_is_named_and_the_rule_that_made_it(CatalogueChange change)
      throws IOException {
    var catalogue = change.in(directory.resolve("catalogue"));
    var after = directory.resolve("after");
    WhatDiffers.run(events, after, "--catalogue=" + catalogue);

    var found = WhatDiffers.between(before, after);

    assertThat(WhatDiffers.named(found))
        .isNotEmpty()
        .isEqualTo(
            WhatDiffers.expected(
                shipped, open(Catalogue.in(catalogue)), Exposure::severity, DiffTest::said));
    assertThat(found.path("differences"))
        .allSatisfy(
            difference ->
                assertThat(texts(difference.path("because")))
                    .as(difference.toString())
                    .isNotEmpty()
                    .allMatch(rule -> rule.startsWith(change.rule())));
  }

  @Test
  void a_run_does_not_differ_from_itself() {
    var diff = CommandRun.of("diff", before.toString(), before.toString());

    assertThat(diff.exit()).isZero();
    assertThat(diff.out()).contains("The rules are the same.", "Nothing that is open differs.");
  }

  @Test
  void a_file_of_revisions_is_read_to_its_end() {
    var diff =
        CommandRun.of("diff", before.resolve("exposures.ndjson").toString(), before.toString());

    assertThat(diff.exit()).isZero();
    assertThat(diff.out())
        .contains("Which rules differ is not known", "Nothing that is open differs.");
  }

  @Test
  void two_catalogues_are_run_over_the_same_events() throws IOException {
    var input =
        Files.writeString(
            directory.resolve("event.json"),
            InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"));
    var catalogue =
        CatalogueCopy.in(directory.resolve("catalogue"))
            .replace("catalogue.json", "\"noun\": \"EC2 instance\"", "\"noun\": \"machine\"");
    var kept = directory.resolve("kept");

    var diff =
        CommandRun.of(
            "diff", "shipped", catalogue.toString(), "--input=" + input, "--output=" + kept);

    assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
    assertThat(diff.out())
        .contains(
            "Both catalogues call themselves the same version, and are not the same.",
            "because of: name of the resource type AWS::EC2::Instance",
            "1 changed.");
    assertThat(kept.resolve("before/summary.json")).exists();
    assertThat(kept.resolve("after/summary.json")).exists();
  }

  @Test
  void what_is_not_selected_makes_no_difference() throws IOException {
    var input =
        Files.writeString(
            directory.resolve("event.json"),
            InspectorFinding.event("0001", "ACTIVE", "2026-03-01T09:00:00Z"));
    var catalogue =
        CatalogueCopy.in(directory.resolve("catalogue"))
            .replace("catalogue.json", "\"noun\": \"EC2 instance\"", "\"noun\": \"machine\"");

    var earlier =
        CommandRun.of(
            "diff", "shipped", catalogue.toString(), "--input=" + input, "--to=2026-03-01");
    var later =
        CommandRun.of(
            "diff", "shipped", catalogue.toString(), "--input=" + input, "--to=2026-03-02");

    assertThat(earlier.exit()).as(earlier.err()).isZero();
    assertThat(later.exit()).as(later.err()).isEqualTo(1);
    assertThat(later.out()).contains("as of 2026-03-02T00:00:00Z");
  }

  @Test
  void the_page_is_well_formed_and_escapes_what_findings_say() throws Exception {
    var revision = Files.readAllLines(before.resolve("open-exposures.ndjson")).get(0);
    var title = JSON.readTree(revision).at("/finding_info/title").asText();
    var one = Files.writeString(directory.resolve("one.ndjson"), revision);
    var other =
        Files.writeString(
            directory.resolve("other.ndjson"), revision.replace(title, "<script>&amp;</script>"));

    var diff = CommandRun.of("diff", one.toString(), other.toString(), "--format=html");

    assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
    assertThat(diff.out()).contains(title, "&lt;script&gt;&amp;amp;");
    assertThat(diff.out().replace("<script>//<![CDATA[", "")).doesNotContain("<script>");
    var page = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    assertThat(page.parse(new InputSource(new StringReader(diff.out()))).getDocumentElement())
        .isNotNull();
  }

  @Test
  void the_page_has_the_attack_paths_of_what_differs_and_runs_nothing_else() throws Exception {
    var revision =
        Files.readAllLines(before.resolve("open-exposures.ndjson")).stream()
            .filter(line -> line.contains("\"attack_graph\""))
            .findFirst()
            .orElseThrow();
    var graph = JSON.readTree(revision).at("/finding_info/attack_graph");
    var one = Files.writeString(directory.resolve("one.ndjson"), revision);
    var none = Files.writeString(directory.resolve("none.ndjson"), "");

    var diff = CommandRun.of("diff", one.toString(), none.toString(), "--format=html");

    assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
    var page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(diff.out())));
    var path = (Element) page.getElementsByTagName("details").item(0);
    assertThat(path.getTextContent()).isEqualTo("Attack path before");
    assertThat(JSON.readTree(path.getAttribute("data-finding")).at("/finding_info/attack_graph"))
        .isEqualTo(graph);
    var script = diff.out().substring(diff.out().indexOf("<script>") + "<script>".length());
    assertThat(diff.out())
        .contains("script-src 'sha256-" + sha256(script.substring(0, script.indexOf("</"))) + "'");
    assertThat(page.getElementsByTagName("link").getLength()).isZero();
  }

  @Test
  void a_page_without_attack_paths_has_no_script() throws IOException {
    var revision =
        Files.readAllLines(before.resolve("open-exposures.ndjson")).stream()
            .filter(line -> !line.contains("\"attack_graph\""))
            .findFirst()
            .orElseThrow();
    var one = Files.writeString(directory.resolve("one.ndjson"), revision);
    var none = Files.writeString(directory.resolve("none.ndjson"), "");

    var diff = CommandRun.of("diff", one.toString(), none.toString(), "--format=html");

    assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
    assertThat(diff.out()).doesNotContain("<script", "script-src");
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_fault_of_the_second_catalogue_is_told_before_anything_runs() throws IOException {
    var faulty =
        CatalogueCopy.in(directory.resolve("faulty"))
            .replace("severity.json", "\"unknown\": 2", "\"unknown\": \"two\"");
    var kept = directory.resolve("kept");

    var diff =
        CommandRun.of(
            "diff", "shipped", faulty.toString(), "--input=" + events, "--output=" + kept);

    assertThat(diff.exit()).isEqualTo(2);
    assertThat(diff.err()).contains("severity.json");
    assertThat(kept).doesNotExist();
  }

  @Test
  void what_cannot_be_compared_is_said_and_is_no_difference() {
    var nothing = CommandRun.of("diff", before.toString(), directory.resolve("none").toString());
    var ended = CommandRun.of("diff", "a", "b", "--as-of=2026-11-01T00:00:00Z");

    assertThat(nothing.exit()).isEqualTo(2);
    assertThat(nothing.err()).contains("cannot read", "expected what 'run' writes");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--output and --as-of are for --input");
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Every exposure that a catalogue leaves open, in no job. */
  private static SortedMap<String, Exposure> open(Catalogue catalogue) {
    var open = new TreeMap<String, Exposure>();
    for (var scenario : Scenarios.builtIn()) {
      for (Revision revision : ScenarioRun.of(scenario, catalogue).revisions()) {
        revision
            .exposure()
            .ifPresentOrElse(
                exposure -> open.put(revision.exposureUid(), exposure),
                () -> open.remove(revision.exposureUid()));
      }
    }
    return open;
  }

  private static String said(Exposure exposure) {
    var words = new StringBuilder(exposure.fingerprint());
    exposure
        .traits()
        .forEach(
            trait -> {
              words.append(trait.trait().title());
              words.append(trait.trait().remediation());
            });
    var attack = exposure.rule().attack();
    return words
        .append(attack.tactic())
        .append(attack.techniqueUid())
        .append(attack.technique())
        .toString();
  }
}
