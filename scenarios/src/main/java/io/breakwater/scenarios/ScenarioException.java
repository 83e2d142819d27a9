// SPDX-License-Identifier: Apache-2.0
package io.breakwater.scenarios;

import java.util.List;

/** Scenarios that cannot be run as they are, with every fault found, each with file and line. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  ScenarioException(List<String> faults) {
    super("the scenarios have faults:\n  " + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
