// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.breakwater.response.message.Move;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * In place of a target that an earlier plan had: it refuses whatever is still asked of it, so that
 * each of that is a dead letter, and nothing else is held up by it.
 */
public final class FormerTarget implements TicketTarget, MessageTarget {
  private final String reason;

  /**
   * @param name that it had in the plan
   */
  public FormerTarget(String name) {
    this.reason = "the plan does not have the target " + name + " any more";
  }

  private <T> CompletableFuture<Outcome<T>> refused() {
    return completedFuture(Outcome.refused(reason));
  }

  @Override
  public Duration settling() {
    return Duration.ZERO;
  }

  @Override
  public CompletableFuture<Outcome<List<Found>>> find(String key) {
    return refused();
  }

  @Override
  public CompletableFuture<Outcome<Found>> make(Draft draft) {
    return refused();
  }

  @Override
  public CompletableFuture<Outcome<Remote>> read(String id) {
    return refused();
  }

  @Override
  public CompletableFuture<Outcome<Done>> write(
      String id, Draft draft, List<String> tellings, boolean fields) {
    return refused();
  }

  @Override
  public CompletableFuture<Outcome<Done>> move(String id, Move move, Marker marker) {
    return refused();
  }

  @Override
  public CompletableFuture<Outcome<Done>> link(String id, String predecessor) {
    return refused();
  }

  @Override
  public CompletableFuture<Outcome<Retired>> retire(String id, String kept) {
    return refused();
  }

  @Override
  public CompletableFuture<Outcome<Done>> send(Message message) {
    return refused();
  }

  @Override
  public boolean knowsRepeats() {
    return false;
  }

  @Override
  public Merging merging() {
    return Merging.NOTHING;
  }

  @Override
  public boolean handsOnRecords() {
    return false;
  }
}
