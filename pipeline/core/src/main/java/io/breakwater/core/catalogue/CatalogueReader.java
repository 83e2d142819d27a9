// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.severity.SeverityModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and checks a catalogue as a whole, gathering every fault before it gives up. */
final class CatalogueReader {
  private static final String CLASS_PATH_ROOT = "/breakwater/catalogue/";
  private static final String MAIN = "catalogue.json";
  private static final String DEFAULT_WINDOW = "default";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final FileReader files;
  private final Faults faults = new Faults();
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
    var main = file(MAIN);
    var version = faults.text(MAIN + ":", "/version", main);
    names(main, "traits");
    names(main, "exposures");
    main.path("traits").forEach(name -> traits(name.asText()));
    main.path("exposures").forEach(name -> exposures(name.asText()));
    var severity = severity(main.path("severity").asText("severity.json"));
    var windows = windows(main.path("windows"));
    var rules = new HashMap<ResourceType, ResourceRules>();
    types.forEach((type, values) -> rules.put(type, values.rules(type)));
    if (!faults.found().isEmpty()) {
      throw new CatalogueException(faults.found());
    }
    var defaultWindow = windows.remove(DEFAULT_WINDOW);
    return new Catalogue(version, rules, severity, windows, defaultWindow);
  }

  private void names(JsonNode main, String field) {
    if (main.path(field).isEmpty()) {
      faults.add(MAIN + ": names no files of " + field);
    }
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
                    faults.duration(
                        MAIN + ": /windows/" + field.getKey(), field.getValue().asText())));
    if (!windows.containsKey(DEFAULT_WINDOW)) {
      faults.add(MAIN + ": /windows needs a default, such as \"P90D\"");
    }
    return windows;
  }

  private void traits(String name) {
    var root = file(name);
    var typeName = faults.text(name + ":", "/resourceType", root);
    if (typeName.isEmpty()) {
      return;
    }
    var type = ResourceType.named(typeName);
    var values = new TypeValues(name, faults.text(name + ":", "/noun", root));
    if (types.put(type, values) != null) {
      faults.add(name + ": " + typeName + " has its traits in another file already");
    }
    var reader = new TraitReader(type, values, faults);
    root.path("traits").forEach(reader::read);
    reader.checkReferences();
  }

  private void exposures(String name) {
    var root = file(name);
    var typeName = root.path("resourceType").asText("?");
    var type = types.get(ResourceType.named(typeName));
    if (type == null) {
      faults.add(name + ": " + typeName + " has no traits");
      return;
    }
    var reader = new ExposureRuleReader(name, type, faults);
    root.path("rules").forEach(reader::read);
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
}
