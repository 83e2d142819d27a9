// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import io.breakwater.history.Pause;
import io.breakwater.history.RemoteHistory;
import io.breakwater.history.Transfer;
import io.breakwater.history.kinesis.StreamFollower;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * What an archive of EventBridge has, replayed into a Kinesis stream that is for replays only. The
 * live stream is not touched: the replay goes to one rule, which is made for it, takes nothing but
 * its events, and is removed when it has ended.
 *
 * <pre>
 *   checked ──► noted ──► rule made ──► replay started ──► read to the tip ──► complete, rule removed
 * </pre>
 *
 * <p>The events come in no order. They are billed as events, and take about as long as EventBridge
 * needs for them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-replay-archived-event.html">
 *     replays</a>
 */
public final class ArchiveHistory implements RemoteHistory {
  private static final String PREFIX = "breakwater-replay-";
  private static final String COMPLETE = "complete";

  /** The clock of this machine may be ahead of that of Kinesis. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final EventBridgeClient events;
  private final KinesisClient streams;
  private final String archive;
  private final String stream;
  private final String role;
  private final Patience patience;
  private final Clock clock;
  private final Pause pause;
  private final Supplier<String> ids;

  /**
   * @param events of the region of the archive; not closed
   * @param streams of the region of the stream; not closed
   * @param archive its name, or its ARN
   * @param stream the ARN of the stream that replays go to: of the same account and region, and a
   *     target of no rule that is not for replays
   * @param role the ARN of the role by which EventBridge may put records to it
   */
  public ArchiveHistory(
      EventBridgeClient events, KinesisClient streams, String archive, String stream, String role) {
    this(
        events,
        streams,
        archive,
        stream,
        role,
        Patience.USUAL,
        Clock.systemUTC(),
        Pause.BY_SLEEPING,
        () -> UUID.randomUUID().toString());
  }

  ArchiveHistory(
      EventBridgeClient events,
      KinesisClient streams,
      String archive,
      String stream,
      String role,
      Patience patience,
      Clock clock,
      Pause pause,
      Supplier<String> ids) {
    this.events = events;
    this.streams = streams;
    this.archive = archive;
    this.stream = stream;
    this.role = role;
    this.patience = patience;
    this.clock = clock;
    this.pause = pause;
    this.ids = ids;
  }

  @Override
  public String name() {
    return "archive:" + archive.substring(archive.indexOf('/') + 1);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where it is interrupted, the replay goes on without it, and a later call goes on reading
   * what it has brought, as long as the stream keeps that. Only {@link #cancel} ends it.
   *
   * @throws HistoryException also when the archive does not have all of the range, the stream is
   *     not for replays only, or the replay fails or is cancelled
   */
  @Override
  public List<Path> bring(TimeRange range, Path directory, Transfer transfer)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var before = ReplayNote.read(directory);
    if (before.isPresent()) {
      before.get().requireOf(archive, stream, range, directory);
    }
    if (!Files.exists(directory.resolve(COMPLETE))) {
      var now = clock.instant();
      var found = Archive.describe(events, archive, now);
      if (before.isEmpty()) {
        found.requireAllOf(range, now);
      }
      var note = before.orElseGet(() -> newNote(found, range, now));
      bring(found, note, directory, transfer);
    }
    return StreamFollower.filesIn(directory);
  }

  private ReplayNote newNote(Archive found, TimeRange range, Instant now) {
    return new ReplayNote(PREFIX + ids.get(), found.arn(), stream, range, now.minus(SKEW));
  }

  private void bring(Archive found, ReplayNote note, Path directory, Transfer transfer)
      throws IOException, InterruptedException {
    var rule = new ReplayRule(events, found.bus(), note.name(), stream, role);
    rule.check();
    var replay = new Replay(events, found, note.name(), note.range(), rule);
    var kept = new ReplayedEvents(note.name());
    var follower = new StreamFollower(streams, stream, note.readFrom(), directory, kept, pause);
    try {
      // A stream that cannot be read is better known before a replay is on its way into it.
      follower.read();
      note.write(directory);
      transfer.brought(name(), 0, OptionalDouble.empty());
      begin(replay, rule);
      follow(replay, follower, transfer);
    } finally {
      follower.flush();
    }
    Files.writeString(directory.resolve(COMPLETE), "");
    replay.removeRule();
  }

  private void begin(Replay replay, ReplayRule rule) throws IOException, InterruptedException {
    if (replay.isThere()) {
      replay.look();
      rule.requireThere();
      return;
    }
    var ruleArn = rule.make();
    pause.pause(patience.untilRuleWorks());
    start(replay, ruleArn);
  }

  private void start(Replay replay, String ruleArn) throws IOException, InterruptedException {
    try {
      replay.start(ruleArn);
    } catch (HistoryException e) {
      // It may have been started all the same, and then its events need the rule.
      if (!replay.isThere()) {
        replay.removeRule();
      }
      throw e;
    }
  }

  private void follow(Replay replay, StreamFollower follower, Transfer transfer)
      throws IOException, InterruptedException {
    Optional<Instant> quietSince = Optional.empty();
    while (quietSince.isEmpty()
        || clock.instant().isBefore(quietSince.get().plus(patience.afterLast()))) {
      var progress = replay.look();
      var step = follower.read();
      transfer.brought(name(), step.bytes(), progress.part());

      boolean isQuiet = progress.isComplete() && step.atTip() && step.kept() == 0;
      quietSince = isQuiet ? quietSince.or(() -> Optional.of(clock.instant())) : Optional.empty();
      if (step.atTip()) {
        pause.pause(patience.betweenLooks());
      }
    }
  }

  /**
   * Ends the replay that an earlier call began and did not follow to its end, and removes its rule.
   * What was brought stays in the directory, and {@link #bring} refuses to go on with it.
   *
   * @param directory that of the earlier call
   * @throws HistoryException when there is none, or EventBridge refuses, saying what is left there
   */
  public void cancel(Path directory) throws IOException, InterruptedException {
    var note = ReplayNote.read(directory);
    if (note.isEmpty() || Files.exists(directory.resolve(COMPLETE))) {
      throw new HistoryException("no replay of archive " + archive + " is under way");
    }
    var found = Archive.describe(events, archive, clock.instant());
    var name = note.get().name();
    var rule = new ReplayRule(events, found.bus(), name, stream, role);
    var replay = new Replay(events, found, name, note.get().range(), rule);
    replay.cancel();
    replay.removeRule();
  }
}
