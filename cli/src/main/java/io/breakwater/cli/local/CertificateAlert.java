// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a revision says of a certificate, as far as a table shows it.
 *
 * @param name its domain
 * @param end of its validity; empty when nobody said
 */
record CertificateAlert(Revision revision, String name, Optional<Instant> end) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  /** Reads one record of the certificates stream. */
  static CertificateAlert of(byte[] ocsf) {
    var revision = Revision.of(ocsf);
    try {
      var finding = JSON.readTree(ocsf);
      var end = finding.at("/unmapped/certificate/expires_at");
      return new CertificateAlert(
          revision,
          finding.at("/evidences/0/tls/certificate/sans/0/name").asText(revision.resource()),
          end.isMissingNode() ? Optional.empty() : Optional.of(Instant.parse(end.asText())));
    } catch (IOException e) {
      throw new UncheckedIOException("the job wrote something that is no JSON", e);
    }
  }

  /** Whole days that are left, below zero after its end; a dash when nobody said. */
  String daysLeft(Instant now) {
    return end.map(until -> Duration.between(now, until).toSeconds() / SECONDS_PER_DAY)
        .map(days -> (int) Math.floor(days) + " d")
        .orElse("-");
  }
}
