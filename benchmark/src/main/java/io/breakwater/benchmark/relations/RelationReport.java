// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.relations;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.benchmark.Machine;
import io.breakwater.benchmark.job.MeasuredJob.Changes;
import io.breakwater.benchmark.job.MeasuredJob.State;
import io.breakwater.benchmark.relations.RelationBenchmark.Kind;
import io.breakwater.benchmark.relations.RelationBenchmark.Measure;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What relations were measured to cost. */
public final class RelationReport {
  private static final double NANOS_A_MICRO = 1e3;

  private final RelationPlan plan;
  private final Map<Measure, List<Changes>> measured;
  private final Machine machine;

  RelationReport(RelationPlan plan, Map<Measure, List<Changes>> measured, Machine machine) {
    this.plan = plan;
    this.measured = measured;
    this.machine = machine;
  }

  /** Microseconds of CPU that one change of an edge takes in a graph of so many resources. */
  public double microsPerEdgeChange(State state, int resources) {
    return median(new Measure(Kind.EDGE, state, resources), RelationReport::micros);
  }

  /** The same where the edge leads to a hub of so many neighbours. */
  public double microsPerLeafChange(State state, int neighbours) {
    return median(new Measure(Kind.LEAF_OF_HUB, state, neighbours), RelationReport::micros);
  }

  /** Microseconds of CPU that a change of what a hub passes on takes, all neighbours together. */
  public double microsPerHubChange(State state, int neighbours) {
    return median(new Measure(Kind.HUB, state, neighbours), RelationReport::micros);
  }

  static double micros(Changes changes) {
    return changes.cost().cpuNanos() / NANOS_A_MICRO / changes.cost().documents();
  }

  /** Bytes of RocksDB state that one more edge takes along which nothing travels. */
  public double stateBytesPerEdge() {
    var few = state(Kind.STATE_OF_FEW_EDGES);
    var many = state(Kind.STATE_OF_MANY_EDGES);
    return (bytes(many) - bytes(few)) / (many.graph().edges() - few.graph().edges());
  }

  /** Bytes of RocksDB state that a resource takes apart from its edges. */
  public double stateBytesPerResource() {
    var few = state(Kind.STATE_OF_FEW_EDGES);
    return (bytes(few) - stateBytesPerEdge() * few.graph().edges()) / few.graph().resources();
  }

  /** Bytes that a trait takes for each edge that it travels, with the exposure it gives. */
  public double stateBytesPerEdgeTravelled() {
    var without = state(Kind.STATE_OF_MANY_EDGES);
    var with = state(Kind.STATE_OF_TRAITS);
    return (bytes(with) - bytes(without)) / with.graph().edges();
  }

  private Measure state(Kind kind) {
    return measured.keySet().stream()
        .filter(measure -> measure.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private double bytes(Measure measure) {
    return median(measure, Changes::stateBytes);
  }

  /** What came out: revisions that the changes of a round led to, the same in every round. */
  public List<Long> outputs() {
    return measured.values().stream().map(rounds -> rounds.get(0).cost().outputs()).toList();
  }

  /** Whether both state backends and every round led to the same revisions and exposures. */
  public boolean isConsistent() {
    return measured.entrySet().stream()
        .collect(
            Collectors.groupingBy(entry -> entry.getKey().kind() + " " + entry.getKey().size()))
        .values()
        .stream()
        .allMatch(
            same ->
                same.stream()
                        .flatMap(entry -> entry.getValue().stream())
                        .map(round -> round.cost().outputs() + " " + round.cost().fingerprint())
                        .distinct()
                        .count()
                    == 1);
  }

  private double median(Measure measure, ToDoubleFunction<Changes> value) {
    var sorted = measured.get(measure).stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }

  private DoubleSummaryStatistics spread(Measure measure) {
    return measured.get(measure).stream().mapToDouble(RelationReport::micros).summaryStatistics();
  }

  /** For people. */
  public String toText() {
    var text = new StringBuilder();
    line(text, "%s, %d cores, %s, %s", machine.cpu(), machine.cores(), machine.jvm(), machine.os());
    line(text, "%d rounds, %,d changes in each; CPU of all threads", plan.rounds(), plan.changes());
    line(text, "");
    line(text, "%-44s %12s %18s %8s", "one change of an edge", "CPU µs", "least to most", "ratio");
    for (var state : State.values()) {
      for (var size : plan.sizes()) {
        row(
            text,
            new Measure(Kind.EDGE, state, size),
            new Measure(Kind.EDGE, state, plan.sizes().get(0)));
      }
      for (var hub : plan.hubs()) {
        row(
            text,
            new Measure(Kind.LEAF_OF_HUB, state, hub),
            new Measure(Kind.LEAF_OF_HUB, state, plan.hubs().get(0)));
      }
    }
    line(text, "");
    line(text, "%-44s %12s %18s %8s", "one change at a hub, per neighbour", "CPU µs", "", "ratio");
    for (var state : State.values()) {
      int smallest = plan.hubs().get(0);
      for (var hub : plan.hubs()) {
        line(
            text,
            "%-44s %,12.1f %18s %8.2f",
            new Measure(Kind.HUB, state, hub),
            microsPerHubChange(state, hub) / hub,
            "",
            microsPerHubChange(state, hub)
                / hub
                / (microsPerHubChange(state, smallest) / smallest));
      }
    }
    line(text, "");
    line(
        text,
        "RocksDB state: %,.0f bytes per resource, %,.0f per edge, %,.0f more per edge that a trait travels"
            + " (with the exposure it gives)",
        stateBytesPerResource(),
        stateBytesPerEdge(),
        stateBytesPerEdgeTravelled());
    line(
        text,
        isConsistent()
            ? "every run led to the same revisions"
            : "RUNS DIFFER in what they led to: the numbers are not comparable");
    return text.toString().stripTrailing();
  }

  private void row(StringBuilder text, Measure measure, Measure smallest) {
    var spread = spread(measure);
    line(
        text,
        "%-44s %,12.1f %,8.1f %,9.1f %8.2f",
        measure,
        median(measure, RelationReport::micros),
        spread.getMin(),
        spread.getMax(),
        median(measure, RelationReport::micros) / median(smallest, RelationReport::micros));
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  /** For machines: one object on one line. */
  public String toJson() {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("rounds", plan.rounds());
      json.writeNumberField("changes", plan.changes());
      json.writeArrayFieldStart("measures");
      for (var entry : measured.entrySet()) {
        measure(json, entry.getKey(), entry.getValue());
      }
      json.writeEndArray();
      json.writeNumberField("stateBytesPerResource", stateBytesPerResource());
      json.writeNumberField("stateBytesPerEdge", stateBytesPerEdge());
      json.writeNumberField("stateBytesPerEdgeTravelled", stateBytesPerEdgeTravelled());
      json.writeBooleanField("consistent", isConsistent());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void measure(JsonGenerator json, Measure measure, List<Changes> rounds)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", measure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.writeStringField("state", measure.state() == State.HASHMAP ? "heap" : "rocksdb");
    json.writeNumberField("size", measure.size());
    json.writeNumberField("resources", measure.graph().resources());
    json.writeNumberField("edges", measure.graph().edges());
    json.writeNumberField("outputs", rounds.get(0).cost().outputs());
    json.writeArrayFieldStart("microsPerChange");
    for (var round : rounds) {
      json.writeNumber(micros(round));
    }
    json.writeEndArray();
    json.writeNumberField("stateBytes", rounds.get(0).stateBytes());
    json.writeEndObject();
  }
}
