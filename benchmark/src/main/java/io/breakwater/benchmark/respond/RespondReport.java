// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.fakes.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What has become of the tickets, and through what. */
public final class RespondReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 20;

  private final int exposures;
  private final int revisions;
  private final Map<Trouble, Long> troubles;
  private final List<Long> recoveries;
  private final Duration took;
  private final Map<String, Long> figures;
  private final List<String> faults;

  /**
   * @param troubles how many calls met each
   * @param recoveries how long it took until the job ran again, in milliseconds
   */
  RespondReport(
      List<Life> lives,
      Figures figures,
      Map<Trouble, Long> troubles,
      List<Long> recoveries,
      Duration took) {
    this.exposures = lives.size();
    this.revisions = lives.stream().mapToInt(life -> life.steps().size()).sum();
    this.figures = figures.counts();
    this.faults = figures.faults();
    this.troubles = troubles;
    this.recoveries = recoveries.stream().sorted().toList();
    this.took = took;
  }

  /** Whether each exposure has one ticket, in the right state, that was told everything once. */
  public boolean isClean() {
    return faults.isEmpty();
  }

  public String toText() {
    var lines = new ArrayList<String>();
    lines.add(
        "%d exposures, %d revisions, in %d s; processes killed %d times, running again after %s s"
            .formatted(exposures, revisions, took.toSeconds(), recoveries.size(), recoveryWords()));
    lines.add(
        "calls: "
            + troubles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", ")));
    figures.forEach((what, count) -> lines.add("%-46s %8d".formatted(what, count)));
    faults.stream().limit(SHOWN).forEach(lines::add);
    return String.join("\n", lines);
  }

  private String recoveryWords() {
    return recoveries.isEmpty()
        ? "-"
        : "%.1f (median) and at most %.1f"
            .formatted(
                recoveries.get(recoveries.size() / 2) / 1e3,
                recoveries.get(recoveries.size() - 1) / 1e3);
  }

  private static String word(Trouble trouble) {
    return trouble == Trouble.NONE
        ? "well"
        : trouble.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  public String toJson() {
    var all = new LinkedHashMap<String, Object>();
    all.put("exposures", exposures);
    all.put("revisions", revisions);
    all.put("seconds", took.toSeconds());
    all.put("kills", recoveries.size());
    all.put("recoveryMillis", recoveries);
    all.put("calls", troubles);
    all.putAll(figures);
    all.put("faults", faults);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return toText();
  }
}
