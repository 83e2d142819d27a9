// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.utils.JsonNodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The form of a file of scenarios, as JSON Schema: which fields there are, and what they hold. */
final class ScenarioForm {
  static final ScenarioForm OF_EXPOSURES = new ScenarioForm("scenarios.schema.json");
  static final ScenarioForm OF_CERTIFICATES = new ScenarioForm("certificates.schema.json");

  private final JsonSchema schema;

  private ScenarioForm(String name) {
    schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                ScenarioForm.class.getResourceAsStream("/breakwater/scenarios/schema/" + name),
                SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .build());
  }

  /** Where a file departs from its form, each as {@code :line: scenario 'name': …}. */
  List<String> departures(JsonNode root) {
    var departures = new ArrayList<String>();
    schema.validate(root).stream()
        .sorted(Comparator.comparing(message -> message.getInstanceLocation().toString()))
        .forEach(message -> departures.add(":" + line(message) + ": " + sentence(root, message)));
    return departures;
  }

  private static int line(ValidationMessage message) {
    var node = message.getInstanceNode();
    var property = message.getProperty();
    var offender = property != null && node.has(property) ? node.get(property) : node;
    return JsonNodes.tokenLocationOf(offender).getLineNr();
  }

  private static String sentence(JsonNode root, ValidationMessage message) {
    var path = message.getInstanceLocation();
    var sentence = new StringBuilder();
    int from = 0;
    if (path.getNameCount() > 1 && path.getElement(0).equals("scenarios")) {
      var scenario = root.path("scenarios").path(Integer.parseInt(path.getElement(1).toString()));
      sentence.append("scenario '").append(scenario.path("name").asText()).append("': ");
      from = 2;
    }
    for (int i = from; i < path.getNameCount(); i++) {
      sentence.append('/').append(path.getElement(i));
    }
    if (from < path.getNameCount()) {
      sentence.append(": ");
    }
    return sentence.append(error(message)).toString();
  }

  private static String error(ValidationMessage message) {
    return message.getType().equals("additionalProperties")
            || message.getType().equals("unevaluatedProperties")
        ? "unknown field '" + message.getProperty() + "'"
        : message.getError();
  }
}
