// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.query;

import java.util.List;

/**
 * One certificate alert with its past.
 *
 * @param json the record that says what it is now, as it came
 * @param revisions the latest first, as far as they are kept
 * @param reports what the response job did about it, the latest first
 */
public record CertificateDetail(
    Certificate certificate,
    String json,
    List<ExposureDetail.Past> revisions,
    List<Ticket> tickets,
    List<ExposureDetail.Told> reports) {
  public CertificateDetail {
    revisions = List.copyOf(revisions);
    tickets = List.copyOf(tickets);
    reports = List.copyOf(reports);
  }
}
