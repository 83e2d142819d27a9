// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.List;
import java.util.Optional;

/**
 * Some resources of many: first those that most critical exposures involve, of these those that
 * most high ones do, and so on.
 *
 * @param next what to ask for the next page with; empty on the last one
 */
public record ResourcePage(List<Resource> resources, Optional<Cursor> next) {
  public ResourcePage {
    resources = List.copyOf(resources);
  }

  /** The last resource of a page. */
  public record Cursor(long critical, long high, long medium, long low, long other, String uid) {}
}
