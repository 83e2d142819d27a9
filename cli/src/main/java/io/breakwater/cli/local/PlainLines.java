// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line for each change, and one for the books every ten seconds: for logs and pipes. */
final class PlainLines implements View {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final int WORST = 2;
  private static final int TICKS_PER_BALANCE = 10;

  private final PrintWriter out;
  private int ticks;

  PlainLines(PrintWriter out) {
    this.out = out;
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

  @Override
  public synchronized void tick(Overview overview, Counts counts) {
    if (++ticks % TICKS_PER_BALANCE == 0) {
      out.printf(Locale.ROOT, "-- open: %s; %s%n", open(overview), counts);
      out.flush();
    }
  }

  static String open(Overview overview) {
    var open = overview.bySeverity();
    return open.isEmpty()
        ? "none"
        : open.entrySet().stream()
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
