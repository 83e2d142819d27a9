// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.respond;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.benchmark.cluster.FlinkCluster;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * The response job on a cluster of processes that are killed, against services that misbehave: what
 * becomes of tickets, messages and findings.
 */
public final class RespondSuite {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TASK_MANAGERS = 2;
  private static final int SHARDS = 2;
  private static final int PART = 250;
  private static final int ATTEMPTS = 10;
  private static final long POLL_MILLIS = 500;

  /** To look at all tickets keeps their desk from answering: with many, seldom. */
  private static final int TICKETS_PER_MILLI = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(40);

  /** The service takes a checkpoint a minute, and waits longer from one restart to the next. */
  private static final Map<String, String> IN_HASTE =
      Map.of(
          "heartbeat.interval", "500 ms",
          "heartbeat.timeout", "20 s",
          "execution.checkpointing.interval", "2 s",
          "execution.checkpointing.min-pause", "500 ms",
          "execution.checkpointing.timeout", "30 s",
          "restart-strategy.type", "exponential-delay",
          "restart-strategy.exponential-delay.initial-backoff", "200 ms",
          "restart-strategy.exponential-delay.max-backoff", "2 s");

  private final RespondPlan plan;
  private final Path jar;
  private final Path directory;
  private final Consumer<String> progress;
  private final Random random;
  private final List<Long> recoveries = new ArrayList<>();
  private FlinkCluster cluster;
  private Path settings;
  private String job;

  /**
   * @param jar of the job, as it is deployed
   * @param directory for what the processes write
   * @param progress hears what is being done
   */
  public RespondSuite(RespondPlan plan, Path jar, Path directory, Consumer<String> progress) {
    this.plan = plan;
    this.jar = jar;
    this.directory = directory;
    this.progress = progress;
    this.random = new Random(plan.seed());
  }

  /**
   * @throws IOException when the jar is missing, or a process cannot be started, saying what to do
   */
  public RespondReport run() throws IOException, InterruptedException {
    if (!Files.isRegularFile(jar)) {
      throw new IOException("there is no " + jar + "; make it with: mvn package -DskipTests");
    }
    var lives = IntStream.range(0, plan.exposures()).mapToObj(Life::of).toList();
    try (var kinesis = KinesisLocal.startForLoad(directory.resolve("kinesis"));
        var counterparts = new Counterparts(plan)) {
      for (var stream : List.of("exposures", "reports", "response-dead-letters")) {
        kinesis.createStream(stream, SHARDS);
      }
      write(kinesis, counterparts);
      var checkpoints = Files.createDirectories(directory.resolve("checkpoints"));
      try (var running =
          FlinkCluster.start(
              Files.createDirectories(directory.resolve("cluster")),
              checkpoints,
              TASK_MANAGERS,
              new TreeMap<>(IN_HASTE),
              counterparts.environment())) {
        cluster = running;
        submit(Optional.empty());
        cluster.awaitRunning(job);
        long start = System.nanoTime();
        play(lives, kinesis, counterparts);
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new RespondReport(
            lives, counterparts.judge(lives), counterparts.dealt(), recoveries, took);
      }
    }
  }

  private void write(KinesisLocal kinesis, Counterparts counterparts) throws IOException {
    var responses = directory.resolve("plan.json");
    Files.writeString(responses, counterparts.plan());
    settings = directory.resolve("settings.json");
    JSON.writeValue(
        settings.toFile(),
        List.of(
            group(
                "Source",
                Map.of(
                    "exposure-stream",
                    "exposures",
                    "region",
                    KinesisLocal.REGION,
                    "endpoint",
                    kinesis.endpoint().toString())),
            group(
                "Sinks",
                Map.of("report-stream", "reports", "dead-letter-stream", "response-dead-letters")),
            group("Response", Map.of("plan", responses.toString()))));
  }

  private static Map<String, Object> group(String id, Map<String, String> values) {
    return Map.of("PropertyGroupId", id, "PropertyMap", values);
  }

  private void submit(Optional<Path> from) throws IOException, InterruptedException {
    job = cluster.submit(jar, TASK_MANAGERS, from, List.of("--settings", settings.toString()));
  }

  /** All exposures take a step, then all take the next one; processes are killed all the time. */
  private void play(List<Life> lives, KinesisLocal kinesis, Counterparts counterparts)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int steps = lives.stream().mapToInt(life -> life.steps().size()).max().orElseThrow();
    var kills = kills();
    long nextKill = System.nanoTime();
    for (int step = 0; step < steps; step++) {
      feed(lives, step, kinesis);
      double share = step == 0 || step == steps - 1 ? 1 : 0.9;
      while (told(lives, step, counterparts) < share * expected(lives, step)) {
        if (System.nanoTime() > deadline) {
          progress.accept("no patience is left");
          return;
        }
        if (kills.size() > kept(step, steps) && System.nanoTime() > nextKill) {
          kill(kills.remove(0));
          nextKill = System.nanoTime() + plan.pauseBetweenKills().toNanos();
        }
        Thread.sleep(pause());
      }
      progress.accept(
          "step %d of %d: %d tickets, %d calls"
              .formatted(
                  step + 1,
                  steps,
                  counterparts.tickets(),
                  counterparts.dealt().values().stream().mapToLong(Long::longValue).sum()));
    }
    settle(counterparts, deadline);
  }

  private long pause() {
    return Math.max(POLL_MILLIS, plan.exposures() / TICKETS_PER_MILLI);
  }

  /** How many of the kills are kept for later steps. */
  private int kept(int step, int steps) {
    int all = plan.taskManagerKills() + plan.jobManagerKills();
    return all * (steps - 1 - step) / steps;
  }

  private List<Boolean> kills() {
    var kills = new ArrayList<Boolean>();
    for (int i = 0; i < plan.taskManagerKills() + plan.jobManagerKills(); i++) {
      kills.add(i % 4 == 2 && i / 4 < plan.jobManagerKills());
    }
    return kills;
  }

  /** A part at a time; one that the stream does not answer to is sent again, which does no harm. */
  private static void feed(List<Life> lives, int step, KinesisLocal kinesis)
      throws InterruptedException {
    var some = lives.stream().filter(life -> life.steps().size() > step).toList();
    for (int from = 0; from < some.size(); from += PART) {
      var part = some.subList(from, Math.min(some.size(), from + PART));
      for (int attempt = 1; !send(part, step, kinesis); attempt++) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException("Kinesis does not answer");
        }
      }
    }
  }

  private static boolean send(List<Life> part, int step, KinesisLocal kinesis)
      throws InterruptedException {
    var writer = new StreamWriter(kinesis.client(), "exposures", new Accepted());
    try {
      for (var life : part) {
        var record = life.steps().get(step).record();
        writer.add(life.uid(), record.getBytes(StandardCharsets.UTF_8));
      }
      writer.flush();
      return true;
    } catch (SdkClientException e) {
      return false;
    }
  }

  private static long expected(List<Life> lives, int step) {
    return lives.stream().filter(life -> life.steps().size() > step).count();
  }

  /** How many tickets have been told of a step. */
  private static long told(List<Life> lives, int step, Counterparts counterparts) {
    var some = lives.stream().filter(life -> life.steps().size() > step).findFirst().orElseThrow();
    return counterparts.desks().stream().mapToLong(desk -> desk.told(some.steps().get(step))).sum();
  }

  /** Until nothing has changed for longer than a ticket may have to wait. */
  private void settle(Counterparts counterparts, long deadline) throws InterruptedException {
    long quiet = 4 * RespondPlan.TIMEOUT.plus(RespondPlan.SEARCH_LAG).toNanos();
    long since = System.nanoTime();
    long before = 0;
    while (System.nanoTime() - since < quiet && System.nanoTime() < deadline) {
      long now = counterparts.changes();
      if (now != before) {
        before = now;
        since = System.nanoTime();
      }
      Thread.sleep(pause());
    }
  }

  private void kill(boolean jobManager) throws IOException, InterruptedException {
    cluster.await("a checkpoint", () -> cluster.latestCheckpoint(job).isPresent());
    long before = System.currentTimeMillis();
    if (jobManager) {
      cluster.killJobManager();
      var checkpoint = cluster.latestCheckpoint(job);
      cluster.startJobManager();
      cluster.awaitTaskManagers();
      submit(checkpoint);
    } else {
      cluster.killTaskManager(random.nextInt(TASK_MANAGERS));
    }
    cluster.await("the job to run again", () -> ranSince(before));
    recoveries.add(System.currentTimeMillis() - before);
    progress.accept((jobManager ? "JobManager" : "a TaskManager") + " killed");
  }

  private boolean ranSince(long time) throws IOException {
    return cluster.job(job).at("/timestamps/RUNNING").asLong() >= time && cluster.isRunning(job);
  }

  /** Every record arrives in the end. */
  private static final class Accepted implements Receipts {
    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {}

    @Override
    public void refused(byte[] data, String reason) {
      throw new IllegalStateException("Kinesis refuses a record: " + reason);
    }
  }
}
