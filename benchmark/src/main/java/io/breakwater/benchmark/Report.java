// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.benchmark.job.Cost;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a run measured, beside what the job is designed for. */
public final class Report {
  /** The share of the floor that the job is to reach, and what a second task may add. */
  static final double HEAP_TARGET = 0.25;

  static final double ROCKSDB_TARGET = 0.10;
  static final double SCALING_TARGET = 1.15;
  static final int STATE_TARGET_BYTES = 1536;

  private final Plan plan;
  private final CorpusSize corpus;
  private final Map<Contender, List<Cost>> costs;
  private final StateBytes state;
  private final Machine machine;

  Report(
      Plan plan,
      CorpusSize corpus,
      Map<Contender, List<Cost>> costs,
      StateBytes state,
      Machine machine) {
    this.plan = plan;
    this.corpus = corpus;
    this.costs = Map.copyOf(costs);
    this.state = state;
    this.machine = machine;
  }

  public List<Cost> costs(Contender contender) {
    return costs.get(contender);
  }

  public CorpusSize corpus() {
    return corpus;
  }

  /** The median of the rounds. */
  public double perCpuSecond(Contender contender) {
    return median(contender, Cost::perCpuSecond);
  }

  /** Of the median of the floor. */
  public double shareOfFloor(Contender contender) {
    return perCpuSecond(contender) / perCpuSecond(Contender.FLOOR);
  }

  /** What an event costs with two tasks, of what it costs with one. */
  public double scaling(Contender contender) {
    return perCpuSecond(contender.single()) / perCpuSecond(contender);
  }

  public double stateBytesPerResource() {
    return (double) state.fixedRules() / corpus.resources();
  }

  /** Of a job whose rules may change, which keeps the findings themselves. */
  public double stateBytesPerResourceWithRules() {
    return (double) state.liveRules() / corpus.resources();
  }

  /** Whether every run of the job left the same exposures open. */
  public boolean isConsistent() {
    return costs.entrySet().stream()
            .filter(entry -> entry.getKey().state().isPresent())
            .flatMap(entry -> entry.getValue().stream())
            .mapToLong(Cost::fingerprint)
            .distinct()
            .count()
        == 1;
  }

  private double median(Contender contender, ToDoubleFunction<Cost> value) {
    var sorted = costs(contender).stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }

  /** For people. */
  public String toText() {
    var text = new StringBuilder();
    line(text, "%s, %d cores, %s, %s", machine.cpu(), machine.cores(), machine.jvm(), machine.os());
    line(
        text,
        "%,d events of %,.0f bytes on average, %,d resources, %.0f%% repeats, seed %d; %d rounds, %s",
        corpus.events(),
        corpus.bytesPerEvent(),
        corpus.resources(),
        plan.mix().repeats() * 100,
        plan.mix().seed(),
        plan.rounds(),
        plan.checkpoints().isZero()
            ? "no checkpoints"
            : "checkpoints every " + plan.checkpoints().toSeconds() + " s");
    line(text, "");
    line(
        text,
        "%-16s %3s %15s %21s %10s %8s %s",
        "",
        "p",
        "events/CPU s",
        "least to most",
        "events/s",
        "of F",
        "target");
    for (var contender : Contender.values()) {
      row(text, contender);
    }
    line(text, "");
    var job = costs(Contender.HEAP).get(0);
    line(
        text,
        "%,d outputs of %,.0f bytes on average; %s",
        job.outputs(),
        (double) job.outputBytes() / Math.max(1, job.outputs()),
        isConsistent()
            ? "every run left the same open"
            : "RUNS DIFFER in what they left open: the numbers are not comparable");
    line(
        text,
        "%,.0f bytes of RocksDB state per resource with %.1f events (target %,d with ten signals)",
        stateBytesPerResource(),
        (double) corpus.events() / corpus.resources(),
        STATE_TARGET_BYTES);
    line(text, "%,.0f bytes where rules may change", stateBytesPerResourceWithRules());
    return text.toString().stripTrailing();
  }

  private void row(StringBuilder text, Contender contender) {
    var rates = costs(contender).stream().mapToDouble(Cost::perCpuSecond).summaryStatistics();
    line(
        text,
        "%-16s %3d %,15.0f %,10.0f %,10.0f %,10.0f %8.3f %s",
        contender == Contender.FLOOR ? "F: tokeniser" : contender.title(),
        contender.parallelism(),
        perCpuSecond(contender),
        rates.getMin(),
        rates.getMax(),
        median(contender, Cost::perSecond),
        shareOfFloor(contender),
        target(contender));
  }

  private String target(Contender contender) {
    return switch (contender) {
      case FLOOR -> "";
      case HEAP -> verdict(shareOfFloor(contender) >= HEAP_TARGET, "at least " + HEAP_TARGET);
      case ROCKSDB ->
          verdict(shareOfFloor(contender) >= ROCKSDB_TARGET, "at least " + ROCKSDB_TARGET);
      case HEAP_TWICE, ROCKSDB_TWICE ->
          verdict(
              scaling(contender) <= SCALING_TARGET,
              String.format(
                  Locale.ROOT,
                  "an event costs %.2f x that of p 1, at most %.2f",
                  scaling(contender),
                  SCALING_TARGET));
    };
  }

  private static String verdict(boolean met, String target) {
    return (met ? "met: " : "missed: ") + target;
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  /** For machines: one object on one line. */
  public String toJson() {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      machine(json);
      corpus(json);
      json.writeNumberField("floorPerCpuSecond", perCpuSecond(Contender.FLOOR));
      json.writeArrayFieldStart("contenders");
      for (var contender : Contender.values()) {
        contender(json, contender);
      }
      json.writeEndArray();
      json.writeBooleanField("consistent", isConsistent());
      json.writeNumberField("stateBytesPerResource", stateBytesPerResource());
      json.writeNumberField("stateBytesPerResourceWithRules", stateBytesPerResourceWithRules());
      json.writeObjectFieldStart("targets");
      json.writeNumberField("heap", HEAP_TARGET);
      json.writeNumberField("rocksdb", ROCKSDB_TARGET);
      json.writeNumberField("scaling", SCALING_TARGET);
      json.writeNumberField("stateBytesPerResource", STATE_TARGET_BYTES);
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void machine(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("machine");
    json.writeStringField("cpu", machine.cpu());
    json.writeNumberField("cores", machine.cores());
    json.writeStringField("jvm", machine.jvm());
    json.writeStringField("os", machine.os());
    json.writeEndObject();
  }

  private void corpus(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("corpus");
    json.writeNumberField("events", corpus.events());
    json.writeNumberField("bytes", corpus.bytes());
    json.writeNumberField("resources", corpus.resources());
    json.writeNumberField("repeats", plan.mix().repeats());
    json.writeNumberField("seed", plan.mix().seed());
    json.writeEndObject();
    json.writeNumberField("rounds", plan.rounds());
    json.writeNumberField("checkpointSeconds", plan.checkpoints().toSeconds());
  }

  private void contender(JsonGenerator json, Contender contender) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", contender.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.writeNumberField("parallelism", contender.parallelism());
    json.writeNumberField("eventsPerCpuSecond", perCpuSecond(contender));
    json.writeNumberField("eventsPerSecond", median(contender, Cost::perSecond));
    json.writeNumberField("shareOfFloor", shareOfFloor(contender));
    json.writeNumberField("costOfSingle", scaling(contender));
    json.writeArrayFieldStart("rounds");
    for (var cost : costs(contender)) {
      json.writeNumber(cost.perCpuSecond());
    }
    json.writeEndArray();
    if (contender.state().isPresent()) {
      json.writeNumberField("outputs", costs(contender).get(0).outputs());
      json.writeNumberField("outputBytes", costs(contender).get(0).outputBytes());
    }
    json.writeEndObject();
  }

  /**
   * What is left after one pass over the corpus, with RocksDB.
   *
   * @param fixedRules of a job that keeps the rules of its start
   * @param liveRules of one with a stream of rules
   */
  record StateBytes(long fixedRules, long liveRules) {}
}
