// SPDX-License-Identifier: Apache-2.0
package io.breakwater.benchmark.job;

import io.breakwater.benchmark.corpus.Corpus;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The correlation job as it runs live, over a corpus that ends.
 *
 * <p>Live and not bounded: streaming execution, watermarks, and keyed state that is read and
 * written for every record, which is what runs for months; a bounded run sorts its input by key
 * first and is another thing. Changes do not settle: with a settling time the last seconds of a
 * short run would be left unwritten, and the outcome would depend on the speed. So each material
 * change is assessed and written, and all runs over a corpus write the same.
 */
public final class MeasuredJob {
  /** What one unit of Managed Flink has for RocksDB, roughly. */
  private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(512);

  private static final int SAVEPOINT_ATTEMPTS = 100;
  private static final Duration SAVEPOINT_PAUSE = Duration.ofMillis(100);

  private final Corpus corpus;
  private final State state;
  private final int parallelism;
  private final Duration checkpoints;
  private final Path scratch;

  /** Where keyed state is kept, in Flink's words. */
  public enum State {
    HASHMAP,
    ROCKSDB
  }

  /**
   * @param checkpoints how far apart; zero for none
   * @param scratch a directory for RocksDB and checkpoints
   */
  public MeasuredJob(
      Corpus corpus, State state, int parallelism, Duration checkpoints, Path scratch) {
    this.corpus = corpus;
    this.state = state;
    this.parallelism = parallelism;
    this.checkpoints = checkpoints;
    this.scratch = scratch;
  }

  /** Runs over the whole corpus once. */
  public Cost run() throws Exception {
    var env = environment();
    CorrelationJob.build(env, new CorpusSource(true), new CountingSinks(), settings());
    System.gc();
    var pass = Pass.over(corpus, parallelism);
    env.executeAsync("benchmark").getJobExecutionResult().get();
    return pass.end();
  }

  /**
   * Runs over the whole corpus once and measures what state is left.
   *
   * @param liveRules whether rules may change while it runs; none do
   * @return bytes of a native savepoint: RocksDB's own files
   */
  public long stateBytes(boolean liveRules) throws Exception {
    var env = environment();
    var source = new CorpusSource(false);
    CorrelationJob.build(
        env, liveRules ? source.withRules() : source, new CountingSinks(), settings());
    var pass = Pass.over(corpus, parallelism);
    var client = env.executeAsync("benchmark of state");
    pass.awaitRead();
    long bytes = savepoint(client);
    client.cancel().get();
    return bytes;
  }

  /**
   * Takes the first records in, measures what state they leave, and then what the others cost.
   *
   * @param first how many records come first; the job has to have one task
   */
  public Changes changesAfter(int first) throws Exception {
    var env = environment();
    CorrelationJob.build(env, new CorpusSource(true), new CountingSinks(), settings());
    var pass = Pass.pausing(corpus, first);
    var client = env.executeAsync("benchmark of changes");
    pass.awaitPause();
    // Complete only once all records before it have been taken in.
    long bytes = savepoint(client);
    System.gc();
    pass.resume();
    client.getJobExecutionResult().get();
    return new Changes(bytes, pass.end());
  }

  /**
   * What changes cost, and what was there before them.
   *
   * @param stateBytes of a native savepoint
   */
  public record Changes(long stateBytes, Cost cost) {}

  private long savepoint(JobClient client) throws Exception {
    var savepoints = Files.createTempDirectory(scratch, "savepoint");
    for (int attempt = 1; ; attempt++) {
      try {
        client.triggerSavepoint(savepoints.toUri().toString(), SavepointFormatType.NATIVE).get();
        return bytesIn(savepoints);
      } catch (IllegalStateException e) {
        // The job has ended: what it died of says more.
        client.getJobExecutionResult().get();
        throw e;
      } catch (ExecutionException e) {
        // A small corpus is read before the last task has started.
        if (attempt == SAVEPOINT_ATTEMPTS) {
          throw e;
        }
        Thread.sleep(SAVEPOINT_PAUSE.toMillis());
      }
    }
  }

  private static Settings settings() {
    return Settings.live().settle(Duration.ZERO).build();
  }

  private StreamExecutionEnvironment environment() {
    var config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    config.set(StateBackendOptions.STATE_BACKEND, state.name().toLowerCase(Locale.ROOT));
    config.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
    config.set(CoreOptions.TMP_DIRS, scratch.toString());
    // Without a directory savepoints are kept in memory too, and fail above some megabytes.
    config.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        scratch.resolve("checkpoints").toUri().toString());
    if (!checkpoints.isZero()) {
      config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
      config.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    }
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, config);
  }

  private static long bytesIn(Path directory) throws IOException {
    long bytes = 0;
    try (var walk = Files.walk(directory)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
