// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.respond.ReportLine;
import io.breakwater.core.signal.Severity;
import io.breakwater.response.message.Report;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A line for each change, and one for the books every ten seconds: for logs and pipes. */
final class PlainLines implements View {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
  private static final int WORST = 2;
  private static final int TICKS_PER_BALANCE = 10;

  private final PrintWriter out;
  private final Clock certificateClock;
  private int ticks;

  PlainLines(PrintWriter out, Clock certificateClock) {
    this.out = out;
    this.certificateClock = certificateClock;
  }

  @Override
  public synchronized void changed(Change change) {
    var revision = change.revision();
    out.printf(
        Locale.ROOT,
        "%s %-8s %-24s %s (%s, %s, %s)%n",
        TIME.format(revision.time()),
        revision.severity().label(),
        change.word(),
        revision.title(),
        revision.resource(),
        revision.account(),
        revision.region());
    out.flush();
  }

  /** By the day that it is for certificates, which age faster here. */
  @Override
  public synchronized void certificateChanged(Change change) {
    var revision = change.revision();
    out.printf(
        Locale.ROOT,
        "%s %-8s %-24s %s (%s, %s)%n",
        DAY.format(revision.time()),
        revision.severity().label(),
        change.word(),
        revision.title(),
        revision.account(),
        revision.region());
    out.flush();
  }

  @Override
  public synchronized void ticketChanged(Report report) {
    out.println(ReportLine.of(report));
    out.flush();
  }

  @Override
  public synchronized void tick(Overview overview, Counts counts) {
    if (++ticks % TICKS_PER_BALANCE == 0) {
      out.printf(
          Locale.ROOT,
          "-- open: %s; %s; %s%n",
          open(overview),
          certificates(overview, certificateClock.instant()),
          counts);
      out.flush();
    }
  }

  static String open(Overview overview) {
    return counts(overview.bySeverity());
  }

  /** How many certificates somebody has to see to on the day, by severity. */
  static String certificates(Overview overview, Instant day) {
    return "certificates on " + DAY.format(day) + ": " + counts(overview.certificatesBySeverity());
  }

  private static String counts(Map<Severity, Long> bySeverity) {
    return bySeverity.isEmpty()
        ? "none"
        : bySeverity.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().label())
            .collect(Collectors.joining(", "));
  }

  /** How many choke points several exposures share, and the one or two that help most. */
  static String shared(Overview overview) {
    var points = overview.shared();
    return points.isEmpty()
        ? "none"
        : points.size()
            + "; "
            + points.stream()
                .limit(WORST)
                .map(SharedPoint::toString)
                .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    out.flush();
  }
}
