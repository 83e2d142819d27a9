// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.core.signal.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The whole terminal: what is open, the worst first, above what happened last. Once a second. */
final class LiveTable implements View {
  private static final int LATEST_ROWS = 6;
  private static final int FRAME_ROWS = 9;

  private final Terminal terminal;
  private final Display display;
  private final Instant started = Instant.now();
  private final String hint;

  /**
   * @param hint a line for the bottom, such as how to stop
   */
  LiveTable(String hint) throws IOException {
    this.hint = hint;
    terminal = TerminalBuilder.builder().system(true).dumb(false).nativeSignals(false).build();
    display = new Display(terminal, true);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.flush();
  }

  /** The next tick shows it. */
  @Override
  public void changed(Change change) {}

  @Override
  public void certificateChanged(Change change) {}

  @Override
  public void tick(Overview overview, Counts counts) {
    Size size = terminal.getSize();
    display.resize(size.getRows(), size.getColumns());
    var lines = new ArrayList<AttributedString>();
    for (var line :
        page(overview, counts, Math.max(size.getRows(), FRAME_ROWS + LATEST_ROWS + 1))) {
      lines.add(line.columnSubSequence(0, Math.max(1, size.getColumns() - 1)));
    }
    display.update(lines, 0);
  }

  private List<AttributedString> page(Overview overview, Counts counts, int rows) {
    var page = new ArrayList<AttributedString>();
    page.add(bold("Breakwater   open: " + PlainLines.open(overview)));
    page.add(plain(counts + since()));
    page.add(plain("certificates to see to: " + PlainLines.certificates(overview)));
    page.add(plain("shared choke points: " + PlainLines.shared(overview)));
    page.add(AttributedString.EMPTY);
    page.add(bold(row("SEVERITY", "SINCE", "RESOURCE", "ACCOUNT", "EXPOSURE")));
    var open = overview.open();
    int space = rows - FRAME_ROWS - LATEST_ROWS;
    open.stream().limit(space).forEach(revision -> page.add(open(revision)));
    while (page.size() < rows - LATEST_ROWS - 3) {
      page.add(AttributedString.EMPTY);
    }
    page.add(
        open.size() > space
            ? plain("… and " + (open.size() - space) + " more")
            : AttributedString.EMPTY);
    page.add(bold("LATEST"));
    overview.latest().stream().limit(LATEST_ROWS).forEach(change -> page.add(latest(change)));
    while (page.size() < rows - 1) {
      page.add(AttributedString.EMPTY);
    }
    page.add(plain(hint));
    return page;
  }

  private String since() {
    var running = Duration.between(started, Instant.now());
    return String.format(
        Locale.ROOT, "   %d:%02d min", running.toMinutes(), running.toSecondsPart());
  }

  private static AttributedString open(Revision revision) {
    return new AttributedStringBuilder()
        .styled(style(revision.severity()), String.format("%-9s", revision.severity().label()))
        .append(
            row("", age(revision.time()), revision.resource(), revision.account(), revision.title())
                .substring(9))
        .toAttributedString();
  }

  private static AttributedString latest(Change change) {
    var revision = change.revision();
    return new AttributedStringBuilder()
        .styled(style(revision.severity()), String.format("%-9s", revision.severity().label()))
        .append(
            String.format(
                "%7s  %-24s %-24s %s",
                age(revision.time()), change.word(), revision.resource(), revision.title()))
        .toAttributedString();
  }

  private static String row(
      String severity, String since, String resource, String account, String title) {
    return String.format("%-9s%7s  %-24s %-12s  %s", severity, since, resource, account, title);
  }

  private static String age(Instant time) {
    long seconds = Math.max(0, Duration.between(time, Instant.now()).toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h";
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

  @Override
  public void close() {
    terminal.puts(Capability.cursor_visible);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
    try {
      terminal.close();
    } catch (IOException e) {
      // The process ends anyway, and the terminal is the shell's again.
    }
  }
}
