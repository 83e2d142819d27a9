// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.ocsf.ExposureFindingWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The findings that readers get in the scenarios that ship with Breakwater. */
final class ScenarioFindingsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final ExposureFindingWriter WRITER =
      new ExposureFindingWriter(CATALOGUE, "0.0.0-test");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** Where it is, OCSF 1.6.0 compiled to JSON Schema lies beside the repository. */
  private static final Path OCSF =
      Path.of("..", "..", "shared", "ocsf", "1.6.0", "detection_finding.schema.json");

  @Test
  void every_finding_is_valid_by_our_schema() {
    var schema =
        SCHEMAS.getSchema(
            ScenarioFindingsTest.class.getResourceAsStream(
                "/breakwater/records/exposure-finding.schema.json"));

    assertThat(faults(schema)).isEmpty();
  }

  @Test
  void every_finding_is_valid_by_ocsf() throws IOException {
    assumeTrue(Files.isRegularFile(OCSF), "OCSF 1.6.0 is not beside the repository");

    var schema = SCHEMAS.getSchema(Files.readString(OCSF));

    assertThat(faults(schema)).isEmpty();
  }

  private static List<String> faults(JsonSchema schema) {
    var faults = new ArrayList<String>();
    for (var scenario : Scenarios.builtIn()) {
      for (var revision : ScenarioRun.of(scenario, CATALOGUE).revisions()) {
        var finding = new String(WRITER.toJson(revision), StandardCharsets.UTF_8);
        schema
            .validate(finding, InputFormat.JSON)
            .forEach(fault -> faults.add(scenario + ": " + fault.getMessage()));
      }
    }
    return faults;
  }
}
