// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.scenarios.event.EventReader;
import io.breakwater.scenarios.event.ScenarioEvent;
import io.breakwater.scenarios.event.Subjects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reads and checks files of scenarios, gathering every fault before it gives up. */
final class ScenarioReader {
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /**
   * @throws ScenarioException naming every fault
   */
  List<Scenario> read(Collection<Path> files) {
    files.forEach(this::read);
    if (!faults.isEmpty()) {
      throw new ScenarioException(faults);
    }
    return List.copyOf(scenarios);
  }

  private void read(Path file) {
    ScenarioFile.read(file, ScenarioForm.OF_EXPOSURES, faults)
        .ifPresent(read -> read(read.name(), read.root()));
  }

  private void read(String file, JsonNode root) {
    var type = root.path("resourceType").asText();
    if (!Subjects.canBeOf(type)) {
      faults.add(file + ": no scenario can be about " + type);
      return;
    }
    root.path("scenarios").forEach(node -> read(file, type, node));
  }

  private void read(String file, String type, JsonNode node) {
    var name = node.path("name").asText();
    BiConsumer<JsonNode, String> fault =
        (where, what) ->
            faults.add(
                file + ":" + ScenarioFile.line(where) + ": scenario '" + name + "': " + what);
    if (!names.add(type + " " + name)) {
      fault.accept(node, "there is another one of this name");
    }
    var subjects = new Subjects(type, name);
    var events = new EventReader(subjects, fault).read(node.path("events"));
    var end =
        events.stream().map(ScenarioEvent::arrives).reduce(Duration.ZERO, ScenarioReader::later);
    var until = node.has("until") ? Duration.parse(node.path("until").asText()) : end;
    if (until.compareTo(end) < 0) {
      fault.accept(node.path("until"), "the scenario ends before its last event arrives");
    }
    var expected = new ArrayList<Expectation>();
    for (var said : node.path("expect")) {
      try {
        expected.add(Expectation.of(said, subjects.named(said.path("on").asText())));
      } catch (IllegalArgumentException e) {
        fault.accept(said, e.getMessage());
      }
    }
    scenarios.add(
        new Scenario(
            file,
            ScenarioFile.line(node),
            ResourceType.named(type),
            name,
            subjects.primary(),
            events,
            until,
            expected,
            node.has("recognised") ? Optional.of(ids(node.path("recognised"))) : Optional.empty()));
  }

  private static Set<String> ids(JsonNode texts) {
    var ids = new TreeSet<String>();
    texts.forEach(text -> ids.add(text.asText()));
    return ids;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
