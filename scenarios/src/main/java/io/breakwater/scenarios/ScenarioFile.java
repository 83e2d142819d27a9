// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of scenarios that has its form.
 *
 * @param root whose nodes know the line in which they stand
 */
record ScenarioFile(String name, JsonNode root) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * @param faults takes all that is wrong with it
   * @return empty when there was a fault
   */
  static Optional<ScenarioFile> read(Path file, ScenarioForm form, List<String> faults) {
    var name = file.getFileName().toString();
    try {
      var bytes = Files.readAllBytes(file);
      // The reader of locations does not say where a text ceases to be JSON.
      if (!JSON.readTree(bytes).isObject()) {
        faults.add(name + ": expected a JSON object");
        return Optional.empty();
      }
      var root =
          JsonNodes.readTree(
              JSON, new ByteArrayInputStream(bytes), LocationJsonNodeFactoryFactory.getInstance());
      var departures = form.departures(root);
      departures.forEach(departure -> faults.add(name + departure));
      return departures.isEmpty() ? Optional.of(new ScenarioFile(name, root)) : Optional.empty();
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      faults.add(
          name
              + (at == null ? "" : ":" + at.getLineNr())
              + ": is not JSON: "
              + e.getOriginalMessage());
    } catch (IOException e) {
      faults.add(name + ": cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  static int line(JsonNode node) {
    return JsonNodes.tokenLocationOf(node).getLineNr();
  }
}
