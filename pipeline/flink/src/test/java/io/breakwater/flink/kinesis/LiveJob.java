// SPDX-License-Identifier: Apache-2.0
package io.breakwater.flink.kinesis;

import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The real job on a cluster of two task managers, from stream to stream.
 *
 * <p>Checkpoints are taken when asked for, and not else: so it is known what is read again after a
 * failure. A second failure fails the job.
 */
final class LiveJob implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 50;
  private static final int PARALLELISM = 2;

  private final Witness witness;
  private final MiniCluster cluster;
  private final JobID job;

  private LiveJob(Witness witness, MiniCluster cluster, JobID job) {
    this.witness = witness;
    this.cluster = cluster;
    this.job = job;
  }

  static LiveJob start(
      KinesisLocal server,
      String input,
      String exposures,
      String certificates,
      String chokePoints,
      String deadLetters)
      throws Exception {
    var settings =
        KinesisSettings.builder()
            .inputStream(input)
            .exposureStream(exposures)
            .certificateStream(certificates)
            .deadLetterStream(deadLetters)
            .chokePointStream(chokePoints)
            .region(KinesisLocal.REGION)
            .endpoint(server.endpoint().toString())
            .build();
    var env = StreamExecutionEnvironment.getExecutionEnvironment(configuration());
    env.setParallelism(PARALLELISM);
    env.enableCheckpointing(Duration.ofDays(1).toMillis());
    var witness = new Witness(new KinesisInputs(settings));
    CorrelationJob.build(
        env, witness, new KinesisOutputs(settings), Settings.live().settle(Duration.ZERO).build());
    var cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(PARALLELISM)
                .setNumSlotsPerTaskManager(1)
                .build());
    cluster.start();
    var job = cluster.submitJob(env.getStreamGraph().getJobGraph()).get().getJobID();
    return new LiveJob(witness, cluster, job);
  }

  private static Configuration configuration() {
    var config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    return config;
  }

  void checkpoint() throws Exception {
    cluster.triggerCheckpoint(job).get();
  }

  /** The task that reads the next record fails. */
  void failOnce() {
    witness.failOnce();
  }

  /** Whether an attempt of the job, 0 being the first one, has read all of these. */
  boolean hasRead(int attempt, Set<String> positions) {
    return witness.readBy(attempt).containsAll(positions);
  }

  /**
   * Ends the job once all that it read is written.
   *
   * @return what it counted
   */
  Map<String, Long> drain(Path savepoint) throws Exception {
    cluster
        .stopWithSavepoint(job, savepoint.toUri().toString(), true, SavepointFormatType.CANONICAL)
        .get();
    var result = cluster.requestJobResult(job).get();
    return result
        .toJobExecutionResult(LiveJob.class.getClassLoader())
        .getAllAccumulatorResults()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() instanceof Long)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> (Long) entry.getValue()));
  }

  void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      var status = cluster.getJobStatus(job).get();
      if (status == JobStatus.FAILED || System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + what + "; the job is " + status);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  @Override
  public void close() {
    cluster.closeAsync().join();
  }
}
