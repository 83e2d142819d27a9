// SPDX-License-Identifier: Apache-2.0
package io.breakwater.response.targets;

import io.breakwater.response.message.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A system that keeps tickets. No call blocks, and none fails but as its {@link Outcome} says: the
 * futures complete normally.
 */
public interface TicketTarget {
  /**
   * How long after a call began, at most, a search may still not find what it made: as long as the
   * call takes, and then until searches see it.
   */
  Duration settling();

  /** The tickets that have a key, the oldest first. */
  CompletableFuture<Outcome<List<Found>>> find(String key);

  /** Makes a ticket. */
  CompletableFuture<Outcome<Found>> make(Draft draft);

  /** The ticket as it stands now, whatever searches find; missing where somebody took it away. */
  CompletableFuture<Outcome<Remote>> read(String id);

  /**
   * Brings what a ticket says up to date and tells people what is new, all of it or nothing.
   *
   * @param tellings in order; may be none
   * @param fields whether more than tellings and marker are written
   */
  CompletableFuture<Outcome<Done>> write(
      String id, Draft draft, List<String> tellings, boolean fields);

  /**
   * Moves a ticket on, by one of the ways that it was read to have, and marks it in the same
   * request: whoever reads it knows who moved it.
   */
  CompletableFuture<Outcome<Done>> move(String id, Move move, Marker marker);

  /** Says on a ticket which one it follows on. */
  CompletableFuture<Outcome<Done>> link(String id, String predecessor);

  /**
   * Takes a ticket out of the way that was made twice, and says which one counts. One that was not
   * made by whoever made the kept one is left alone: people copy tickets, with the key in them.
   */
  CompletableFuture<Outcome<Retired>> retire(String id, String kept);

  /** Whether it can tell what people have changed. */
  default boolean tellsChanges() {
    return false;
  }

  /**
   * The tickets that changed since a time, perhaps more, and what people wrote on them.
   *
   * @param page empty for the first one
   */
  default CompletableFuture<Outcome<Changes>> changes(Instant since, String page) {
    throw new UnsupportedOperationException("this target does not tell what has changed");
  }
}
