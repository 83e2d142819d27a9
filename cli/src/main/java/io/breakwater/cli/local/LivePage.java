// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.core.signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * A terminal full of what is open, the worst first, of certificates that somebody has to see to,
 * and of what happened last. The fewer rows there are, the fewer each part gets; exposures stay.
 *
 * @param now by the wall clock
 * @param certificateTime what time it is for certificates
 * @param hint a line for the bottom, such as how to stop
 */
record LivePage(
    Overview overview,
    Counts counts,
    Duration running,
    Instant now,
    Instant certificateTime,
    String hint) {
  private static final int MOST_CERTIFICATES = 5;
  private static final int MOST_LATEST = 6;

  /**
   * The head with an empty line, the head of the table, the line for what it leaves out, the hint.
   */
  private static final int FRAME = 8;

  /** As many lines as there are rows. */
  List<AttributedString> lines(int rows) {
    int free = Math.max(1, rows - FRAME);
    int certificates = share(free / 4, MOST_CERTIFICATES);
    int latest = share(free / 3, MOST_LATEST);
    var page = head();
    exposures(page, free - certificates - latest);
    certificates(page, certificates);
    latest(page, latest);
    page.add(plain(hint));
    return page.subList(0, Math.min(rows, page.size()));
  }

  /** With its head, or nothing where only the head would have a place. */
  private static int share(int rows, int most) {
    int granted = Math.min(rows, most + 1);
    return granted < 2 ? 0 : granted;
  }

  private List<AttributedString> head() {
    var page = new ArrayList<AttributedString>();
    page.add(bold("Breakwater   open: " + PlainLines.open(overview)));
    page.add(plain(counts + since()));
    page.add(plain(PlainLines.certificates(overview, certificateTime)));
    page.add(plain("shared choke points: " + PlainLines.shared(overview)));
    page.add(AttributedString.EMPTY);
    return page;
  }

  private String since() {
    return String.format(
        Locale.ROOT, "   %d:%02d min", running.toMinutes(), running.toSecondsPart());
  }

  private void exposures(List<AttributedString> page, int rows) {
    page.add(bold(row("SEVERITY", "SINCE", "RESOURCE", "ACCOUNT", "EXPOSURE")));
    var open = overview.open();
    fill(page, rows, open.stream().limit(rows).map(this::open).toList());
    page.add(
        open.size() > rows
            ? plain("… and " + (open.size() - rows) + " more")
            : AttributedString.EMPTY);
  }

  private void certificates(List<AttributedString> page, int rows) {
    if (rows > 0) {
      page.add(bold(certificate("SEVERITY", "LEFT", "CERTIFICATE", "ACCOUNT", "ALERT")));
      var alerts = overview.certificates().stream().limit(rows - 1L).map(this::certificate);
      fill(page, rows - 1, alerts.toList());
    }
  }

  private void latest(List<AttributedString> page, int rows) {
    if (rows > 0) {
      page.add(bold("LATEST"));
      fill(page, rows - 1, overview.latest().stream().limit(rows - 1L).map(this::latest).toList());
    }
  }

  /** Empty lines below keep the parts in their places. */
  private static void fill(List<AttributedString> page, int rows, List<AttributedString> lines) {
    page.addAll(lines);
    for (int i = lines.size(); i < rows; i++) {
      page.add(AttributedString.EMPTY);
    }
  }

  private AttributedString open(Revision revision) {
    return coloured(
        revision.severity(),
        row(
            revision.severity().label(),
            age(revision.time()),
            revision.resource(),
            revision.account(),
            revision.title()));
  }

  private AttributedString certificate(CertificateAlert alert) {
    var revision = alert.revision();
    return coloured(
        revision.severity(),
        certificate(
            revision.severity().label(),
            alert.daysLeft(certificateTime),
            alert.name(),
            revision.account(),
            revision.title()));
  }

  private AttributedString latest(Change change) {
    var revision = change.revision();
    return coloured(
        revision.severity(),
        String.format(
            "%-9s%7s  %-24s %-24s %s",
            revision.severity().label(),
            age(revision.time()),
            change.word(),
            revision.resource(),
            revision.title()));
  }

  private static String row(
      String severity, String since, String resource, String account, String title) {
    return String.format("%-9s%7s  %-24s %-12s  %s", severity, since, resource, account, title);
  }

  private static String certificate(
      String severity, String left, String name, String account, String title) {
    return String.format("%-9s%7s  %-32.32s %-12s  %s", severity, left, name, account, title);
  }

  private String age(Instant time) {
    long seconds = Math.max(0, Duration.between(time, now).toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }

  /** The severity, which comes first. */
  private static AttributedString coloured(Severity severity, String line) {
    int end = severity.label().length();
    return new AttributedStringBuilder()
        .styled(style(severity), line.substring(0, end))
        .append(line.substring(end))
        .toAttributedString();
  }

  private static AttributedStyle style(Severity severity) {
    return switch (severity) {
      case CRITICAL -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
      case HIGH -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
      case MEDIUM -> AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
      default -> AttributedStyle.DEFAULT;
    };
  }

  private static AttributedString bold(String text) {
    return new AttributedString(text, AttributedStyle.BOLD);
  }

  private static AttributedString plain(String text) {
    return new AttributedString(text);
  }
}
