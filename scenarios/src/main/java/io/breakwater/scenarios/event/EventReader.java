// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.utils.JsonNodes;
import io.breakwater.core.hash.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads the events of one scenario, in their order, after their form was checked. */
public final class EventReader {
  /** What an event can be, by the field that says it. */
  private static final Map<String, BiFunction<JsonNode, Subjects, Report>> KINDS = kinds();

  private final Subjects subjects;
  private final BiConsumer<JsonNode, String> faults;
  private final Map<String, Duration> created = new HashMap<>();
  private final EventTimes times = new EventTimes();

  /**
   * @param faults takes what is wrong with an event
   */
  public EventReader(Subjects subjects, BiConsumer<JsonNode, String> faults) {
    this.subjects = subjects;
    this.faults = faults;
  }

  private static Map<String, BiFunction<JsonNode, Subjects, Report>> kinds() {
    var kinds = new LinkedHashMap<String, BiFunction<JsonNode, Subjects, Report>>();
    kinds.put("control", alone(ControlReport::of));
    kinds.put("vulnerability", alone(VulnerabilityReport::of));
    kinds.put("codeVulnerability", alone(CodeReport::of));
    kinds.put("openPort", OpenPortReport::of);
    kinds.put("threat", alone(ThreatReport::of));
    kinds.put("sensitiveData", alone(SensitiveDataReport::of));
    kinds.put("policy", alone(PolicyReport::of));
    kinds.put("access", alone(AccessReport::of));
    kinds.put("configuration", ConfigurationReport::of);
    kinds.put("deleted", ConfigurationReport::of);
    kinds.put("rule", alone(RuleReport::of));
    kinds.put("raw", alone(RawReport::of));
    return kinds;
  }

  /** Of a kind that speaks of one resource only. */
  private static BiFunction<JsonNode, Subjects, Report> alone(Function<JsonNode, Report> of) {
    return (event, subjects) -> of.apply(event);
  }

  public List<ScenarioEvent> read(JsonNode events) {
    var read = new ArrayList<ScenarioEvent>();
    events.forEach(event -> event(event).ifPresent(read::add));
    return read;
  }

  private Optional<ScenarioEvent> event(JsonNode event) {
    try {
      var kind = EventKind.of(event, KINDS.keySet());
      var now = times.of(event);
      var arrives = EventTimes.arrival(event, now);
      var subject = subjects.named(event.path("on").asText());
      var report = KINDS.get(kind).apply(subjects.spelledOut(event), subjects);
      return Optional.of(event(event, subject, report, now, arrives));
    } catch (IllegalArgumentException e) {
      faults.accept(event, e.getMessage());
      return Optional.empty();
    }
  }

  private ScenarioEvent event(
      JsonNode event, Subject subject, Report report, Duration now, Duration arrives) {
    var finding = Sha256.identity(subject.arn(), event.path("finding").asText(report.key()));
    created.merge(finding, now, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    return new ScenarioEvent(
        JsonNodes.tokenLocationOf(event).getLineNr(),
        subject,
        report,
        finding,
        created.get(finding),
        now,
        arrives);
  }
}
