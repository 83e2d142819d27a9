// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.Severity;
import java.time.Instant;
import java.util.List;

/**
 * Exposures that have a value in common.
 *
 * @param worst the highest severity among them
 * @param latest when the last of them changed
 * @param within the second level; empty where there is none
 */
public record Group(
    String value,
    long exposures,
    long critical,
    Severity worst,
    Instant latest,
    List<Group> within) {
  public Group {
    within = List.copyOf(within);
  }
}
