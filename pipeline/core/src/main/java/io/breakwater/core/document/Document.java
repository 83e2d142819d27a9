// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.serialization.node.JsonLocationAware;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/** One file of rules, each node of which knows its line. */
public final class Document {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String name;
  private final JsonNode root;

  public Document(String name, JsonNode root) {
    this.name = Objects.requireNonNull(name);
    this.root = Objects.requireNonNull(root);
  }

  /**
   * Reads a file and checks its form. Empty, with a fault, for what cannot be read; what departs
   * from its form is read all the same.
   */
  public static Optional<Document> read(String name, FileReader files, String form, Faults faults) {
    try (var stream = files.open(name)) {
      var bytes = stream.readAllBytes();
      // The reader of locations does not say where a text ceases to be JSON.
      if (!JSON.readTree(bytes).isObject()) {
        faults.add(name, "expected a JSON object");
        return Optional.empty();
      }
      var root =
          JsonNodes.readTree(
              JSON, new ByteArrayInputStream(bytes), LocationJsonNodeFactoryFactory.getInstance());
      var document = new Document(name, root);
      Forms.check(form, document, faults);
      return Optional.of(document);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      faults.add(
          at == null ? name : name + ":" + at.getLineNr(),
          "is not JSON: " + e.getOriginalMessage());
    } catch (NoSuchFileException e) {
      faults.add(name, "no such file");
    } catch (IOException e) {
      faults.add(name, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** As whoever refers to it names it. */
  public String name() {
    return name;
  }

  public JsonNode root() {
    return root;
  }

  /** Where a node is, such as {@code traits/ec2-instance.json:12}; a missing node is in no line. */
  public String at(JsonNode node) {
    return node instanceof JsonLocationAware
        ? name + ":" + ((JsonLocationAware) node).tokenLocation().getLineNr()
        : name;
  }
}
