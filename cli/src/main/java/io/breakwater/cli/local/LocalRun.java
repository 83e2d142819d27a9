// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.Failure;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The live job on this machine, until somebody stops it. */
final class LocalRun {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Wiring wiring;
  private final Settings settings;
  private final int parallelism;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  LocalRun(Wiring wiring, Settings settings, int parallelism) {
    this.wiring = wiring;
    this.settings = settings;
    this.parallelism = parallelism;
  }

  /**
   * Runs until the process is asked to end, or the time is up.
   *
   * @param limit empty to run for ever
   * @return the last counts
   */
  Counts run(View view, Overview overview, Optional<Duration> limit) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "stop"));
    try {
      var env = environment();
      CorrelationJob.build(env, wiring.sources(), wiring.sinks(), settings);
      var client = env.executeAsync("breakwater local");
      wiring.open();
      try {
        return follow(client, view, overview, limit);
      } finally {
        client.cancel().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
    } finally {
      wiring.close();
      view.close();
      ended.countDown();
    }
  }

  private StreamExecutionEnvironment environment() {
    var config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
    // Counts travel with the heartbeats.
    config.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, TICK);
    // There is no Hadoop to log in to, though Parquet brings some of its classes along.
    config.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, config);
  }

  private Counts follow(JobClient client, View view, Overview overview, Optional<Duration> limit)
      throws Exception {
    var result = client.getJobExecutionResult();
    long end = limit.map(time -> System.nanoTime() + time.toNanos()).orElse(Long.MAX_VALUE);
    var counts = Counts.of(Map.of());
    while (!stop.await(TICK.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
      if (result.isDone()) {
        failed(result.handle((done, failure) -> failure).get());
      }
      counts = counts(client).orElse(counts);
      if (counts.read() > 0) {
        wiring.certificateClock().go();
      }
      view.tick(overview, counts);
    }
    return counts(client).orElse(counts);
  }

  private static void failed(Throwable failure) {
    throw new Failure("the job ended: " + (failure == null ? "" : failure.getMessage()), failure);
  }

  private static Optional<Counts> counts(JobClient client) throws InterruptedException {
    try {
      var accumulators = client.getAccumulators().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return Optional.of(
          Counts.of(
              accumulators.entrySet().stream()
                  .filter(entry -> entry.getValue() instanceof Long)
                  .collect(Collectors.toMap(Map.Entry::getKey, e -> (Long) e.getValue()))));
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // The last: a cluster that is going down does not answer any more.
      return Optional.empty();
    }
  }

  private void stopAndWait() {
    stop.countDown();
    try {
      ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
