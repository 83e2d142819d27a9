// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.List;
import java.util.Optional;

/**
 * Some alerts of many, by when the certificate expires; those of which nobody knows come last.
 *
 * @param next what to ask for the next page with; empty on the last one
 */
public record CertificatePage(List<Certificate> certificates, Optional<Cursor> next) {
  public CertificatePage {
    certificates = List.copyOf(certificates);
  }

  /**
   * The last alert of a page.
   *
   * @param expires in milliseconds since 1970; the greatest number where nobody knows
   */
  public record Cursor(long expires, String uid) {}
}
