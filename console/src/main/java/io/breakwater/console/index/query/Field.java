// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
  /** A product that findings behind it come from. Several of one exposure: it counts with each. */
  SOURCE("finding_info.related_events.product.name"),
  /** Whose the primary resource is; empty where nobody has said it. */
  OWNER("resources.owner.name"),
  /**
   * The status of the ticket that was told of last, or what happened to it where its system tells
   * no status; empty where there is no ticket.
   */
  TICKET("ticket.status"),
  /**
   * A tag of the primary resource, as {@code name=value}. Several of one exposure: it counts with
   * each.
   */
  TAG("resources.tags"),
  /** Several of one exposure: it counts with each. */
  VULNERABILITY("vulnerabilities.cve.uid"),
  /** When the episode began. To filter by only, with times. */
  OPENED("finding_info.created_time_dt"),
  /** When it came to what it is. To filter by only, with times. */
  CHANGED("finding_info.modified_time_dt");

  private static final Set<Field> TIMES = EnumSet.of(OPENED, CHANGED);

  private final String path;

  Field(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  public boolean groups() {
    return !isTime();
  }

  /** Whether it is compared as a time, and not as a text. */
  public boolean isTime() {
    return TIMES.contains(this);
  }

  public static Optional<Field> of(String path) {
    return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
  }
}
