// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import io.breakwater.response.message.Report;
import io.breakwater.response.notice.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A report as a line for people. */
public final class ReportLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private ReportLine() {}

  /** Such as {@code 18:22:48 jira SEC-12 made Critical exposure-… http://…}. */
  public static String of(Report report) {
    return String.format(
            Locale.ROOT,
            "%s %s %-8s %-18s %-8s %s %s %s",
            TIME.format(Instant.ofEpochMilli(report.getAt())),
            report.getTarget(),
            report.getTicket().isEmpty() ? "-" : report.getTicket(),
            (report.getOnlySaid() ? "would be " : "") + word(report),
            Change.label(report.getSeverity()),
            report.getUid(),
            report.getUrl(),
            report.getDetail())
        .stripTrailing();
  }

  private static String word(Report report) {
    return report.getWhat().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
