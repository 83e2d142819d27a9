// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.cli.Failure;
import io.breakwater.cli.Progress;
import io.breakwater.core.catalogue.CatalogueText;
import io.breakwater.flink.CorrelationJob;
import io.breakwater.flink.Settings;
import io.breakwater.flink.account.Tally;
import io.breakwater.flink.files.FindingFiles;
import io.breakwater.flink.files.OutputFiles;
import io.breakwater.history.format.EventFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.JobException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The correlation job over files, from the first to the last record, on this machine. */
public final class BoundedRun {
  private static final long POLL_MILLIS = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Events events;
  private final Path output;
  private final int parallelism;
  private final RuleFiles rules;
  private final Progress progress;

  public BoundedRun(
      Events events, Path output, int parallelism, RuleFiles rules, Progress progress) {
    this.events = events;
    this.output = output;
    this.parallelism = parallelism;
    this.rules = rules;
    this.progress = progress;
  }

  /**
   * Runs to the end.
   *
   * @param given null for the latest event time in the input, which costs another pass over it
   */
  public Summary asOf(Instant given) throws Exception {
    try (var results = Results.in(output)) {
      var asOf = given == null ? new LastEvent(events, progress).time() : given;
      long begin = System.nanoTime();
      var settings = settings(asOf);
      var counts = execute(settings, results.parts());
      var revisions =
          RevisionFiles.in(
              results.parts().resolve(OutputFiles.EXPOSURES), rules.suppressions().isPresent());
      revisions.writeAll(results.file("exposures.ndjson"));
      var open = revisions.writeOpen(results.file("open-exposures.ndjson"));
      var chokePoints = ChokePointFiles.in(results.parts().resolve(OutputFiles.CHOKE_POINTS));
      chokePoints.writeAll(results.file("choke-points.ndjson"));
      DeadLetterFiles.write(
          results.parts().resolve(OutputFiles.DEAD_LETTERS), results.file("dead-letters.ndjson"));
      var alerts = RevisionFiles.in(results.parts().resolve(OutputFiles.CERTIFICATES), false);
      alerts.writeAll(results.file("certificates.ndjson"));
      var openAlerts = alerts.writeOpen(results.file("open-certificates.ndjson"));
      double seconds = (System.nanoTime() - begin) / 1e9;
      var summary =
          new Summary(
              counts,
              open,
              revisions.byActivity(),
              openAlerts,
              alerts.byActivity(),
              chokePoints.count(),
              asOf,
              settings.catalogue().version(),
              SuppressionReport.of(
                  settings.suppressions(),
                  asOf,
                  revisions.openSuppressedBy(),
                  revisions.openAfterTheEndOf()),
              seconds);
      Files.writeString(results.file("summary.json"), summary.toJson() + "\n");
      Files.writeString(
          results.file("catalogue.json"),
          json(rules.catalogue().orElseGet(CatalogueText::builtIn)) + "\n");
      results.publish();
      return summary;
    }
  }

  /** The rules that were applied, so that what they found can be compared with what others find. */
  private static String json(CatalogueText catalogue) throws IOException {
    var files = JSON.createObjectNode();
    for (var file : catalogue.files().entrySet()) {
      files.set(file.getKey(), JSON.readTree(file.getValue()));
    }
    return JSON.writeValueAsString(files);
  }

  private Settings settings(Instant asOf) {
    var settings = Settings.asOf(asOf).selection(events.selection());
    if (events.replay()) {
      settings.replay();
    }
    rules.catalogue().ifPresent(settings::catalogue);
    rules.suppressions().ifPresent(settings::suppressions);
    rules.exploitation().ifPresent(settings::exploitation);
    return settings.build();
  }

  private Map<String, Long> execute(Settings settings, Path parts) throws Exception {
    var config = new Configuration();
    config.set(PipelineOptions.GENERIC_TYPES, false);
    // As many tasks as were asked for: Flink takes fewer where it thinks that there is little to
    // do.
    config.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
    // There is no Hadoop to log in to, though Parquet brings some of its classes along.
    config.set(SecurityOptions.DELEGATION_TOKENS_ENABLED, false);
    var env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, config);
    CorrelationJob.build(
        env, new FindingFiles(events.files(), new EventFormat()), new OutputFiles(parts), settings);
    progress.start();
    var client = env.executeAsync("breakwater run");
    return Summary.counts(follow(client).getAllAccumulatorResults());
  }

  private JobExecutionResult follow(JobClient client) throws InterruptedException {
    var result = client.getJobExecutionResult();
    while (true) {
      try {
        var finished = result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        progress.end();
        return finished;
      } catch (TimeoutException e) {
        show(client);
      } catch (ExecutionException e) {
        throw new Failure("the job failed: " + causeOf(e).getMessage(), e);
      }
    }
  }

  /** What happened to the job: what Flink wraps around it says only that something did. */
  private static Throwable causeOf(ExecutionException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof ExecutionException
            || cause instanceof JobExecutionException
            || cause instanceof JobException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** First all is read, then it is put in the order of time and correlated. */
  private void show(JobClient client) throws InterruptedException {
    Map<String, Object> counts;
    try {
      counts = client.getAccumulators().get();
    } catch (ExecutionException | IllegalStateException e) {
      // The latter: the cluster goes down with its only job, perhaps just now.
      return;
    }
    long records = (Long) counts.getOrDefault(Tally.RECORDS + Tally.READ, 0L);
    long bytes = (Long) counts.getOrDefault(FindingFiles.BYTES_READ, 0L);
    if (bytes < events.bytes()) {
      progress.show("reading", records, bytes, events.bytes());
    } else {
      progress.show("correlating", records);
    }
  }
}
