// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.replay;

import io.breakwater.cli.Failure;
import io.breakwater.cli.Inputs;
import io.breakwater.cli.aws.AwsClients;
import io.breakwater.core.time.TimeRange;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.archive.ArchiveHistory;
import io.breakwater.history.kinesis.KinesisHistory;
import io.breakwater.history.s3.S3History;
import io.breakwater.history.s3.S3Location;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where past events are kept. */
public final class Places {
  private static final String S3 = "s3://";
  private static final String STREAM = "kinesis:";
  private static final String ARCHIVE = "archive:";

  @Option(
      names = "--input",
      paramLabel = "PLACE",
      required = true,
      arity = "1..*",
      description = {
        "Where the events are:",
        "  PATH  files or directories: JSON, NDJSON, concatenated JSON, plain, gzip or Zstandard;"
            + " Parquet with the columns of OCSF",
        "  s3://BUCKET/PREFIX  the same in S3, as Firehose or Security Lake leaves it",
        "  kinesis:STREAM  what a stream still keeps",
        "  archive:NAME  an archive of EventBridge, replayed into a stream of its own"
      })
  private List<String> places;

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description =
          "Where to bring what is elsewhere; what is there already is not brought again."
              + " Default: history in the output directory.")
  private Path history;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where these are. Default: as the AWS command line has it.")
  private String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A server in place of the region's, such as http://localhost:4567.")
  private URI endpoint;

  @Option(
      names = "--slack",
      paramLabel = "DURATION",
      description =
          "How long after an event it may have been delivered: so much more than the span is looked"
              + " at. Default: ${DEFAULT-VALUE}.")
  private Duration slack = S3History.USUAL_SLACK;

  @Option(
      names = "--rate",
      paramLabel = "MB",
      description =
          "Bring at most so many megabytes a second. Of a stream never more than half of what its"
              + " shards give is taken.")
  private Double rate;

  @Option(
      names = "--replay-stream",
      paramLabel = "ARN",
      description = "For archive: the stream that EventBridge replays into, used for nothing else.")
  private String replayStream;

  @Option(
      names = "--replay-role",
      paramLabel = "ARN",
      description = "For archive: the role by which EventBridge puts records to that stream.")
  private String replayRole;

  @Option(
      names = "--cancel",
      description =
          "For archive: end the replay that an interrupted command has left under way, and forget"
              + " what it brought.")
  private boolean cancel;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * All files that hold events of the span. Brings what is elsewhere, and shows how far that is.
   *
   * @param usual where to bring it, unless another directory was asked for
   * @throws Failure when a place does not exist
   * @throws io.breakwater.history.HistoryException when it refuses
   */
  public List<Path> files(TimeRange range, Path usual) throws IOException, InterruptedException {
    requireUsable();
    var below = history == null ? usual : history;
    var sources = new ArrayList<Source>();
    var files = new ArrayList<Path>();
    try (var clients = new AwsClients(region, endpoint)) {
      // What is wrong with the last place is not to wait until all others were brought.
      for (var place : places) {
        sources.add(source(place, range, below, clients));
      }
      for (var source : sources) {
        files.addAll(source.files());
      }
    }
    if (files.isEmpty()) {
      throw new Failure("there is nothing of " + range + " in " + String.join(", ", places));
    }
    return files;
  }

  private void requireUsable() {
    if (rate != null && !(rate > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--rate must be more than zero, was " + rate);
    }
    if (slack.isNegative()) {
      throw new ParameterException(
          spec.commandLine(), "--slack must not be negative, was " + slack);
    }
  }

  private Source source(String place, TimeRange range, Path below, AwsClients clients)
      throws IOException {
    if (isRemote(place)) {
      var remote = remote(place, clients);
      var brought = brought(remote, place, range, below, clients);
      return () -> new Courier(spec.commandLine().getErr(), rate).bring(remote, brought);
    }
    var local = Inputs.files(List.of(Path.of(place)), spec.commandLine().getErr());
    return () -> local;
  }

  /** A place that is known to be one. */
  @FunctionalInterface
  private interface Source {
    List<Path> files() throws IOException, InterruptedException;
  }

  /** Whether nothing is to be read, but what is under way is to be cancelled. */
  public boolean areToBeCancelled() {
    return cancel;
  }

  /**
   * Ends the replays of archives that an earlier command began.
   *
   * @throws io.breakwater.history.HistoryException when there is none, or EventBridge refuses
   */
  public void cancel(TimeRange range, Path usual) throws IOException, InterruptedException {
    var below = history == null ? usual : history;
    try (var clients = new AwsClients(region, endpoint)) {
      for (var place : places) {
        if (!place.startsWith(ARCHIVE)) {
          throw new ParameterException(
              spec.commandLine(), "--cancel is for archives, not for " + place);
        }
        var archive = archive(name(place, ARCHIVE), clients);
        var brought = brought(archive, place, range, below, clients);
        archive.cancel(brought.files());
        brought.forget();
        spec.commandLine().getErr().println("breakwater: cancelled the replay of " + place);
      }
    }
  }

  private static boolean isRemote(String place) {
    return place.startsWith(S3) || place.startsWith(STREAM) || place.startsWith(ARCHIVE);
  }

  private RemoteHistory remote(String place, AwsClients clients) {
    if (place.startsWith(STREAM)) {
      return new KinesisHistory(clients.kinesis(), name(place, STREAM), slack);
    }
    if (place.startsWith(ARCHIVE)) {
      return archive(name(place, ARCHIVE), clients);
    }
    try {
      return new S3History(clients.s3(), S3Location.parse(place), slack);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private String name(String place, String kind) {
    var name = place.substring(kind.length());
    if (name.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "a name or an ARN must follow in --input=" + place);
    }
    return name;
  }

  private ArchiveHistory archive(String name, AwsClients clients) {
    if (replayStream == null || replayRole == null) {
      throw new ParameterException(
          spec.commandLine(), "an archive needs --replay-stream and --replay-role");
    }
    return new ArchiveHistory(
        clients.eventBridge(), clients.kinesis(), name, replayStream, replayRole);
  }

  private Brought brought(
      RemoteHistory remote, String place, TimeRange range, Path below, AwsClients clients) {
    // An archive is asked only for what it has by then.
    var lateness = remote instanceof ArchiveHistory ? Duration.ZERO : slack;
    var where = place + " in " + clients.where();
    return new Brought(remote, where, range, lateness, below, Clock.systemUTC());
  }
}
