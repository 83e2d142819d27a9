// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.RecordStream;
import java.util.Optional;

/**
 * Which dead letters a page is about.
 *
 * @param before those that came before the one with this number
 */
public record LetterSelection(
    Optional<RecordStream> stream, Optional<String> reason, Optional<Long> before) {
  public static final LetterSelection ALL =
      new LetterSelection(Optional.empty(), Optional.empty(), Optional.empty());
}
