// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.List;

/**
 * One resource.
 *
 * @param exposures those that involve it: the open ones first, of these the most severe; at most
 *     200
 */
public record ResourceDetail(Resource resource, List<Involvement> exposures) {
  public ResourceDetail {
    exposures = List.copyOf(exposures);
  }

  /**
   * An exposure, and the part that the resource has in it.
   *
   * @param role Target where it is the exposed one, Related where traits come from it or lead
   *     through it, Affected where it can be reached
   */
  public record Involvement(Exposure exposure, String role) {}
}
