// SPDX-License-Identifier: Apache-2.0
package io.breakwater.cli.local;

import io.breakwater.cli.Failure;
import io.breakwater.cli.console.KinesisActions;
import io.breakwater.cli.console.KinesisLetters;
import io.breakwater.console.web.Outlets;
import io.breakwater.demo.fleet.Fleet;
import io.breakwater.demo.kinesis.KinesisLocal;
import io.breakwater.demo.kinesis.Receipts;
import io.breakwater.demo.kinesis.StreamReader;
import io.breakwater.demo.kinesis.StreamWriter;
import io.breakwater.flink.Sinks;
import io.breakwater.flink.Sources;
import io.breakwater.flink.kinesis.KinesisInputs;
import io.breakwater.flink.kinesis.KinesisOutputs;
import io.breakwater.flink.kinesis.KinesisSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A Kinesis server of this machine in between, with a stream for each direction: two threads send
 * the events, those of certificates by their own clock, and one looks for what the job wrote.
 */
final class ThroughKinesis implements Wiring {
  private static final String FINDINGS = "findings";
  private static final String EXPOSURES = "exposures";
  private static final String CERTIFICATES = "certificates";
  private static final String CHOKE_POINTS = "choke-points";
  private static final String DEAD_LETTERS = "dead-letters";
  private static final String RULES = "rules";
  private static final String RULE_ANSWERS = "rule-answers";
  private static final String ACTIONS = "actions";
  private static final String ACTION_ANSWERS = "action-answers";
  private static final int SHARDS = 2;
  private static final int BATCHES_A_SECOND = 5;
  private static final long POLL_MILLIS = 200;
  private static final long PATIENCE_MILLIS = 5_000;

  private final KinesisLocal server;
  private final Path directory;
  private final DemoEvents events;
  private final double eventsPerSecond;
  private final AcceleratedClock certificateClock;
  private final Fleet fleet;
  private final Receiver receiver;
  private final KinesisSettings settings;
  private final Thread sender = new Thread(this::send, "send findings");
  private final Thread fleetSender = new Thread(this::sendCertificates, "send certificates");
  private final Thread reader = new Thread(this::read, "read exposures");
  private volatile boolean ending;

  private ThroughKinesis(
      KinesisLocal server,
      Path directory,
      long seed,
      double eventsPerSecond,
      double speed,
      Receiver receiver) {
    this.server = server;
    this.directory = directory;
    this.events = new DemoEvents(seed, Clock.systemUTC());
    this.eventsPerSecond = eventsPerSecond;
    this.certificateClock = AcceleratedClock.by(Clock.systemUTC(), speed);
    this.fleet = Fleet.seeded(seed, certificateClock.start());
    this.receiver = receiver;
    this.settings =
        KinesisSettings.builder()
            .inputStream(FINDINGS)
            .exposureStream(EXPOSURES)
            .certificateStream(CERTIFICATES)
            .chokePointStream(CHOKE_POINTS)
            .deadLetterStream(DEAD_LETTERS)
            .ruleStream(RULES)
            .ruleAnswerStream(RULE_ANSWERS)
            .controlStream(ACTIONS)
            .controlAnswerStream(ACTION_ANSWERS)
            .region(KinesisLocal.REGION)
            .endpoint(server.endpoint().toString())
            .build();
  }

  /**
   * Starts the server and makes the streams.
   *
   * @param directory for what the server needs and its log; taken away when it ended well
   * @param speed how many times faster than the wall clock certificates age
   */
  static ThroughKinesis start(
      Path directory, long seed, double eventsPerSecond, double speed, Receiver receiver)
      throws InterruptedException {
    try {
      var server = KinesisLocal.start(directory);
      try {
        server.createStream(FINDINGS, SHARDS);
        server.createStream(EXPOSURES, SHARDS);
        server.createStream(CERTIFICATES, 1);
        server.createStream(CHOKE_POINTS, 1);
        server.createStream(DEAD_LETTERS, 1);
        server.createStream(RULES, 1);
        server.createStream(RULE_ANSWERS, 1);
        server.createStream(ACTIONS, 1);
        server.createStream(ACTION_ANSWERS, 1);
      } catch (IOException | InterruptedException | RuntimeException e) {
        server.close();
        throw e;
      }
      return new ThroughKinesis(server, directory, seed, eventsPerSecond, speed, receiver);
    } catch (IOException e) {
      throw new Failure("there is no local Kinesis: " + e.getMessage(), e);
    }
  }

  @Override
  public String where() {
    return "Kinesis is at "
        + server.endpoint()
        + " (streams "
        + String.join(
            ", ",
            FINDINGS,
            EXPOSURES,
            CERTIFICATES,
            CHOKE_POINTS,
            DEAD_LETTERS,
            RULES,
            RULE_ANSWERS,
            ACTIONS,
            ACTION_ANSWERS)
        + ")";
  }

  @Override
  public AcceleratedClock certificateClock() {
    return certificateClock;
  }

  @Override
  public Duration delivery() {
    return Duration.ofSeconds(3);
  }

  @Override
  public Sources sources() {
    return new KinesisInputs(settings);
  }

  @Override
  public Sinks sinks() {
    return new KinesisOutputs(settings);
  }

  @Override
  public Outlets outlets() {
    return new Outlets(
        Optional.of(new KinesisActions(server.client(), ACTIONS)),
        Optional.of(new KinesisLetters(server.client(), FINDINGS)));
  }

  @Override
  public void open() {
    sender.start();
    fleetSender.start();
    reader.start();
  }

  private void send() {
    var writer = new StreamWriter(server.client(), FINDINGS, new Sent());
    untilEnding(
        () -> {
          int count = (int) Math.max(1, Math.round(eventsPerSecond / BATCHES_A_SECOND));
          for (int i = 0; i < count || events.isOpening(); i++) {
            var event = events.next();
            writer.add(event.partitionKey(), event.json());
          }
          writer.flush();
          TimeUnit.NANOSECONDS.sleep(Math.round(1e9 * count / eventsPerSecond));
        });
  }

  /**
   * Each event when it is due by the clock of the certificates, whatever the rate of the others.
   */
  private void sendCertificates() {
    var writer = new StreamWriter(server.client(), FINDINGS, new Sent());
    untilEnding(
        () -> {
          var now = certificateClock.instant();
          for (var event = fleet.next(now); event.isPresent(); event = fleet.next(now)) {
            writer.add(event.get().partitionKey(), event.get().json());
          }
          writer.flush();
          Thread.sleep(POLL_MILLIS);
        });
  }

  private void read() {
    var exposures = new StreamReader(server.client(), EXPOSURES);
    var alerts = new StreamReader(server.client(), CERTIFICATES);
    var points = new StreamReader(server.client(), CHOKE_POINTS);
    var letters = new StreamReader(server.client(), DEAD_LETTERS);
    var actionAnswers = new StreamReader(server.client(), ACTION_ANSWERS);
    var ruleAnswers = new StreamReader(server.client(), RULE_ANSWERS);
    untilEnding(
        () -> {
          take(exposures, receiver::revision);
          take(alerts, receiver::certificate);
          take(points, receiver::chokePoint);
          take(letters, receiver::deadLetter);
          take(actionAnswers, receiver::actionAnswer);
          take(ruleAnswers, receiver::ruleAnswer);
          Thread.sleep(POLL_MILLIS);
        });
  }

  private static void take(StreamReader stream, Consumer<byte[]> to) {
    stream.poll().forEach(to);
  }

  private void untilEnding(Step step) {
    try {
      while (!ending) {
        step.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SdkException e) {
      if (!ending) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    if (ending) {
      return;
    }
    ending = true;
    try {
      for (var thread : new Thread[] {sender, fleetSender, reader}) {
        thread.interrupt();
        thread.join(PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
    }
    takeAway(directory);
  }

  private static void takeAway(Path directory) {
    try (var walk = Files.walk(directory)) {
      for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take " + directory + " away", e);
    }
  }

  /** The events are made up: one that the server refuses for good is not missed. */
  private static final class Sent implements Receipts {
    @Override
    public void accepted(byte[] data, String shardId, String sequenceNumber) {}

    @Override
    public void refused(byte[] data, String reason) {}
  }

  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }
}
