// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.List;

/** Rules that cannot be used, with every fault found, each with its file. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  CatalogueException(List<String> faults) {
    this("the catalogue has ", faults);
  }

  static CatalogueException ofSuppressions(List<String> faults) {
    return new CatalogueException("the suppressions have ", faults);
  }

  static CatalogueException ofExploitationData(List<String> faults) {
    return new CatalogueException("the exploitation data has ", faults);
  }

  private CatalogueException(String begin, List<String> faults) {
    super(
        begin
            + (faults.size() == 1 ? "a fault" : faults.size() + " faults")
            + ":\n  "
            + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
