// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import io.breakwater.core.resource.ResourceType;
import io.breakwater.scenarios.event.ScenarioEvent;
import io.breakwater.scenarios.event.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a catalogue must do, by example: events in, what readers are told out.
 *
 * <p>All scenarios end at the same instant, {@link #AS_OF}, so that the events of many can be one
 * input.
 *
 * @param file where it stands
 * @param line where it begins
 * @param resourceType of the primary resource
 * @param primary the resource that events and expectations are about unless they name another
 * @param until how long after its start it is judged
 * @param recognised traits that the primary resource has at some time, all of them; absent for
 *     whatever they are
 */
public record Scenario(
    String file,
    int line,
    ResourceType resourceType,
    String name,
    Subject primary,
    List<ScenarioEvent> events,
    Duration until,
    List<Expectation> expected,
    Optional<Set<String>> recognised) {
  /** When every scenario is judged. */
  public static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");

  public Scenario {
    events = List.copyOf(events);
    expected = List.copyOf(expected);
    recognised = recognised.map(Set::copyOf);
  }

  public Instant start() {
    return AS_OF.minus(until);
  }

  /** How every message about it begins. */
  String where(int atLine) {
    return file + ":" + atLine + ": scenario '" + name + "': ";
  }

  @Override
  public String toString() {
    return resourceType + ": " + name;
  }
}
