// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.respond;

import io.breakwater.cli.Failure;
import io.breakwater.response.ResponseJob;
import io.breakwater.response.ResponseSettings;
import io.breakwater.response.ResponseSinks;
import io.breakwater.response.ResponseSources;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The response job on this machine, until somebody stops it or nothing is left to do. */
public final class RespondRun implements AutoCloseable {
  private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long TICK_MILLIS = 200;

  private final JobClient client;
  private final CountDownLatch stop = new CountDownLatch(1);

  private RespondRun(JobClient client) {
    this.client = client;
  }

  public static RespondRun start(
      ResponseSources sources, ResponseSinks sinks, ResponseSettings settings) throws Exception {
    var config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
    // There is no Hadoop to log in to, though Parquet brings some of its classes along.
    config.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
    var env = StreamExecutionEnvironment.createLocalEnvironment(1, config);
    ResponseJob.build(env, sources, sinks, settings);
    return new RespondRun(env.executeAsync("breakwater respond"));
  }

  /** Waits until it is to stop, or the condition holds. */
  public void await(BooleanSupplier over) throws Exception {
    var hook = new Thread(stop::countDown, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    var result = client.getJobExecutionResult();
    while (!stop.await(TICK_MILLIS, TimeUnit.MILLISECONDS) && !over.getAsBoolean()) {
      if (result.isDone()) {
        var failure = result.handle((done, why) -> why).get();
        throw new Failure(
            "the job ended: " + (failure == null ? "" : failure.getMessage()), failure);
      }
    }
  }

  @Override
  public void close() {
    try {
      client.cancel().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // It has ended already, or ends with the process.
    }
  }
}
