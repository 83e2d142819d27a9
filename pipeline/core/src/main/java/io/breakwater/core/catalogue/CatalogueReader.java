// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.Factor;
import io.breakwater.core.severity.Impact;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.severity.SeverityModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.event.ruler.Machine;

/** Reads and checks a catalogue as a whole, gathering every fault before it gives up. */
final class CatalogueReader {
  private static final String CLASS_PATH_ROOT = "/breakwater/catalogue/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileReader files;
  private final List<String> faults = new ArrayList<>();
  private final Map<ResourceType, TypeValues> types = new LinkedHashMap<>();

  private CatalogueReader(FileReader files) {
    this.files = files;
  }

  static Catalogue fromClassPath() {
    return new CatalogueReader(CatalogueReader::resource).read();
  }

  static Catalogue fromDirectory(Path directory) {
    return new CatalogueReader(name -> Files.newInputStream(directory.resolve(name))).read();
  }

  private static InputStream resource(String name) throws IOException {
    var stream = CatalogueReader.class.getResourceAsStream(CLASS_PATH_ROOT + name);
    if (stream == null) {
      throw new NoSuchFileException(CLASS_PATH_ROOT + name);
    }
    return stream;
  }

  private Catalogue read() {
    var main = file("catalogue.json");
    var version = main.path("version").asText();
    if (version.isEmpty()) {
      faults.add("catalogue.json: needs a version");
    }
    main.path("traits").forEach(name -> traits(name.asText()));
    main.path("exposures").forEach(name -> exposures(name.asText()));
    var severity = severity(main.path("severity").asText("severity.json"));
    var windows = windows(main.path("windows"));
    var rules = new HashMap<ResourceType, ResourceRules>();
    types.forEach((type, values) -> rules.put(type, values.rules(type)));
    if (!faults.isEmpty()) {
      throw new CatalogueException(faults);
    }
    var defaultWindow = windows.remove("default");
    return new Catalogue(version, rules, severity, windows, defaultWindow);
  }

  private SeverityModel severity(String name) {
    return SeverityModelReader.read(file(name), fault -> faults.add(name + ": " + fault))
        .orElse(null);
  }

  private Map<String, Duration> windows(JsonNode node) {
    var windows = new HashMap<String, Duration>();
    node.properties()
        .forEach(
            field ->
                windows.put(
                    field.getKey(),
                    duration(
                        "catalogue.json: /windows/" + field.getKey(), field.getValue().asText())));
    if (!windows.containsKey("default")) {
      faults.add("catalogue.json: /windows needs a default, such as \"P90D\"");
    }
    return windows;
  }

  private void traits(String name) {
    var root = file(name);
    var typeName = root.path("resourceType").asText();
    if (typeName.isEmpty()) {
      faults.add(name + ": needs a resourceType");
      return;
    }
    var type = ResourceType.named(typeName);
    var values = new TypeValues(name, root.path("noun").asText());
    if (types.put(type, values) != null) {
      faults.add(name + ": " + typeName + " has its traits in another file already");
    }
    root.path("traits").forEach(node -> trait(values, type, node));
  }

  private void trait(TypeValues type, ResourceType resourceType, JsonNode node) {
    var values = new TraitValues();
    values.resourceType = resourceType;
    values.id = node.path("id").asText();
    var where = type.file + ": trait '" + values.id + "'";
    if (values.id.isEmpty() || values.id.indexOf(ResourceRules.INDICATOR) >= 0) {
      faults.add(where + " needs an id without " + ResourceRules.INDICATOR);
    }
    values.type = oneOf(where, "type", node, TraitType::ofLabel, TraitType.MISCONFIGURATION);
    values.role = oneOf(where, "role", node, TraitRole::ofKey, TraitRole.CONTEXTUAL);
    values.title = node.path("title").asText();
    values.phrase = phrase(node.path("phrase"));
    if (values.title.isEmpty()) {
      faults.add(where + " needs a title");
    }
    if (values.role.contributes() && values.phrase == null) {
      faults.add(where + " contributes, so it needs a phrase for titles");
    }
    if (values.role == TraitRole.WEAKNESS
        && values.phrase != null
        && values.phrase.place() != Phrase.Place.PREDICATE) {
      faults.add(where + " is a weakness, so its phrase must be a predicate");
    }
    node.path("unless").forEach(id -> values.unless.add(id.asText()));
    node.path("factors")
        .properties()
        .forEach(field -> factor(values, where, field.getKey(), field.getValue()));
    if (node.has("impact")) {
      values.impact = oneOf(where, "impact", node, Impact::ofKey, Impact.UNKNOWN);
    }
    if (node.has("window")) {
      values.window = duration(where + " window", node.path("window").asText());
    }
    values.remediation = node.at("/remediation/text").asText();
    values.remediationUrl = node.at("/remediation/url").asText();
    if (values.remediation.isEmpty()) {
      faults.add(where + " needs a remediation text");
    }
    pattern(type, where, values.id, node.path("pattern"));
    indicators(type, where, values, node.path("indicators"));
    if (type.traits.put(values.id, new Trait(values)) != null) {
      faults.add(where + " is there twice");
    }
  }

  private void factor(TraitValues values, String where, String key, JsonNode source) {
    for (var factor : Factor.values()) {
      if (factor.key().equals(key)) {
        FactorSource.ofKey(source.asText())
            .ifPresentOrElse(
                found -> values.factors.put(factor, found),
                () ->
                    faults.add(
                        where
                            + " factor "
                            + key
                            + ": '"
                            + source.asText()
                            + "' is no level and no source"));
        return;
      }
    }
    faults.add(where + ": '" + key + "' is no factor");
  }

  private void pattern(TypeValues type, String where, String rule, JsonNode pattern) {
    if (!pattern.isObject() || pattern.isEmpty()) {
      faults.add(where + " needs a pattern");
      return;
    }
    try {
      type.machine.addRule(rule, pattern.toString());
    } catch (IOException | RuntimeException e) {
      faults.add(where + " has a pattern that EventBridge would refuse: " + e.getMessage());
    }
  }

  /** An indicator without a condition of its own holds whenever the trait does. */
  private void indicators(TypeValues type, String where, TraitValues values, JsonNode nodes) {
    for (var node : nodes) {
      int index = values.indicators.size();
      values.indicators.add(node.path("title").asText());
      var condition =
          node.has("when") ? node.path("when") : JSON.createObjectNode().set("product", always());
      pattern(type, where, ResourceRules.indicatorRule(values.id, index), condition);
    }
    if (values.indicators.isEmpty()) {
      faults.add(where + " needs at least one indicator");
    }
  }

  private static JsonNode always() {
    return JSON.createArrayNode().add(JSON.createObjectNode().put("exists", true));
  }

  private static Phrase phrase(JsonNode node) {
    var hiddenBy = new LinkedHashSet<String>();
    node.path("hiddenBy").forEach(id -> hiddenBy.add(id.asText()));
    for (var place : Phrase.Place.values()) {
      var text = node.path(place.name().toLowerCase(Locale.ROOT)).asText();
      if (!text.isEmpty()) {
        return new Phrase(place, text, hiddenBy);
      }
    }
    return null;
  }

  private void exposures(String name) {
    var root = file(name);
    var typeName = root.path("resourceType").asText("?");
    var type = types.get(ResourceType.named(typeName));
    if (type == null) {
      faults.add(name + ": " + typeName + " has no traits");
      return;
    }
    for (var node : root.path("rules")) {
      var attack = node.path("attack");
      var rule =
          new ExposureRule(
              node.path("id").asText(),
              texts(node.path("all")),
              texts(node.path("any")),
              node.path("outcome").asText(),
              node.path("type").asText(),
              new Attack(
                  attack.at("/tactic/uid").asText(),
                  attack.at("/tactic/name").asText(),
                  attack.at("/technique/uid").asText(),
                  attack.at("/technique/name").asText()));
      var where = name + ": rule '" + rule.id() + "'";
      if (rule.outcome().isEmpty() || !rule.type().startsWith("Exposure/")) {
        faults.add(where + " needs an outcome and a type that starts with Exposure/");
      }
      if (rule.mentioned().isEmpty()) {
        faults.add(where + " needs traits in all or any");
      }
      for (var id : rule.mentioned()) {
        if (!type.traits.containsKey(id)) {
          faults.add(where + ": there is no trait '" + id + "' of " + typeName);
        }
      }
      type.rules.add(rule);
    }
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new LinkedHashSet<String>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private <E> E oneOf(
      String where, String field, JsonNode node, Function<String, Optional<E>> read, E otherwise) {
    var text = node.path(field).asText();
    return read.apply(text)
        .orElseGet(
            () -> {
              faults.add(where + ": '" + text + "' is no " + field);
              return otherwise;
            });
  }

  private Duration duration(String where, String text) {
    try {
      var duration = Duration.parse(text);
      if (!duration.isNegative() && !duration.isZero()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below, like a duration that is not positive.
    }
    faults.add(where + ": '" + text + "' is no positive ISO-8601 duration such as P90D");
    return Duration.ofDays(1);
  }

  private JsonNode file(String name) {
    try (var stream = files.open(name)) {
      var root = JSON.readTree(stream);
      if (root != null && root.isObject()) {
        return root;
      }
      faults.add(name + ": expected a JSON object");
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      faults.add(
          name
              + (at == null ? "" : ":" + at.getLineNr())
              + ": is not JSON: "
              + e.getOriginalMessage());
    } catch (NoSuchFileException e) {
      faults.add(name + ": no such file");
    } catch (IOException e) {
      faults.add(name + ": cannot be read: " + e.getMessage());
    }
    return JSON.createObjectNode();
  }

  @FunctionalInterface
  private interface FileReader {
    InputStream open(String name) throws IOException;
  }

  private static final class TypeValues {
    private final String file;
    private final String noun;
    private final Map<String, Trait> traits = new LinkedHashMap<>();
    private final List<ExposureRule> rules = new ArrayList<>();
    private final Machine machine = Machine.builder().build();

    TypeValues(String file, String noun) {
      this.file = file;
      this.noun = noun;
    }

    ResourceRules rules(ResourceType type) {
      return new ResourceRules(type, noun, traits, rules, machine);
    }
  }

  /** What was read of a trait, before it becomes one. */
  static final class TraitValues {
    ResourceType resourceType;
    String id;
    TraitType type;
    TraitRole role;
    String title;
    Phrase phrase;
    final List<String> indicators = new ArrayList<>();
    final Set<String> unless = new LinkedHashSet<>();
    final Map<Factor, FactorSource> factors = new EnumMap<>(Factor.class);
    Impact impact = Impact.UNKNOWN;
    Duration window;
    String remediation;
    String remediationUrl;
  }
}
