// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import java.nio.file.Path;
import java.util.List;

/** Where scenarios of certificates are read from. */
public final class CertificateScenarios {
  /** Where they are in a directory of scenarios. */
  public static final String DIRECTORY = "certificates";

  private CertificateScenarios() {}

  /**
   * Those that ship with Breakwater, for the catalogue that ships with it.
   *
   * @throws ScenarioException naming every fault
   */
  public static List<CertificateScenario> builtIn() {
    return ScenarioDirectory.builtIn(scenarios -> in(scenarios.resolve(DIRECTORY)));
  }

  /**
   * Those in the files {@code *.json} of a directory, by file name, then in the order of the file.
   *
   * @throws ScenarioException naming every fault
   */
  public static List<CertificateScenario> in(Path directory) {
    return new CertificateScenarioReader().read(ScenarioDirectory.files(directory));
  }
}
