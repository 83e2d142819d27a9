// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** The command line: options in, exit code out. */
@Command(
    name = "breakwater-consumer",
    sortOptions = false,
    description = {
      "Reads Breakwater's streams of exposures and certificates, keeps what is open in"
          + " DIR/open.ndjson, and prints a line of JSON for each revision that somebody should act on.",
      "Goes on where it stopped: what it needs for that is in DIR, too. Stops at SIGINT and SIGTERM.",
      "Credentials are those of the AWS SDK's default chain."
    },
    footer = "%nExit code: 0 it was stopped or idle, 1 it failed, 2 wrong usage.")
final class Main implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final long PATIENCE_SECONDS = 20;

  @Spec private CommandSpec command;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      required = true,
      description = "A stream to read; may be given several times.")
  private List<String> streams;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      required = true,
      description = "Where to keep what is open; for one process at a time.")
  private Path state;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region of the streams. Default: that of the AWS SDK's chain.")
  private String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A server in place of the region's.")
  private URI endpoint;

  @Option(
      names = "--from",
      paramLabel = "POSITION",
      defaultValue = "TRIM_HORIZON",
      description =
          "Where to begin with a stream that was not read before: TRIM_HORIZON, LATEST, or a time"
              + " such as 2026-11-01T00:00:00Z. Default: TRIM_HORIZON.")
  private String from;

  @Option(
      names = "--until-idle",
      paramLabel = "SECONDS",
      description = "End when everything is read and nothing has come for so long.")
  private Integer untilIdle;

  @SuppressWarnings("UnusedVariable") // That it is there is all that picocli needs.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  private boolean help;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int exitCode = FAILED;

  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    var start = start();
    try (var client = client()) {
      var directory = StateDirectory.at(state);
      var open = directory.openSet();
      var actions = directory.actions();
      var intake = new Intake(open, actions, out, errors);
      var readers = readers(client, directory.checkpoint(), start, intake);
      var consumer = new Consumer(directory, open, actions, intake, readers, clock);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(consumer), "stop"));
      consumer.run(Optional.ofNullable(untilIdle).map(Duration::ofSeconds));
      errors.println(intake.summary());
      exitCode = OK;
    } catch (ResourceNotFoundException e) {
      failed("there is no such stream: " + e.awsErrorDetails().errorMessage());
    } catch (SdkException e) {
      failed("Kinesis cannot be read: " + e.getMessage());
    } catch (RecordsLostException e) {
      failed(
          e.getMessage()
              + ". Start over with another directory, from the copies of the stream if there are"
              + " any, or from TRIM_HORIZON");
    } catch (IOException e) {
      failed("the state cannot be kept: " + e.getMessage());
    } finally {
      ended.countDown();
    }
    return exitCode;
  }

  private void failed(String why) {
    errors.println("breakwater-consumer: " + why);
  }

  private Position start() {
    if (untilIdle != null && untilIdle < 1) {
      throw new ParameterException(
          command.commandLine(), "--until-idle: expected seconds from 1 on, not " + untilIdle);
    }
    return switch (from) {
      case "TRIM_HORIZON" -> Position.TRIM_HORIZON;
      case "LATEST" -> Position.latest(clock.instant());
      default -> Position.at(timeOf(from));
    };
  }

  private Instant timeOf(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          command.commandLine(),
          "--from: expected TRIM_HORIZON, LATEST or a time such as 2026-11-01T00:00:00Z, not "
              + text,
          e);
    }
  }

  private KinesisClient client() {
    var builder = KinesisClient.builder();
    if (region != null) {
      builder.region(Region.of(region));
    }
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    return builder.build();
  }

  private Map<String, StreamReader> readers(
      KinesisClient client,
      Map<String, StreamPosition> checkpoint,
      Position start,
      RecordHandler handler) {
    var readers = new TreeMap<String, StreamReader>();
    for (var stream : streams) {
      var last = checkpoint.get(stream);
      readers.put(
          stream,
          last == null
              ? StreamReader.from(start, client, stream, handler)
              : StreamReader.after(last, client, stream, handler, clock.instant()));
    }
    return readers;
  }

  /**
   * On a signal the process ends when this returns, with the code of the signal: so it must wait
   * until all is saved, and end the process itself.
   */
  private void stopAndWait(Consumer consumer) {
    if (ended.getCount() == 0) {
      return;
    }
    consumer.stop();
    try {
      boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Runtime.getRuntime().halt(inTime ? exitCode : FAILED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
