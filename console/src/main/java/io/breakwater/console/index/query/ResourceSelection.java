// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.Optional;

/**
 * Which resources a page is about; all of them have to do with open exposures.
 *
 * @param search words that the ARN or the name has, the last one as a beginning; empty for no
 *     search
 */
public record ResourceSelection(String search, Optional<String> type, Optional<String> account) {
  public static final ResourceSelection ALL =
      new ResourceSelection("", Optional.empty(), Optional.empty());

  /**
   * @throws IllegalArgumentException for more than a person would ask for
   */
  public ResourceSelection {
    Selection.checkSearch(search);
  }
}
