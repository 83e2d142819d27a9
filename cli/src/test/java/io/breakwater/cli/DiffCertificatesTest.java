// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.ocsf.CertificateAlertWriter;
import io.breakwater.core.signal.Severity;
import io.breakwater.scenarios.CertificateScenarioRun;
import io.breakwater.scenarios.CertificateScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes of the certificate rules make of all scenarios, against what the core makes. */
final class DiffCertificatesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path shared;
  @TempDir private Path directory;

  private static Path events;
  private static Path before;
  private static SortedMap<String, JsonNode> shipped;

  @BeforeAll
  static void run() throws IOException {
    events =
        WhatDiffers.write(
            CertificateScenarios.builtIn().stream()
                .flatMap(
                    scenario ->
                        scenario.deliveries().stream()
                            .map(delivery -> delivery.event().bytes(scenario.start()))),
            shared.resolve("events.ndjson"));
    before = shared.resolve("before");
    shipped = open(Catalogue.builtIn());

    WhatDiffers.run(events, before);
  }

  static List<CatalogueChange> changes() {
    return List.of(
        change("severity", "/severity/expired", "\"Medium\""),
        change("severity", "/severity/shifts/internet", "0"),
        change("severity", "/severity/byDays/1/severity", "\"Critical\""),
        change("lead", "/lead/imported", "{\"days\":5,\"share\":0.05}"),
        change("renewal", "/renewal/byValidity/0/overdue", "5"),
        change("missed", "/missed/dailyEvent", "\"P300D\""),
        change("unused", "/unused", "\"alert\""),
        change("remedies", "/remedies/caa-error/text", "\"Ask whoever keeps the DNS.\""));
  }

  private static CatalogueChange change(String section, String pointer, String json) {
    return new CatalogueChange(
        pointer + ": " + json,
        "certificates.json",
        "certificate rules " + section,
        root -> CatalogueChange.put(root, pointer, json));
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
                shipped,
                open(Catalogue.in(catalogue)),
                DiffCertificatesTest::severity,
                DiffCertificatesTest::said));
    assertThat(found.path("differences"))
        .allSatisfy(
            difference ->
                assertThat(difference.path("because"))
                    .as(difference.toString())
                    .containsExactly(JSON.getNodeFactory().textNode(change.rule())));
  }

  @Test
  void what_one_side_does_not_speak_of_is_not_compared_and_that_is_said() throws IOException {
    var exposures = Files.createFile(directory.resolve("exposures.ndjson"));

    var diff = CommandRun.of("diff", exposures.toString(), before.toString());

    assertThat(Files.size(before.resolve("open-certificates.ndjson"))).isPositive();
    assertThat(Files.size(before.resolve("open-exposures.ndjson"))).isZero();
    assertThat(diff.exit()).as(diff.err()).isZero();
    assertThat(diff.out())
        .contains("certificate alerts are not compared: one side does not speak of them");
  }

  @Test
  void a_stream_of_alerts_is_compared_with_the_alerts_of_a_run() {
    var diff =
        CommandRun.of("diff", before.resolve("certificates.ndjson").toString(), before.toString());

    assertThat(diff.exit()).as(diff.err()).isZero();
    assertThat(diff.out()).contains("exposures are not compared", "Nothing that is open differs.");
  }

  @Test
  void exposures_and_alerts_cannot_be_compared_with_one_another() throws IOException {
    var exposures = Files.createFile(directory.resolve("exposures.ndjson"));

    var diff =
        CommandRun.of(
            "diff", exposures.toString(), before.resolve("certificates.ndjson").toString());

    assertThat(diff.exit()).isEqualTo(2);
    assertThat(diff.err()).contains("one speaks of exposures, the other of certificate alerts");
  }

  /** Every alert that a catalogue leaves open, in no job. */
  private static SortedMap<String, JsonNode> open(Catalogue catalogue) throws IOException {
    var writer = new CertificateAlertWriter(catalogue, "test");
    var open = new TreeMap<String, JsonNode>();
    for (var scenario : CertificateScenarios.builtIn()) {
      for (var told : CertificateScenarioRun.of(scenario.inTime(), catalogue).revisions()) {
        if (told.closing().isPresent()) {
          open.remove(told.alertUid());
        } else {
          open.put(told.alertUid(), JSON.readTree(writer.toJson(told)));
        }
      }
    }
    return open;
  }

  private static Severity severity(JsonNode alert) {
    return Severity.ofLabel(alert.path("severity").asText());
  }

  private static List<String> said(JsonNode alert) {
    return List.of(
        alert.at("/finding_info/title").asText(),
        alert.at("/finding_info/types").toString(),
        alert.at("/finding_info/desc").asText(),
        alert.at("/remediation/desc").asText(),
        alert.path("status").asText());
  }
}
