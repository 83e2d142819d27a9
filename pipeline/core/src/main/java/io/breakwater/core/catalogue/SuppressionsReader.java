// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.core.document.Document;
import io.breakwater.core.document.Faults;
import io.breakwater.core.document.FileReader;
import io.breakwater.core.signal.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import software.amazon.event.ruler.Machine;

/** Reads and checks suppressions, gathering every fault before it gives up. */
final class SuppressionsReader {
  private static final String FORM = "suppressions/suppressions";

  private final Faults faults = new Faults();
  private final Machine machine = Machine.builder().build();

  private SuppressionsReader() {}

  static Suppressions in(Path file) {
    var reader = new SuppressionsReader();
    return reader.read(file.toString(), name -> Files.newInputStream(file));
  }

  static Suppressions of(String name, String text) {
    var reader = new SuppressionsReader();
    return reader.read(
        name, ignored -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Suppressions read(String name, FileReader files) {
    var document = Document.read(name, files, FORM, faults);
    failIfFaulty();
    var root = document.orElseThrow().root();
    var all = new ArrayList<Suppression>();
    var ids = new HashSet<String>();
    for (var node : root.path("suppressions")) {
      var suppression = suppression(node);
      if (!ids.add(suppression.id())) {
        faults.add(document.get(), node, "suppression '" + suppression.id() + "' is there twice");
      }
      pattern(document.get(), suppression.id(), node.path("pattern"));
      all.add(suppression);
    }
    failIfFaulty();
    return new Suppressions(root.path("version").asText(), all, machine);
  }

  private void failIfFaulty() {
    if (!faults.found().isEmpty()) {
      throw CatalogueException.ofSuppressions(faults.found());
    }
  }

  private static Suppression suppression(JsonNode node) {
    return new Suppression(
        node.path("id").asText(),
        node.path("reason").asText(),
        node.path("owner").asText(),
        node.path("expires").asText(),
        Severity.ofLabel(node.path("severity").asText()));
  }

  private void pattern(Document document, String id, JsonNode pattern) {
    try {
      machine.addRule(id, pattern.toString());
    } catch (IOException | RuntimeException e) {
      faults.add(
          document,
          pattern,
          "suppression '"
              + id
              + "' has a pattern that EventBridge would refuse: "
              + e.getMessage());
    }
  }
}
