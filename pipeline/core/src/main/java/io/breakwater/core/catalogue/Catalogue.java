// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import io.breakwater.core.certificate.CertificateRules;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.signal.Signal;
import io.breakwater.core.signal.SignalState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules, all of them data: traits by resource type, exposure rules, severity model, windows.
 *
 * <p>Read and checked as a whole, immutable, thread-safe. A catalogue with a fault does not exist.
 */
public final class Catalogue {
  private final String version;
  private final Map<ResourceType, ResourceRules> rules;
  private final SeverityModel severity;
  private final CertificateRules certificates;
  private final Map<String, Duration> windows;
  private final Duration defaultWindow;
  private final Duration longestTraitWindow;

  /** By the type that signals are about: who else may get traits from them. */
  private final Map<ResourceType, List<ResourceType>> relatedTo = new HashMap<>();

  Catalogue(
      String version,
      Map<ResourceType, ResourceRules> rules,
      SeverityModel severity,
      CertificateRules certificates,
      Map<String, Duration> windows,
      Duration defaultWindow) {
    this.version = version;
    this.rules = Map.copyOf(rules);
    this.severity = severity;
    this.certificates = certificates;
    this.windows = Map.copyOf(windows);
    this.defaultWindow = defaultWindow;
    this.longestTraitWindow =
        rules.values().stream()
            .flatMap(ofType -> ofType.traits().stream())
            .flatMap(trait -> trait.window().stream())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    this.rules.forEach(
        (type, ofType) ->
            ofType
                .sources()
                .forEach(
                    source ->
                        relatedTo.computeIfAbsent(source, none -> new ArrayList<>()).add(type)));
  }

  /**
   * The catalogue that ships with Breakwater, read once in a process.
   *
   * @throws CatalogueException naming every fault
   */
  public static Catalogue builtIn() {
    return BuiltIn.CATALOGUE;
  }

  /**
   * A catalogue in a directory, laid out as the one that ships.
   *
   * @throws CatalogueException naming every fault
   */
  public static Catalogue in(Path directory) {
    return CatalogueText.in(directory).catalogue();
  }

  public String version() {
    return version;
  }

  public SeverityModel severity() {
    return severity;
  }

  /** When somebody has to act on a certificate. */
  public CertificateRules certificates() {
    return certificates;
  }

  /** Empty for a type whose resources never are the primary resource of an exposure. */
  public Optional<ResourceRules> rulesFor(ResourceType type) {
    return Optional.ofNullable(rules.get(type));
  }

  public Set<ResourceType> resourceTypes() {
    return rules.keySet();
  }

  /**
   * The traits that an active signal gives the resource it is about, premises aside; none for other
   * states.
   */
  public List<RecognisedTrait> recognise(Signal signal) {
    return signal.state() == SignalState.ACTIVE
        ? match(signal).stream()
            .filter(given -> given.trait().role() != TraitRole.PREMISE)
            .collect(Collectors.toList())
        : List.of();
  }

  /**
   * All that an active signal gives, related resources included; of a suppressed signal, all that
   * it would give.
   */
  public Recognised recogniseAll(Signal signal) {
    if (!signal.mayGiveTraits()) {
      return Recognised.NOTHING;
    }
    var own = match(signal);
    var related = new TreeMap<ResourceType, List<RecognisedTrait>>();
    for (var type : relatedTo.getOrDefault(signal.resource().type(), List.of())) {
      var traits = rules.get(type).recogniseFromAfar(signal);
      if (!traits.isEmpty()) {
        related.put(type, traits);
      }
    }
    return own.isEmpty() && related.isEmpty() ? Recognised.NOTHING : new Recognised(own, related);
  }

  private List<RecognisedTrait> match(Signal signal) {
    return rulesFor(signal.resource().type())
        .map(found -> found.recognise(signal))
        .orElse(List.of());
  }

  /** How long a signal of a product holds without being seen again, traits aside. */
  public Duration windowOf(String product) {
    return windows.getOrDefault(product, defaultWindow);
  }

  /** How long this signal holds: the longest window of its traits, else its product's. */
  public Duration windowOf(Signal signal, Recognised recognised) {
    var own = windowOf(signal.product());
    return Stream.concat(
            recognised.traits().stream(),
            recognised.related().values().stream().flatMap(List::stream))
        .map(trait -> trait.trait().window().orElse(own))
        .max(Duration::compareTo)
        .orElse(own);
  }

  /**
   * How long the latest version of a signal is remembered, whether or not it gives traits: no
   * shorter than any version of it can hold.
   */
  public Duration memoryOf(String product) {
    return longer(windowOf(product), longestTraitWindow);
  }

  /** The longest that any signal is remembered. */
  public Duration longestMemory() {
    return windows.values().stream()
        .reduce(longer(defaultWindow, longestTraitWindow), Catalogue::longer);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Loaded when it is first asked for. */
  private static final class BuiltIn {
    private static final Catalogue CATALOGUE = CatalogueReader.fromClassPath();
  }
}
