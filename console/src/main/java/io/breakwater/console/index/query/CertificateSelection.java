// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import io.breakwater.console.index.query.Selection.State;
import java.time.Instant;
import java.util.Optional;

/**
 * Which certificate alerts a page is about.
 *
 * @param state whether the alert is open
 * @param stage where the certificate stands in its life, as {@link Certificate#state} has it
 * @param search what the common name, the title or the ARN has in it, in any case; empty for no
 *     search
 * @param expiresBefore certificates of which nobody knows when they expire are left out
 */
public record CertificateSelection(
    State state,
    Optional<String> stage,
    Optional<String> account,
    String search,
    Optional<Instant> expiresBefore) {
  public static final CertificateSelection OPEN =
      new CertificateSelection(
          State.OPEN, Optional.empty(), Optional.empty(), "", Optional.empty());

  /**
   * @throws IllegalArgumentException for more than a person would ask for
   */
  public CertificateSelection {
    Selection.checkSearch(search);
  }
}
