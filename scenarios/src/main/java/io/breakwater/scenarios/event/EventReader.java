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
import java.util.function.Function;

/**
 * Reads the events of one scenario, in their order, after their form was checked.
 *
 * <p>Time goes on from event to event: one that names no day is of the same time as the one before.
 */
public final class EventReader {
  private static final Duration DAY = Duration.ofDays(1);

  /** What an event can be, by the field that says it. */
  private static final Map<String, Function<JsonNode, Report>> KINDS = kinds();

  private final String resourceType;
  private final String scenario;
  private final BiConsumer<JsonNode, String> faults;
  private final Map<String, Duration> created = new HashMap<>();
  private Duration now = Duration.ZERO;

  /**
   * @param faults takes what is wrong with an event
   */
  public EventReader(String resourceType, String scenario, BiConsumer<JsonNode, String> faults) {
    this.resourceType = resourceType;
    this.scenario = scenario;
    this.faults = faults;
  }

  private static Map<String, Function<JsonNode, Report>> kinds() {
    var kinds = new LinkedHashMap<String, Function<JsonNode, Report>>();
    kinds.put("control", ControlReport::of);
    kinds.put("vulnerability", VulnerabilityReport::of);
    kinds.put("codeVulnerability", CodeReport::of);
    kinds.put("openPort", OpenPortReport::of);
    kinds.put("threat", ThreatReport::of);
    kinds.put("sensitiveData", SensitiveDataReport::of);
    kinds.put("policy", PolicyReport::of);
    kinds.put("access", AccessReport::of);
    kinds.put("configuration", ConfigurationReport::of);
    kinds.put("deleted", ConfigurationReport::of);
    kinds.put("rule", RuleReport::of);
    kinds.put("raw", RawReport::of);
    return kinds;
  }

  public List<ScenarioEvent> read(JsonNode events) {
    var read = new ArrayList<ScenarioEvent>();
    events.forEach(event -> event(event).ifPresent(read::add));
    return read;
  }

  private Optional<ScenarioEvent> event(JsonNode event) {
    var stated = KINDS.keySet().stream().filter(event::has).toList();
    if (stated.size() != 1) {
      faults.accept(
          event,
          stated.isEmpty()
              ? "an event is one of " + String.join(", ", KINDS.keySet())
              : "an event cannot be " + String.join(" and ", stated) + " at once");
      return Optional.empty();
    }
    now = time(event);
    var arrives = event.has("arrives") ? days(event.path("arrives")) : now;
    if (arrives.compareTo(now) < 0) {
      faults.accept(event, "the event arrives before it happens");
      return Optional.empty();
    }
    var subject = subject(event.path("on").asText());
    var report = KINDS.get(stated.get(0)).apply(event);
    var finding = Sha256.identity(subject.arn(), event.path("finding").asText(report.key()));
    created.merge(finding, now, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    return Optional.of(
        new ScenarioEvent(
            JsonNodes.tokenLocationOf(event).getLineNr(),
            subject,
            report,
            finding,
            created.get(finding),
            now,
            arrives));
  }

  private Duration time(JsonNode event) {
    if (!event.has("day")) {
      return event.has("hour") ? startOfDay(now).plus(hours(event)) : now;
    }
    return days(event.path("day")).plus(hours(event));
  }

  private static Duration startOfDay(Duration time) {
    return Duration.ofDays(time.toDays());
  }

  private static Duration hours(JsonNode event) {
    return Duration.ofHours(event.path("hour").asLong());
  }

  private static Duration days(JsonNode days) {
    return DAY.multipliedBy(days.asLong());
  }

  /** The primary resource, another one of its type by a name of its own, or any by its ARN. */
  private Subject subject(String on) {
    return on.startsWith("arn:") ? Subject.named(on) : Subject.of(resourceType, scenario, on);
  }
}
