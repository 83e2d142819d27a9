// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import io.breakwater.flink.Sources;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.kinesis.KinesisInputs;
import io.breakwater.flink.kinesis.KinesisOutputs;
import io.breakwater.flink.kinesis.KinesisSettings;
import io.breakwater.flink.types.Record;
import io.breakwater.flink.types.WireTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job that writes the streams. It fails once, at the record that says so, and no checkpoint is
 * taken until then: what it recovers to is the beginning, and all that it wrote comes again.
 */
final class LiveJob implements AutoCloseable {
  static final String FAIL = "fail here, once";

  /** Tasks run in this process, and can be reached by statics alone. */
  private static final AtomicBoolean FAILED = new AtomicBoolean();

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long POLL_MILLIS = 100;

  private final JobClient client;

  private LiveJob(JobClient client) {
    this.client = client;
  }

  /** From the stream of findings to those of exposures and certificates. */
  static LiveJob start(KinesisLocal server, String findings, String exposures, String certificates)
      throws Exception {
    FAILED.set(false);
    var settings =
        KinesisSettings.builder()
            .inputStream(findings)
            .exposureStream(exposures)
            .certificateStream(certificates)
            .deadLetterStream("dead-letters")
            .region(KinesisLocal.REGION)
            .endpoint(server.endpoint().toString())
            .build();
    var env = StreamExecutionEnvironment.createLocalEnvironment(1, configuration());
    CorrelationJob.build(
        env,
        new FailingSources(new KinesisInputs(settings)),
        new KinesisOutputs(settings),
        Settings.live().settle(Duration.ZERO).build());
    return new LiveJob(env.executeAsync("write exposures"));
  }

  private static Configuration configuration() {
    var config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofDays(1));
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    // Counts travel with the heartbeats.
    config.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(200));
    return config;
  }

  boolean hasFailed() {
    return FAILED.get();
  }

  /** Waits until it has read so many records since it last began. */
  void awaitRead(long records) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (read() != records) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for " + records + " records to be read");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private long read() throws InterruptedException {
    try {
      var counts = client.getAccumulators().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return (Long) counts.getOrDefault(Tally.RECORDS + Tally.READ, 0L);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the job does not answer", e);
    }
  }

  /** Ends it once all that it has read is written. */
  void drain(Path savepoint) throws Exception {
    client
        .stopWithSavepoint(true, savepoint.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    client.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (!client.getJobExecutionResult().isDone()) {
      client.cancel().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  /** Stands between a source and the job. */
  private record FailingSources(Sources sources) implements Sources {
    @Override
    public DataStream<Record> findings(StreamExecutionEnvironment env) {
      return sources.findings(env).map(new FailOnce()).returns(WireTypes.RECORD).uid("fail-once");
    }
  }

  private static final class FailOnce extends RichMapFunction<Record, Record> {
    private static final long serialVersionUID = 1L;

    @Override
    public Record map(Record record) {
      boolean told = new String(record.bytes(), StandardCharsets.UTF_8).equals(FAIL);
      if (told && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("this task was told to fail");
      }
      return record;
    }
  }
}
