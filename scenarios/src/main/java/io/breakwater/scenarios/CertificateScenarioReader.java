// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.scenarios.event.CertificateEventReader;
import io.breakwater.scenarios.event.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads and checks files of scenarios of certificates, gathering every fault. */
final class CertificateScenarioReader {
  private final List<CertificateScenario> scenarios = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @throws ScenarioException naming every fault
   */
  List<CertificateScenario> read(Collection<Path> files) {
    for (var file : files) {
      ScenarioFile.read(file, ScenarioForm.OF_CERTIFICATES, faults)
          .ifPresent(
              read -> read.root().path("scenarios").forEach(node -> read(read.name(), node)));
    }
    if (!faults.isEmpty()) {
      throw new ScenarioException(faults);
    }
    return List.copyOf(scenarios);
  }

  private void read(String file, JsonNode node) {
    var name = node.path("name").asText();
    BiConsumer<JsonNode, String> fault =
        (where, what) ->
            faults.add(
                file + ":" + ScenarioFile.line(where) + ": scenario '" + name + "': " + what);
    if (!names.add(name)) {
      fault.accept(node, "there is another one of this name");
    }
    var deliveries =
        CertificateEventReader.read(node.path("certificate"), node.path("events"), name, fault);
    var end = deliveries.stream().map(Delivery::at).max(Comparator.naturalOrder());
    var until =
        node.has("until") ? Duration.parse(node.path("until").asText()) : end.orElse(Duration.ZERO);
    if (end.isPresent() && until.compareTo(end.get()) < 0) {
      fault.accept(node.path("until"), "the scenario ends before its last event arrives");
    }
    var expected = new ArrayList<CertificateExpectation>();
    node.path("expect").forEach(said -> expected.add(CertificateExpectation.of(said)));
    scenarios.add(
        new CertificateScenario(
            file,
            ScenarioFile.line(node),
            name,
            CertificateEventReader.certificateOf(name),
            deliveries,
            until,
            expected));
  }
}
