// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.List;
import java.util.Optional;

/**
 * Some exposures of many, the most severe first, of these what changed last first.
 *
 * @param next what to ask for the next page with; empty on the last one
 * @param total how many there are on all pages
 */
public record Page(List<Exposure> exposures, Optional<Cursor> next, long total) {
  public Page {
    exposures = List.copyOf(exposures);
  }

  /** The last exposure of a page. The next page begins behind it, whatever has come since. */
  public record Cursor(int severity, long changed, String uid) {}
}
