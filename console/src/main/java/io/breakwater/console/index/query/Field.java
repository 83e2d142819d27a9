// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.Arrays;
import java.util.Optional;

/**
 * What exposures can be filtered and grouped by, under the names that the API of Security Hub has
 * for it where it has one.
 */
public enum Field {
  SEVERITY("severity"),
  STATUS("status"),
  ACCOUNT("cloud.account.uid"),
  REGION("cloud.region"),
  /** Of the primary resource. */
  RESOURCE_TYPE("resources.type"),
  /** Filters by any resource that the exposure involves, groups by the primary one. */
  RESOURCE_UID("resources.uid"),
  /** Filters by any resource that the exposure involves, groups by the primary one. */
  RESOURCE_NAME("resources.name"),
  UID("finding_info.uid"),
  TITLE("finding_info.title"),
  TYPE("finding_info.types"),
  RULE("finding_info.analytic.uid"),
  /** Several of one exposure: it counts with each. */
  TRAIT_CATEGORY("finding_info.related_events.traits.category"),
  /** Several of one exposure: it counts with each. */
  TRAIT("finding_info.traits.uid"),
  /** To filter by only. */
  VULNERABILITY("vulnerabilities.cve.uid");

  private final String path;

  Field(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  public boolean groups() {
    return this != VULNERABILITY;
  }

  public static Optional<Field> of(String path) {
    return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
  }
}
