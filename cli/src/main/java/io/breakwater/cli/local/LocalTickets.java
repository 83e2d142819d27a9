// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.console.LocalConsole;
import io.breakwater.cli.respond.FakeTargets;
import io.breakwater.cli.respond.ReportReceiver;
import io.breakwater.cli.respond.RespondRun;
import io.breakwater.cli.respond.RevisionFeed;
import io.breakwater.console.index.RecordStream;
import io.breakwater.response.ResponseSettings;
import io.breakwater.response.message.DeadEnd;
import io.breakwater.response.message.Report;
import io.breakwater.response.record.ResponseRecords;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The response job beside the correlation job, with a stand-in for Jira. */
final class LocalTickets implements AutoCloseable {
  private final FakeTargets fakes;
  private final RevisionFeed feed = new RevisionFeed();
  private final Map<Report.What, Long> counts = new EnumMap<>(Report.What.class);
  private volatile View view;
  private volatile LocalConsole console;
  private ReportReceiver reports;
  private RespondRun run;

  private LocalTickets(FakeTargets fakes) {
    this.fakes = fakes;
  }

  static LocalTickets start() throws Exception {
    var tickets = new LocalTickets(FakeTargets.start());
    try {
      tickets.reports = new ReportReceiver(tickets::reported, tickets::gaveUp);
      tickets.run =
          RespondRun.start(
              tickets.feed,
              tickets.reports,
              ResponseSettings.of("the plan of the stand-in", tickets.fakes.plan()));
      return tickets;
    } catch (Exception e) {
      tickets.close();
      throw e;
    }
  }

  /** Who is told; before revisions come. */
  void show(View with) {
    view = with;
  }

  /**
   * What shows it in a browser; before revisions come.
   *
   * @param with null for nothing
   */
  void showIn(LocalConsole with) {
    console = with;
  }

  /** A revision was written; those of one exposure in order. */
  void hear(byte[] json) {
    feed.add(json);
  }

  private void reported(Report report) {
    synchronized (counts) {
      counts.merge(report.getWhat(), 1L, Long::sum);
    }
    var shownIn = console;
    if (shownIn != null) {
      shownIn.accept(RecordStream.REPORTS, ResponseRecords.of(report).json());
    }
    var shown = view;
    if (shown != null) {
      shown.ticketChanged(report);
    }
  }

  private void gaveUp(DeadEnd end) {
    var shownIn = console;
    if (shownIn != null) {
      for (var record : ResponseRecords.of(end)) {
        shownIn.accept(RecordStream.RESPONSE_DEAD_LETTERS, record.json());
      }
    }
  }

  /** Such as {@code tickets: 12 made, 3 closed, 7 comments; a stand-in for Jira is at …}. */
  String summary() {
    synchronized (counts) {
      return String.format(
          Locale.ROOT,
          "tickets: %d made, %d closed, %d times told of changes. %s",
          counts.getOrDefault(Report.What.MADE, 0L),
          counts.getOrDefault(Report.What.CLOSED, 0L),
          counts.getOrDefault(Report.What.TOLD, 0L),
          fakes.where());
    }
  }

  @Override
  public void close() {
    if (run != null) {
      run.close();
    }
    if (reports != null) {
      reports.close();
    }
    feed.close();
    fakes.close();
  }
}
