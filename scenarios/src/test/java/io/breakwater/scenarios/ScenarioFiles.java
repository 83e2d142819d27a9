// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenarios as somebody writes them, in a directory of their own. */
final class ScenarioFiles {
  static final String NAME = "own.json";

  private ScenarioFiles() {}

  /** A file of EC2 instances; the first of these lines is the fourth of the file. */
  static Path of(Path directory, String scenarios) {
    return write(
        directory,
        """
        {
          "resourceType": "AWS::EC2::Instance",
          "scenarios": [
        """
            + scenarios
            + "]}");
  }

  /** A file of certificates; the first of these lines is the third of the file. */
  static Path ofCertificates(Path directory, String scenarios) {
    return write(directory, "{\n  \"scenarios\": [\n" + scenarios + "]}");
  }

  static Path write(Path directory, String content) {
    try {
      Files.writeString(directory.resolve(NAME), content);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scenario only(Path directory, String scenario) {
    return Scenarios.in(of(directory, scenario)).get(0);
  }

  static CertificateScenario onlyCertificate(Path directory, String scenario) {
    return CertificateScenarios.in(ofCertificates(directory, scenario)).get(0);
  }

  static List<String> faults(Path directory) {
    return catchThrowableOfType(ScenarioException.class, () -> Scenarios.in(directory)).faults();
  }

  static List<String> certificateFaults(Path directory) {
    return catchThrowableOfType(ScenarioException.class, () -> CertificateScenarios.in(directory))
        .faults();
  }
}
