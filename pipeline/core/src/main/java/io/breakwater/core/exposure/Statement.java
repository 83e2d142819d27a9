// SPDX-License-Identifier: Apache-2.0
package io.breakwater.core.exposure;

import io.breakwater.core.signal.Signal;
import io.breakwater.core.trait.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is said of a resource once, however many findings say it: the same vulnerability seen by two
 * products, the same control as part of two standards, the same open ports.
 */
public final class Statement {
  private final List<Evidence> copies;
  private final int score;

  private Statement(List<Evidence> copies, int score) {
    this.copies = List.copyOf(copies);
    this.score = score;
  }

  /**
   * Folds findings that say the same; the order of the first copies stays.
   *
   * @param scores how much each of the findings weighs by itself
   */
  static List<Statement> fold(List<Evidence> evidence, int[] scores) {
    Map<List<String>, List<Integer>> byContent = new LinkedHashMap<>();
    for (int i = 0; i < evidence.size(); i++) {
      byContent.computeIfAbsent(content(evidence.get(i)), key -> new ArrayList<>(1)).add(i);
    }
    return byContent.values().stream()
        .map(
            copies ->
                new Statement(
                    copies.stream().map(evidence::get).collect(Collectors.toList()),
                    copies.stream().mapToInt(copy -> scores[copy]).max().orElse(0)))
        .collect(Collectors.toList());
  }

  /** The same word about two resources is said of each of them. */
  private static List<String> content(Evidence evidence) {
    var content = new ArrayList<>(content(evidence.signal()));
    evidence.path().ifPresent(path -> content.add(path.origin().arn().toString()));
    return content;
  }

  private static List<String> content(Signal signal) {
    var vulnerability = signal.vulnerability();
    if (vulnerability.isPresent() && !vulnerability.get().id().isEmpty()) {
      return List.of("vulnerability", vulnerability.get().id());
    }
    if (signal.openPath().isPresent()) {
      return List.of("open path", signal.openPath().get().toString());
    }
    if (!signal.control().isEmpty()) {
      return List.of("control", signal.control());
    }
    return List.of("finding", signal.product(), signal.findingUid());
  }

  /** The finding that speaks for all: the first by product and uid, whatever came first. */
  public Evidence evidence() {
    return copies.get(0);
  }

  /** All findings that say it. */
  public List<Evidence> copies() {
    return copies;
  }

  /** The score that it gives the exposure as its worst case; 0 when it is no weakness. */
  public int score() {
    return score;
  }
}
