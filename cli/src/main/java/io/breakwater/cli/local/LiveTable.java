// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.response.message.Report;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The whole terminal, once a second. */
final class LiveTable implements View {
  private final Terminal terminal;
  private final Display display;
  private final Instant started = Instant.now();
  private final Supplier<String> hint;
  private final Clock certificateClock;

  /**
   * @param hint a line for the bottom, such as how to stop
   */
  LiveTable(Supplier<String> hint, Clock certificateClock) throws IOException {
    this.hint = hint;
    this.certificateClock = certificateClock;
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

  /** Counted in the hint. */
  @Override
  public void ticketChanged(Report report) {}

  @Override
  public void tick(Overview overview, Counts counts) {
    Size size = terminal.getSize();
    display.resize(size.getRows(), size.getColumns());
    var now = Instant.now();
    var page =
        new LivePage(
            overview,
            counts,
            Duration.between(started, now),
            now,
            certificateClock.instant(),
            hint.get());
    int columns = Math.max(1, size.getColumns() - 1);
    display.update(
        page.lines(size.getRows()).stream()
            .map(line -> line.columnSubSequence(0, columns))
            .toList(),
        0);
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
