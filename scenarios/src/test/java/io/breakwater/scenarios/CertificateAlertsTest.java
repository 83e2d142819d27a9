// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.breakwater.core.catalogue.Catalogue;
import io.breakwater.core.ocsf.CertificateAlertWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The alerts that readers get in the scenarios of certificates that ship with Breakwater. */
final class CertificateAlertsTest {
  private static final Catalogue CATALOGUE = Catalogue.builtIn();
  private static final CertificateAlertWriter WRITER =
      new CertificateAlertWriter(CATALOGUE, "0.0.0-test");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** Where it is, OCSF 1.6.0 compiled to JSON Schema lies beside the repository. */
  private static final Path OCSF =
      Path.of("..", "..", "shared", "ocsf", "1.6.0", "detection_finding.schema.json");

  @Test
  void every_alert_is_valid_by_our_schema() {
    var schema =
        SCHEMAS.getSchema(
            CertificateAlertsTest.class.getResourceAsStream(
                "/breakwater/records/certificate-alert.schema.json"));

    assertThat(faults(schema)).isEmpty();
  }

  @Test
  void every_alert_is_valid_by_ocsf() throws IOException {
    assumeTrue(Files.isRegularFile(OCSF), "OCSF 1.6.0 is not beside the repository");

    var schema = SCHEMAS.getSchema(Files.readString(OCSF));

    assertThat(faults(schema)).isEmpty();
  }

  private static List<String> faults(JsonSchema schema) {
    var faults = new ArrayList<String>();
    for (var scenario : CertificateScenarios.builtIn()) {
      for (var revision : CertificateScenarioRun.of(scenario, CATALOGUE).revisions()) {
        var alert = new String(WRITER.toJson(revision), StandardCharsets.UTF_8);
        schema
            .validate(alert, InputFormat.JSON)
            .forEach(fault -> faults.add(scenario + ": " + fault.getMessage()));
      }
    }
    return faults;
  }
}
