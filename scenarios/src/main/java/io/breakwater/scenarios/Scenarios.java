// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import java.nio.file.Path;
import java.util.List;

/** Where scenarios of exposures are read from. */
public final class Scenarios {
  private Scenarios() {}

  /**
   * Those that ship with Breakwater, for the catalogue that ships with it.
   *
   * @throws ScenarioException naming every fault
   */
  public static List<Scenario> builtIn() {
    return ScenarioDirectory.builtIn(Scenarios::in);
  }

  /**
   * Those in the files {@code *.json} of a directory, by file name, then in the order of the file.
   *
   * @throws ScenarioException naming every fault
   */
  public static List<Scenario> in(Path directory) {
    return new ScenarioReader().read(ScenarioDirectory.files(directory));
  }
}
