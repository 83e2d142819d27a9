// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.fakes.Trouble;
import io.breakwater.fakes.jira.Issue;
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
  private static final String REFUSED = "The workflow does not let this ticket be";

  private final int exposures;
  private final int revisions;
  private final Map<Trouble, Long> troubles;
  private final List<Long> recoveries;
  private final Duration took;
  private final Map<String, Long> figures = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private RespondReport(
      int exposures,
      int revisions,
      Map<Trouble, Long> troubles,
      List<Long> recoveries,
      Duration took) {
    this.exposures = exposures;
    this.revisions = revisions;
    this.troubles = troubles;
    this.recoveries = recoveries.stream().sorted().toList();
    this.took = took;
  }

  static RespondReport of(
      List<Life> lives,
      List<Issue> issues,
      Map<Trouble, Long> troubles,
      List<Long> recoveries,
      Duration took) {
    var report =
        new RespondReport(
            lives.size(),
            lives.stream().mapToInt(life -> life.steps().size()).sum(),
            troubles,
            recoveries,
            took);
    report.judge(lives, issues);
    return report;
  }

  private void judge(List<Life> lives, List<Issue> issues) {
    var byLabel =
        issues.stream()
            .flatMap(issue -> issue.labels().stream().map(label -> Map.entry(label, issue)))
            .filter(entry -> entry.getKey().startsWith("bw-"))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getValue().summary().replaceAll(".*\\(|\\)$", ""),
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    count("tickets", issues.size());
    count("comments", issues.stream().mapToInt(issue -> issue.comments().size()).sum());
    figures.put("exposures without a ticket", 0L);
    figures.put("exposures with more than one", 0L);
    figures.put("updates lost", 0L);
    figures.put("updates told twice", 0L);
    figures.put("tickets in the wrong state", 0L);
    figures.put("tickets that do not say how it is", 0L);
    figures.put("tickets whose workflow refused, and say so", 0L);
    for (int i = 0; i < lives.size(); i++) {
      var name = "i-%017x".formatted(i);
      var own = byLabel.getOrDefault(name, List.of());
      if (own.size() == 1) {
        judge(lives.get(i), own.get(0));
      } else {
        fault(own.isEmpty() ? "exposures without a ticket" : "exposures with more than one", name);
      }
    }
    if (issues.size() > lives.size()) {
      fault("exposures with more than one", issues.size() + " tickets");
    }
  }

  private void judge(Life life, Issue issue) {
    var text = issue.comments().stream().map(Issue.Comment::text).collect(Collectors.joining("\n"));
    for (var step : life.steps()) {
      int times = step.told().isEmpty() ? 1 : occurrences(step.told(), text);
      if (times == 0) {
        fault("updates lost", issue.key() + ": " + step.told());
      } else if (times > 1) {
        fault("updates told twice", issue.key() + ": " + step.told());
      }
    }
    boolean refused = text.contains(REFUSED);
    boolean done = issue.statusCategory().equals("done");
    if (refused && !done) {
      count("tickets whose workflow refused, and say so", 1);
    } else if (done != life.endsClosed()) {
      fault("tickets in the wrong state", issue.key() + ": " + issue.status());
    }
    if (!issue.description().contains(life.lastTrait())) {
      fault("tickets that do not say how it is", issue.key());
    }
  }

  private static int occurrences(String part, String whole) {
    int count = 0;
    for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private void count(String what, long more) {
    figures.merge(what, more, Long::sum);
  }

  private void fault(String what, String example) {
    count(what, 1);
    faults.add(what + ": " + example);
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
