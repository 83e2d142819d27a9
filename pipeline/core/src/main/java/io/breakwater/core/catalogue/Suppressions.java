// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.signal.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import software.amazon.event.ruler.Machine;

/** The exposures that somebody decided to live with. The form is {@code schemas/suppressions}. */
public final class Suppressions {
  /** Nothing is suppressed. */
  public static final Suppressions NONE =
      new Suppressions("none", List.of(), Machine.builder().build());

  private final String version;
  private final List<Suppression> all;
  private final Machine machine;

  Suppressions(String version, List<Suppression> all, Machine machine) {
    this.version = version;
    this.all = List.copyOf(all);
    this.machine = machine;
  }

  /**
   * Reads and checks a file.
   *
   * @throws CatalogueException naming every fault
   */
  public static Suppressions in(Path file) {
    return SuppressionsReader.in(file);
  }

  /**
   * Reads and checks the text of a file.
   *
   * @param name of the file, for faults
   * @throws CatalogueException naming every fault
   */
  public static Suppressions of(String name, String text) {
    return SuppressionsReader.of(name, text);
  }

  public String version() {
    return version;
  }

  /** In the order of the file, those among them that do not hold any more. */
  public List<Suppression> all() {
    return all;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * The first that hides an exposure at a time.
   *
   * @param exposure as patterns see it: {@code exposure} and {@code resource}
   */
  public Optional<Suppression> of(JsonNode exposure, Severity severity, Instant now) {
    return first(exposure, rule -> rule.hides(severity, now));
  }

  /**
   * The first that hid an exposure until it ended: its owner was to see to it by then.
   *
   * @param exposure as patterns see it
   */
  public Optional<Suppression> endedOf(JsonNode exposure, Severity severity, Instant now) {
    return first(exposure, rule -> rule.hasEndedFor(severity, now));
  }

  private Optional<Suppression> first(JsonNode exposure, Predicate<Suppression> condition) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Set<String> matching = new TreeSet<>(machine.rulesForJSONEvent(exposure));
    return all.stream().filter(rule -> matching.contains(rule.id())).filter(condition).findFirst();
  }
}
