// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What went wrong, how long it took to recover, and what was lost. */
public final class FaultReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<OfAct> acts;
  private final boolean diskWasFull;
  private final long records;
  private final int revisions;
  private final int comparable;
  private final List<String> neverTold = new ArrayList<>();
  private final List<String> toldOtherwise = new ArrayList<>();

  FaultReport(List<OfAct> acts, Told undisturbed, Told disturbed, boolean diskWasFull) {
    this.acts = List.copyOf(acts);
    this.diskWasFull = diskWasFull;
    this.records = disturbed.records();
    this.revisions = disturbed.revisions().values().stream().mapToInt(Map::size).sum();
    int compared = 0;
    var all = new TreeSet<>(undisturbed.revisions().keySet());
    all.removeAll(undisturbed.ofSeveral());
    all.removeAll(disturbed.ofSeveral());
    for (var exposure : all) {
      var told = disturbed.revisions().getOrDefault(exposure, Collections.emptySortedMap());
      for (var revision : undisturbed.revisions().get(exposure).entrySet()) {
        compared++;
        var said = told.get(revision.getKey());
        if (said == null) {
          neverTold.add(revision.getKey());
        } else if (!said.equals(revision.getValue())) {
          toldOtherwise.add(revision.getKey());
        }
      }
    }
    this.comparable = compared;
  }

  /** Whether nothing was lost, and nothing said differently. */
  public boolean isClean() {
    return losses() == 0;
  }

  /**
   * Differences from the undisturbed run after any act, and revisions that were never told, or
   * otherwise.
   */
  public int losses() {
    return acts.stream().mapToInt(act -> act.losses.size()).sum()
        + neverTold.size()
        + toldOtherwise.size();
  }

  public String toText() {
    var lines = new ArrayList<String>();
    lines.add(
        "%-43s %7s %7s %11s %11s %7s"
            .formatted("fault", "faults", "events", "median s", "longest s", "losses"));
    for (var act : acts) {
      lines.add(
          "%-43s %7d %7d %11s %11s %7d"
              .formatted(
                  act.act == Act.DISK_FULL && !diskWasFull
                      ? "checkpoint folder gone"
                      : act.act.words(),
                  act.faults(),
                  act.events,
                  seconds(act.recoveries, act.recoveries.size() / 2),
                  seconds(act.recoveries, act.recoveries.size() - 1),
                  act.losses.size()));
      act.losses.forEach(loss -> lines.add("    " + loss));
    }
    lines.add("");
    lines.add(
        "%d faults, %d recoveries, %d losses"
            .formatted(
                acts.stream().mapToInt(OfAct::faults).sum(),
                acts.stream().mapToInt(act -> act.recoveries.size()).sum(),
                losses()));
    lines.add(
        "%d records of %d revisions told; %d revisions follow from the events of one resource, %d of these never told, %d told otherwise"
            .formatted(records, revisions, comparable, neverTold.size(), toldOtherwise.size()));
    return String.join("\n", lines) + "\n";
  }

  private static String seconds(List<Long> sorted, int index) {
    return sorted.isEmpty() ? "-" : "%.1f".formatted(sorted.get(index) / 1000.0);
  }

  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("acts", acts.stream().map(OfAct::toMap).toList());
    map.put("faults", acts.stream().mapToInt(OfAct::faults).sum());
    map.put("recoveries", acts.stream().mapToInt(act -> act.recoveries.size()).sum());
    map.put("losses", losses());
    map.put("records", records);
    map.put("revisions", revisions);
    map.put("compared", comparable);
    map.put("neverTold", neverTold);
    map.put("toldOtherwise", toldOtherwise);
    return map;
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(toMap());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return toText();
  }

  /** What one act did. */
  static final class OfAct {
    private final Act act;
    private final int events;
    private final List<Long> recoveries;
    private final List<String> losses;

    /**
     * @param recoveries milliseconds from each fault, or from the end of a trouble, until the job
     *     ran again
     */
    OfAct(Act act, int events, List<Long> recoveries, List<String> losses) {
      this.act = act;
      this.events = events;
      var sorted = new ArrayList<>(recoveries);
      Collections.sort(sorted);
      this.recoveries = List.copyOf(sorted);
      this.losses = List.copyOf(losses);
    }

    /** Clocks that are wrong are a fault that needs no recovery. */
    int faults() {
      return act == Act.CLOCK_SKEW ? 1 : recoveries.size();
    }

    Map<String, Object> toMap() {
      var map = new LinkedHashMap<String, Object>();
      map.put("fault", act.words());
      map.put("faults", faults());
      map.put("events", events);
      map.put("recoveryMillis", recoveries);
      map.put("losses", losses);
      return map;
    }
  }
}
