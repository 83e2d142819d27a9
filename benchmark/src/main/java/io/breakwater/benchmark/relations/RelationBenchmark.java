// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.relations;

import io.breakwater.benchmark.Benchmark.Progress;
import io.breakwater.benchmark.Machine;
import io.breakwater.benchmark.corpus.Corpus;
import io.breakwater.benchmark.corpus.Event;
import io.breakwater.benchmark.fork.Workplace;
import io.breakwater.benchmark.job.MeasuredJob;
import io.breakwater.benchmark.job.MeasuredJob.Changes;
import io.breakwater.benchmark.job.MeasuredJob.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures what relations cost: a change of an edge in graphs of very different sizes, a change at
 * a hub and at one of its neighbours, and the state that resources and edges take.
 *
 * <p>Each graph is built first, and what is measured comes after that, in the same run of the job.
 * All of it happens in this JVM, one after the other and round by round, so that what else the
 * machine does hits all alike.
 */
public final class RelationBenchmark {
  /** Instances for each group of a graph without a hub. */
  private static final int INSTANCES_A_GROUP = 4;

  private static final int GROUPS_AN_INSTANCE = 2;

  private final RelationPlan plan;
  private final Progress progress;
  private final Consumer<String> results;
  private final Map<Measure, List<Changes>> measured = new LinkedHashMap<>();
  private long events;

  /**
   * @param results told each figure as soon as it is known: all of them take long
   */
  public RelationBenchmark(RelationPlan plan, Progress progress, Consumer<String> results) {
    this.plan = plan;
    this.progress = progress;
    this.results = results;
  }

  /** Takes minutes. What it writes to the temporary directory it takes away again. */
  public RelationReport run() throws Exception {
    try (var workplace = Workplace.make()) {
      var measures = measures();
      var corpora = corpora(measures, workplace.directory());
      for (var measure : measures.stream().filter(this::warmsUp).toList()) {
        measure("warming up", measure, corpora.get(measure), workplace.directory());
      }
      for (int round = 1; round <= plan.rounds(); round++) {
        var inTurn = new ArrayList<>(measures);
        if (round % 2 == 0) {
          Collections.reverse(inTurn);
        }
        for (var measure : inTurn) {
          var changes =
              measure(
                  "round " + round + " of " + plan.rounds(),
                  measure,
                  corpora.get(measure),
                  workplace.directory());
          measured.computeIfAbsent(measure, none -> new ArrayList<>()).add(changes);
        }
      }
    }
    return new RelationReport(plan, measured, Machine.here());
  }

  /** Those that make the compiler see all there is before it counts, and are soon done. */
  private boolean warmsUp(Measure measure) {
    boolean smallGraph = measure.kind() == Kind.EDGE && measure.size() == plan.middleSize();
    boolean smallHub = measure.size() == plan.hubs().get(0);
    return smallGraph || smallHub;
  }

  private List<Measure> measures() {
    var measures = new ArrayList<Measure>();
    for (var state : State.values()) {
      for (var size : plan.sizes()) {
        measures.add(new Measure(Kind.EDGE, state, size));
      }
      for (var hub : plan.hubs()) {
        measures.add(new Measure(Kind.LEAF_OF_HUB, state, hub));
        measures.add(new Measure(Kind.HUB, state, hub));
      }
    }
    int middle = plan.middleSize();
    for (var kind :
        List.of(Kind.STATE_OF_FEW_EDGES, Kind.STATE_OF_MANY_EDGES, Kind.STATE_OF_TRAITS)) {
      measures.add(new Measure(kind, State.ROCKSDB, middle));
    }
    return measures;
  }

  private Map<Measure, Corpus> corpora(List<Measure> measures, Path directory) throws Exception {
    var corpora = new LinkedHashMap<Measure, Corpus>();
    for (var measure : measures) {
      var folder = Files.createTempDirectory(directory, "graph");
      var graph = measure.graph();
      Corpus.write(
          GroupGraph.events(graph.build(), changes(measure)),
          folder,
          done -> progress.at("writing " + measure, done));
      corpora.put(measure, Corpus.in(folder));
    }
    return corpora;
  }

  private Stream<Event> changes(Measure measure) {
    return switch (measure.kind()) {
      case EDGE, LEAF_OF_HUB -> measure.graph().edgeChanges(plan.changes());
      case HUB -> measure.graph().findingChanges(plan.hubChanges());
      default -> measure.graph().edgeChanges(1);
    };
  }

  private Changes measure(String when, Measure measure, Corpus corpus, Path scratch)
      throws Exception {
    progress.at(when + ": " + measure, events);
    events += corpus.size();
    var changes =
        new MeasuredJob(corpus, measure.state(), 1, Duration.ZERO, scratch)
            .changesAfter(measure.graph().built());
    results.accept(
        String.format(
            Locale.ROOT,
            "%s: %s: %,.1f CPU µs a change, %,d bytes of state",
            when,
            measure,
            RelationReport.micros(changes),
            changes.stateBytes()));
    return changes;
  }

  /** What is changed, and in which graph. */
  enum Kind {
    EDGE,
    LEAF_OF_HUB,
    HUB,
    STATE_OF_FEW_EDGES,
    STATE_OF_MANY_EDGES,
    STATE_OF_TRAITS
  }

  /**
   * One thing that is measured.
   *
   * @param size resources, or of a hub its neighbours
   */
  record Measure(Kind kind, State state, int size) {
    GroupGraph graph() {
      int groups = Math.max(3, size / (INSTANCES_A_GROUP + 1));
      int instances = size - groups;
      return switch (kind) {
        case EDGE -> new GroupGraph(instances, groups, GROUPS_AN_INSTANCE, true);
        case LEAF_OF_HUB, HUB -> new GroupGraph(size, 1, 1, true);
        case STATE_OF_FEW_EDGES -> new GroupGraph(instances, groups, 1, false);
        case STATE_OF_MANY_EDGES -> new GroupGraph(instances, groups, 3, false);
        case STATE_OF_TRAITS -> new GroupGraph(instances, groups, 3, true);
      };
    }

    @Override
    public String toString() {
      var name = state == State.HASHMAP ? "heap" : "RocksDB";
      return switch (kind) {
        case EDGE -> String.format("edges among %,d resources, %s", size, name);
        case LEAF_OF_HUB -> String.format("edges of a hub with %,d neighbours, %s", size, name);
        case HUB -> String.format("a hub with %,d neighbours, %s", size, name);
        default -> String.format("state of %,d resources, %s", size, name);
      };
    }
  }
}
