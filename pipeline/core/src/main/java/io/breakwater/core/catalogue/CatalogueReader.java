// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.certificate.CertificateRules;
import io.breakwater.core.certificate.CertificateRulesReader;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import io.breakwater.core.document.FileReader;
import io.breakwater.core.resource.ResourceType;
import io.breakwater.core.severity.SeverityModel;
import io.breakwater.core.severity.SeverityModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and checks a catalogue as a whole, gathering every fault before it gives up. */
final class CatalogueReader {
  private static final String CLASS_PATH_ROOT = "/breakwater/catalogue/";
  private static final String FORMS = "catalogue/schema/";
  private static final String MAIN = "catalogue.json";
  private static final String DEFAULT_WINDOW = "default";

  private final FileReader files;
  private final Faults faults = new Faults();
  private final Map<ResourceType, TypeValues> types = new LinkedHashMap<>();

  private CatalogueReader(FileReader files) {
    this.files = files;
  }

  static Catalogue fromClassPath() {
    return read(CatalogueReader::resource);
  }

  /**
   * Reads the files that a catalogue consists of, by the names that it gives them.
   *
   * @throws CatalogueException naming every fault
   */
  static Catalogue read(FileReader files) {
    return new CatalogueReader(files).read();
  }

  /** A file of the catalogue that ships. */
  static InputStream resource(String name) throws IOException {
    var stream = CatalogueReader.class.getResourceAsStream(CLASS_PATH_ROOT + name);
    if (stream == null) {
      throw new NoSuchFileException(CLASS_PATH_ROOT + name);
    }
    return stream;
  }

  private Catalogue read() {
    var main = document(MAIN, "catalogue");
    if (main.isEmpty()) {
      throw new CatalogueException(faults.found());
    }
    var root = main.get().root();
    types(main.get());
    var windows = windows(main.get());
    var severity = severity(root);
    var certificates = certificates(root);
    var indicators =
        document(root.path("indicators").asText(), "indicators")
            .map(document -> Indicators.read(document, faults))
            .orElseGet(Indicators::new);
    for (var name : root.path("traits")) {
      document(name.asText(), "traits").ifPresent(document -> traits(document, indicators));
    }
    types.values().forEach(type -> type.checkReferences(faults));
    document(root.path("attack").asText(), "attack")
        .map(document -> new AttackReader(document, faults))
        .ifPresent(attacks -> exposures(root.path("exposures"), attacks));
    for (var type : types.values()) {
      if (type.rules.isEmpty()) {
        faults.add(MAIN, type.resourceType + " has no exposure rules");
      }
    }
    if (!faults.found().isEmpty()) {
      throw new CatalogueException(faults.found());
    }
    var rules = new LinkedHashMap<ResourceType, ResourceRules>();
    types.forEach((type, values) -> rules.put(type, values.rules()));
    var defaultWindow = windows.remove(DEFAULT_WINDOW);
    return new Catalogue(
        root.path("version").asText(),
        rules,
        severity.orElseThrow(),
        certificates.orElseThrow(),
        windows,
        defaultWindow);
  }

  private void types(Document main) {
    for (var node : main.root().path("types")) {
      var type = ResourceType.named(node.path("resourceType").asText("?"));
      if (types.put(type, new TypeValues(type, node.path("noun").asText())) != null) {
        faults.add(main, node, type + " is there twice");
      }
    }
  }

  private Map<String, Duration> windows(Document main) {
    var windows = new HashMap<String, Duration>();
    for (var field : main.root().path("windows").properties()) {
      faults
          .duration(main, field.getValue(), "window of " + field.getKey())
          .ifPresent(window -> windows.put(field.getKey(), window));
    }
    return windows;
  }

  private Optional<SeverityModel> severity(JsonNode main) {
    return document(main.path("severity").asText(), "severity")
        .flatMap(
            document ->
                SeverityModelReader.read(
                    document.root(), (node, fault) -> faults.add(document, node, fault)));
  }

  private Optional<CertificateRules> certificates(JsonNode main) {
    return document(main.path("certificates").asText(), "certificates")
        .flatMap(
            document ->
                CertificateRulesReader.read(
                    document.root(), (node, fault) -> faults.add(document, node, fault)));
  }

  private void traits(Document document, Indicators indicators) {
    for (var name : document.root().path("resourceTypes")) {
      var type = types.get(ResourceType.named(name.asText("?")));
      if (type == null) {
        faults.add(document, name, name.asText() + " is no type of " + MAIN);
        continue;
      }
      var reader = new TraitReader(document, type, indicators, faults);
      document.root().path("traits").forEach(reader::read);
    }
  }

  private void exposures(JsonNode names, AttackReader attacks) {
    for (var name : names) {
      document(name.asText(), "exposures").ifPresent(document -> exposures(document, attacks));
    }
  }

  private void exposures(Document document, AttackReader attacks) {
    var name = document.root().path("resourceType");
    var type = types.get(ResourceType.named(name.asText("?")));
    if (type == null) {
      faults.add(document, name, name.asText() + " is no type of " + MAIN);
      return;
    }
    var reader = new ExposureRuleReader(document, type, attacks, faults);
    document.root().path("rules").forEach(reader::read);
  }

  /** Empty, with a fault, for what cannot be read; what departs from its form is read on. */
  private Optional<Document> document(String name, String form) {
    return name.isEmpty() ? Optional.empty() : Document.read(name, files, FORMS + form, faults);
  }
}
