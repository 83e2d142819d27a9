// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.catalogue;

import java.util.List;

/** A catalogue that cannot be used, with every fault found, each with its file. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  CatalogueException(List<String> faults) {
    super(
        "the catalogue has "
            + (faults.size() == 1 ? "a fault" : faults.size() + " faults")
            + ":\n  "
            + String.join("\n  ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
