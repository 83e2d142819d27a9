// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.benchmark.Machine;
import io.breakwater.benchmark.corpus.Mix;
import io.breakwater.cli.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What it took to replay a month.
 *
 * @param bytes of the month, packed
 */
public record MonthReport(Mix mix, long bytes, List<Replay> replays) {
  private static final double MEGABYTE = 1e6;

  public MonthReport {
    replays = List.copyOf(replays);
  }

  /**
   * One of the replays.
   *
   * @param events that were read
   * @param heapBytes the most that was in use
   * @param digests of what was written, by the name of the file
   */
  public record Replay(
      int parallelism,
      long events,
      double seconds,
      double cpuSeconds,
      long heapBytes,
      long revisions,
      long open,
      SortedMap<String, String> digests) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "parallelism %d: %,d events in %.1f s, %.1f CPU s; %,d revisions, %,d open",
          parallelism,
          events,
          seconds,
          cpuSeconds,
          revisions,
          open);
    }
  }

  /** Whether all of them wrote the same, to the byte, and read every event. */
  public boolean isIdentical() {
    return replays.stream().map(Replay::digests).distinct().count() == 1
        && replays.stream().allMatch(replay -> replay.events() == mix.events());
  }

  public String toText() throws IOException {
    var table =
        new TextTable(
            "parallelism", "seconds", "events/s", "CPU s", "events/CPU s", "peak heap MB");
    for (var replay : replays) {
      table.row(
          Integer.toString(replay.parallelism()),
          number(replay.seconds()),
          number(replay.events() / replay.seconds()),
          number(replay.cpuSeconds()),
          number(replay.events() / replay.cpuSeconds()),
          number(replay.heapBytes() / MEGABYTE));
    }
    var first = replays.get(0);
    return String.format(
        Locale.ROOT,
        "A month of %,d events about %,d resources, %.0f MB of gzip, on %s, %d cores%n"
            + "%s%n"
            + "%,d revisions, %,d exposures open at the end.%n%s",
        mix.events(),
        mix.resources(),
        bytes / MEGABYTE,
        Machine.here().cpu(),
        Machine.here().cores(),
        table.lines().stream().collect(Collectors.joining(System.lineSeparator())),
        first.revisions(),
        first.open(),
        isIdentical()
            ? "All of them wrote the same, to the byte."
            : "They did NOT write the same: " + differing());
  }

  private List<String> differing() {
    var first = replays.get(0).digests();
    return first.keySet().stream()
        .filter(
            file ->
                replays.stream()
                    .anyMatch(replay -> !first.get(file).equals(replay.digests().get(file))))
        .toList();
  }

  public String toJson() throws IOException {
    var json = new ObjectMapper().createObjectNode();
    json.put("events", mix.events()).put("resources", mix.resources()).put("bytes", bytes);
    json.put("identical", isIdentical());
    var all = json.putArray("replays");
    for (var replay : replays) {
      all.addObject()
          .put("parallelism", replay.parallelism())
          .put("events", replay.events())
          .put("seconds", replay.seconds())
          .put("cpuSeconds", replay.cpuSeconds())
          .put("peakHeapBytes", replay.heapBytes())
          .put("revisions", replay.revisions())
          .put("open", replay.open());
    }
    return json.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }
}
