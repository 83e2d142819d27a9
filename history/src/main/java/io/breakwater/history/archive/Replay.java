// SPDX-License-Identifier: Apache-2.0
package io.breakwater.history.archive;

import io.breakwater.core.time.TimeRange;
import io.breakwater.history.HistoryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.IllegalStatusException;
import software.amazon.awssdk.services.eventbridge.model.ReplayState;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.StartReplayRequest;

/**
 * One replay of an archive into one rule, as EventBridge runs it.
 *
 * <pre>
 *   STARTING ──► RUNNING ──► COMPLETED
 *       │           ├──────► FAILED
 *       └──► CANCELLING ───► CANCELLED
 * </pre>
 */
final class Replay {
  private final EventBridgeClient client;
  private final Archive archive;
  private final String name;
  private final TimeRange range;
  private final ReplayRule rule;

  /**
   * @param range with both ends
   * @param rule of the same name
   */
  Replay(EventBridgeClient client, Archive archive, String name, TimeRange range, ReplayRule rule) {
    this.client = client;
    this.archive = archive;
    this.name = name;
    this.range = range;
    this.rule = rule;
  }

  /** Whether EventBridge knows it; it forgets replays after 90 days. */
  boolean isThere() throws HistoryException, InterruptedException {
    return describe().isPresent();
  }

  private Optional<DescribeReplayResponse> describe()
      throws HistoryException, InterruptedException {
    return Asked.ifThere(
        "read replay " + name, () -> client.describeReplay(request -> request.replayName(name)));
  }

  /**
   * Never without a rule: then the replay would go to all rules of the bus, the live ones too.
   *
   * @param ruleArn of the only rule that it goes to
   */
  void start(String ruleArn) throws HistoryException, InterruptedException {
    Asked.to(
        "start replay " + name + " of archive " + archive.arn(),
        () -> {
          try {
            return client.startReplay(request(ruleArn)).stateAsString();
          } catch (ResourceAlreadyExistsException e) {
            // Nobody else has this name: an earlier answer was lost, and the SDK asked again.
            return "started";
          }
        });
  }

  private StartReplayRequest request(String ruleArn) {
    return StartReplayRequest.builder()
        .replayName(name)
        .eventSourceArn(archive.arn())
        .eventStartTime(range.from().orElseThrow())
        .eventEndTime(range.to().orElseThrow())
        .destination(to -> to.arn(archive.bus()).filterArns(ruleArn))
        .build();
  }

  /**
   * How far it is.
   *
   * @param part of the range, from 0 to 1; empty where that is not known
   */
  record Progress(boolean isComplete, OptionalDouble part) {}

  /**
   * Looks at it. Where it has ended without being complete, its rule is removed.
   *
   * @throws HistoryException when it has failed, was cancelled, or is not there any more
   */
  Progress look() throws HistoryException, InterruptedException {
    var replay =
        describe().orElseThrow(() -> new HistoryException("replay " + name + " is not there"));
    switch (replay.state()) {
      case FAILED, CANCELLING, CANCELLED -> {
        removeRule();
        throw new HistoryException(
            "replay "
                + name
                + " of archive "
                + archive.arn()
                + " is "
                + replay.stateAsString()
                + (replay.stateReason() == null ? "" : ": " + replay.stateReason())
                + "; use another directory to begin anew");
      }
      default -> {
        boolean isComplete = replay.state() == ReplayState.COMPLETED;
        return new Progress(
            isComplete, isComplete ? OptionalDouble.of(1) : part(replay.eventLastReplayedTime()));
      }
    }
  }

  private OptionalDouble part(Instant time) {
    if (time == null) {
      return OptionalDouble.empty();
    }
    var from = range.from().orElseThrow();
    double whole = Duration.between(from, range.to().orElseThrow()).toMillis();
    double part = Duration.between(from, time).toMillis();
    return OptionalDouble.of(Math.max(0, Math.min(1, part / whole)));
  }

  /** Does nothing where it has ended, or was never started. */
  void cancel() throws HistoryException, InterruptedException {
    Asked.ifThere(
        "cancel replay " + name,
        () -> {
          try {
            return client.cancelReplay(request -> request.replayName(name)).stateAsString();
          } catch (IllegalStatusException e) {
            return "ended";
          }
        });
  }

  void removeRule() throws HistoryException, InterruptedException {
    rule.remove();
  }
}
