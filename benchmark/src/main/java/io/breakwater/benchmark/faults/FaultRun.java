// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.benchmark.cluster.FlinkCluster;
import io.breakwater.benchmark.faults.FaultyKinesis.Trouble;
import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.core.rules.CatalogueUpdate;
import io.breakwater.core.rules.RuleKind;
import io.breakwater.core.rules.RuleUpdate;
import io.breakwater.core.rules.UpdateRecords;
import io.breakwater.demo.DemoEvent;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The job on a cluster of processes, act by act, with what goes wrong or without. */
final class FaultRun implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WEIGHT = Pattern.compile("(?<=\"weight\": )[0-9]+");
  private static final Pattern VERSION = Pattern.compile("(?<=\"version\": \")[0-9.]+");
  private static final int TASK_MANAGERS = 2;
  private static final int PARALLELISM = 2;
  private static final int CHUNK = 15;
  private static final long QUIET_MILLIS = 2_000;
  private static final long POLL_MILLIS = 250;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * What is counted is told with each heartbeat, and a loss is noticed by those that do not come.
   */
  private static final Map<String, String> HEARTBEATS =
      Map.of("heartbeat.interval", "500 ms", "heartbeat.timeout", "6 s");

  /** What Managed Service for Apache Flink sets when nobody sets anything. */
  private static final Map<String, String> OF_THE_SERVICE =
      Map.of(
          "execution.checkpointing.interval", "1 min",
          "execution.checkpointing.min-pause", "5 s",
          "restart-strategy.type", "exponential-delay");

  /** The service takes a checkpoint a minute, and waits longer from one restart to the next. */
  private static final Map<String, String> IN_HASTE =
      Map.of(
          "execution.checkpointing.interval", "1500 ms",
          "execution.checkpointing.min-pause", "500 ms",
          "execution.checkpointing.timeout", "20 s",
          "restart-strategy.type", "exponential-delay",
          "restart-strategy.exponential-delay.initial-backoff", "200 ms",
          "restart-strategy.exponential-delay.max-backoff", "2 s");

  private final FaultPlan plan;
  private final People people;
  private final KinesisLocal server;
  private final Streams streams;
  private final FaultyKinesis kinesis;
  private final CheckpointDisk disk;
  private final FlinkCluster cluster;
  private final Path jar;
  private final Path settings;
  private final Told told;
  private final Random random;
  private String job;
  private long sent;
  private long sentActions;

  private FaultRun(
      FaultPlan plan,
      People people,
      KinesisLocal server,
      Streams streams,
      FaultyKinesis kinesis,
      CheckpointDisk disk,
      FlinkCluster cluster,
      Path jar,
      Path settings) {
    this.plan = plan;
    this.people = people;
    this.server = server;
    this.streams = streams;
    this.kinesis = kinesis;
    this.disk = disk;
    this.cluster = cluster;
    this.jar = jar;
    this.settings = settings;
    this.told = new Told(server.client(), streams);
    this.random = plan.random();
  }

  /** On a cluster that is configured as the service configures it. */
  static FaultRun undisturbed(
      FaultPlan plan, People people, KinesisLocal server, Path jar, Path directory)
      throws IOException, InterruptedException {
    return start("undisturbed", plan, people, server, jar, directory, OF_THE_SERVICE);
  }

  /** On a cluster that recovers in seconds. */
  static FaultRun disturbed(
      FaultPlan plan, People people, KinesisLocal server, Path jar, Path directory)
      throws IOException, InterruptedException {
    return start("disturbed", plan, people, server, jar, directory, IN_HASTE);
  }

  /** The job runs, and nothing has come in yet. */
  private static FaultRun start(
      String name,
      FaultPlan plan,
      People people,
      KinesisLocal server,
      Path jar,
      Path directory,
      Map<String, String> configuration)
      throws IOException, InterruptedException {
    var folder = Files.createDirectories(directory.resolve(name));
    var streams = Streams.made(server, name);
    var kinesis = FaultyKinesis.before(server.endpoint());
    var settings = folder.resolve("settings.json");
    JSON.writeValue(settings.toFile(), properties(streams, kinesis));
    var disk = CheckpointDisk.at(folder.resolve("checkpoints"));
    var all = new TreeMap<>(HEARTBEATS);
    all.putAll(configuration);
    var cluster = FlinkCluster.start(folder, disk.folder(), TASK_MANAGERS, all);
    var run = new FaultRun(plan, people, server, streams, kinesis, disk, cluster, jar, settings);
    run.submit(Optional.empty());
    cluster.awaitRunning(run.job);
    return run;
  }

  private static List<Object> properties(Streams streams, FaultyKinesis kinesis) {
    return List.of(
        group(
            "Source",
            Map.of(
                "input-stream", streams.findings(),
                "rule-stream", streams.rules(),
                "control-stream", streams.control(),
                "region", KinesisLocal.REGION,
                "endpoint", kinesis.endpoint().toString())),
        group(
            "Sinks",
            Map.of(
                "exposure-stream", streams.exposures(),
                "certificate-stream", streams.certificates(),
                "dead-letter-stream", streams.deadLetters(),
                "control-answer-stream", streams.answers())),
        group("Correlation", Map.of("settle", "PT0S")));
  }

  private static Map<String, Object> group(String id, Map<String, String> values) {
    return Map.of("PropertyGroupId", id, "PropertyMap", values);
  }

  private void submit(Optional<Path> from) throws IOException, InterruptedException {
    job = cluster.submit(jar, PARALLELISM, from, List.of("--settings", settings.toString()));
  }

  /** Whether a disk was full, or only gone. */
  boolean diskCanBeFull() {
    return disk.canBeFull();
  }

  Told told() {
    return told;
  }

  /** The events of an act come in, and nothing goes wrong. */
  void playUndisturbed(Act act, List<DemoEvent> events) throws IOException, InterruptedException {
    if (act == Act.PEOPLE_DECIDE) {
      decideAmid(events, 0);
      return;
    }
    if (act == Act.RULES_CHANGED) {
      changeRules();
    }
    feed(events);
  }

  /**
   * The events of an act come in, and meanwhile it happens.
   *
   * @return how long the job took to run again after each fault, in milliseconds
   */
  List<Long> play(Act act, List<DemoEvent> events) throws IOException, InterruptedException {
    return switch (act) {
      case TASK_MANAGERS_KILLED -> between(events, plan.taskManagerKills(), this::killTaskManager);
      case JOB_MANAGER_KILLED -> between(events, plan.jobManagerKills(), this::killJobManager);
      case POISON -> between(events, 1, this::killTaskManager);
      case DISK_FULL -> between(events, 1, this::fillDisk);
      case CONNECTIONS_DROPPED -> trouble(Trouble.DROPPING, events);
      case UNAVAILABLE -> trouble(Trouble.UNAVAILABLE, events);
      case THROTTLED -> trouble(Trouble.THROTTLING, events);
      case SOME_REFUSED -> trouble(Trouble.REFUSING_SOME, events);
      case SILENT -> trouble(Trouble.SILENT, events);
      case SLOW_SINK -> trouble(Trouble.SLOW_WRITES, events);
      case PEOPLE_DECIDE -> decideAmid(events, 1);
      case RULES_CHANGED -> {
        changeRules();
        yield between(events, 1, this::killTaskManager);
      }
      case NOTHING, CLOCK_SKEW -> {
        feed(events);
        yield List.of();
      }
    };
  }

  private void feed(List<DemoEvent> events) throws InterruptedException {
    write(events, streams.findings());
    sent += events.size();
  }

  private void write(List<DemoEvent> records, String stream) throws InterruptedException {
    var writer = new StreamWriter(server.client(), stream, new Accepted());
    for (int i = 0; i < records.size(); i++) {
      writer.add(records.get(i).partitionKey(), records.get(i).json());
      if (i % CHUNK == CHUNK - 1) {
        writer.flush();
      }
    }
    writer.flush();
  }

  /**
   * Some events, what people decide, each twice, and once that is answered the other events: in
   * which order a job reads two streams is open, and which revisions there are depends on it.
   */
  private List<Long> decideAmid(List<DemoEvent> events, int kills)
      throws IOException, InterruptedException {
    feed(events.subList(0, events.size() / 2));
    settle();
    people.decideAbout(told.openOfOne());
    if (kills > 0) {
      awaitCheckpoints();
    }
    act();
    var recoveries = new ArrayList<Long>();
    for (int i = 0; i < kills; i++) {
      recoveries.add(recoverFrom(this::killTaskManager));
    }
    act();
    cluster.await("all actions to be answered", this::areAnswered);
    feed(events.subList(events.size() / 2, events.size()));
    return recoveries;
  }

  private void act() throws InterruptedException {
    write(people.records(), streams.control());
    sentActions += people.records().size();
  }

  private boolean areAnswered() {
    told.readOn();
    return told.answers().size() == people.actions();
  }

  /** Until one that began later than now is complete. */
  private void awaitCheckpoints() throws IOException, InterruptedException {
    long before = completedCheckpoints();
    cluster.await("a checkpoint", () -> completedCheckpoints() > before + 1);
  }

  private long completedCheckpoints() throws IOException {
    return cluster.checkpoints(job).path("completed").asLong();
  }

  /** What is known is judged again meanwhile: with another weight of a factor. */
  private void changeRules() throws InterruptedException {
    var files = new TreeMap<>(CatalogueText.builtIn().files());
    files.computeIfPresent("severity.json", (name, text) -> WEIGHT.matcher(text).replaceFirst("3"));
    files.computeIfPresent(
        "catalogue.json", (name, text) -> VERSION.matcher(text).replaceFirst("1"));
    var changed = CatalogueUpdate.documentOf(CatalogueText.of(files));
    var writer = new StreamWriter(server.client(), streams.rules(), new Accepted());
    for (var record :
        UpdateRecords.of(new RuleUpdate("other-weight", RuleKind.CATALOGUE, changed))) {
      writer.add("rules", record);
    }
    writer.flush();
    cluster.await(
        "the rules to be accepted",
        () -> cluster.counts(job).getOrDefault("ruleUpdatesAccepted", 0L) == 1);
  }

  /** A part of the events, the fault, the next part, and so on. */
  private List<Long> between(List<DemoEvent> events, int faults, Fault fault)
      throws IOException, InterruptedException {
    var recoveries = new ArrayList<Long>();
    for (int i = 0; i < faults; i++) {
      feed(
          events.subList(events.size() * i / (faults + 1), events.size() * (i + 1) / (faults + 1)));
      recoveries.add(recoverFrom(fault));
    }
    feed(events.subList(events.size() * faults / (faults + 1), events.size()));
    return recoveries;
  }

  /** Returns how long it took, in milliseconds. */
  private long recoverFrom(Fault fault) throws IOException, InterruptedException {
    Thread.sleep(random.nextInt(2_000));
    long before = System.currentTimeMillis();
    fault.happen();
    cluster.await("the job to run again", () -> ranSince(before));
    return System.currentTimeMillis() - before;
  }

  private boolean ranSince(long time) throws IOException {
    return cluster.job(job).at("/timestamps/RUNNING").asLong() >= time && cluster.isRunning(job);
  }

  private void killTaskManager() throws IOException {
    cluster.killTaskManager(random.nextInt(TASK_MANAGERS));
  }

  private void killJobManager() throws IOException, InterruptedException {
    cluster.await("a checkpoint", () -> cluster.latestCheckpoint(job).isPresent());
    cluster.killJobManager();
    var checkpoint = cluster.latestCheckpoint(job);
    cluster.startJobManager();
    cluster.awaitTaskManagers();
    submit(checkpoint);
  }

  /** Until a checkpoint has failed of it. */
  private void fillDisk() throws IOException, InterruptedException {
    long before = cluster.checkpoints(job).path("failed").asLong();
    disk.fill();
    cluster.await(
        "a checkpoint to fail", () -> cluster.checkpoints(job).path("failed").asLong() > before);
    disk.free();
  }

  private List<Long> trouble(Trouble trouble, List<DemoEvent> events)
      throws IOException, InterruptedException {
    long until = System.currentTimeMillis() + plan.trouble().toMillis();
    kinesis.behave(trouble);
    feed(events.subList(0, events.size() / 2));
    Thread.sleep(Math.max(0, until - System.currentTimeMillis()));
    kinesis.behave(Trouble.NONE);
    long over = System.currentTimeMillis();
    if (kinesis.calls(trouble) == 0) {
      throw new IllegalStateException("no call met with " + trouble);
    }
    awaitRead();
    long took = System.currentTimeMillis() - over;
    feed(events.subList(events.size() / 2, events.size()));
    return List.of(took);
  }

  private void awaitRead() throws InterruptedException {
    cluster.await("all " + sent + " records to be read", () -> books().recordsRead() == sent);
  }

  /** Waits until all that came in is dealt with, and nothing more is told. */
  Snapshot settle() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    awaitRead();
    cluster.await("the books to balance", () -> books().recordsSettled() == sent);
    cluster.await("the books of actions to balance", () -> books().actionsSettled() == sentActions);
    long quietSince = System.currentTimeMillis();
    while (System.currentTimeMillis() - quietSince < QUIET_MILLIS) {
      if (told.readOn()) {
        quietSince = System.currentTimeMillis();
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the job does not stop to tell");
      }
      Thread.sleep(POLL_MILLIS);
    }
    return new Snapshot(
        told.exposures(),
        told.certificates(),
        told.deadLetters(),
        told.answers(),
        books().outcomes());
  }

  private Books books() throws IOException {
    return new Books(cluster.counts(job));
  }

  @Override
  public void close() {
    cluster.close();
    kinesis.close();
    disk.close();
  }

  /** Something that goes wrong at one moment. */
  @FunctionalInterface
  private interface Fault {
    void happen() throws IOException, InterruptedException;
  }

  private static final class Accepted implements Receipts {
    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {}

    @Override
    public void refused(byte[] data, String reason) {
      throw new IllegalStateException("a record could not be sent: " + reason);
    }
  }
}
