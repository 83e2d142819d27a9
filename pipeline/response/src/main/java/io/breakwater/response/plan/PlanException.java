// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.plan;

import java.util.List;

/** A plan that cannot be used, with every fault found, each with its line. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public PlanException(List<String> faults) {
    super(
        "the plan of responses has "
            + (faults.size() == 1 ? "a fault" : faults.size() + " faults")
            + ":\n  "
            + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
