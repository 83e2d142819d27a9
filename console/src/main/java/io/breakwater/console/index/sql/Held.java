// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.sql;

import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.state.Standing;
import java.util.Optional;

/**
 * An exposure or an alert while a batch is taken in: what the store has of it, and what the batch
 * makes of it.
 *
 * @param <R> the form of its revisions
 */
final class Held<R> {
  private final long id;
  private final boolean stored;
  private Optional<Standing> standing;
  private Optional<R> state = Optional.empty();
  private Optional<R> open = Optional.empty();
  private final Optional<Standing> before;
  private Optional<Outcome> change = Optional.empty();
  private boolean moved;
  private Content content = Content.NONE;
  private int revisions;

  private Held(long id, boolean stored, Optional<Standing> standing) {
    this.id = id;
    this.stored = stored;
    this.standing = standing;
    this.before = standing;
  }

  static <R> Held<R> fresh(long id) {
    return new Held<>(id, false, Optional.empty());
  }

  static <R> Held<R> stored(long id, Standing standing, Content content, int revisions) {
    var held = new Held<R>(id, true, Optional.of(standing));
    held.content = content;
    held.revisions = revisions;
    return held;
  }

  /** The place of the last record has moved, with or without a new state. */
  void stands(Optional<Standing> now) {
    moved |= !now.equals(standing);
    standing = now;
  }

  void says(R revision, Outcome outcome) {
    state = Optional.of(revision);
    if (outcome != Outcome.CLOSED) {
      open = Optional.of(revision);
    }
    boolean opensAndChanges =
        outcome == Outcome.CHANGED && change.equals(Optional.of(Outcome.OPENED));
    change = opensAndChanges ? change : Optional.of(outcome);
  }

  void addRevision() {
    revisions++;
    moved = true;
  }

  void trimmedTo(int left) {
    revisions = left;
  }

  void contains(Content now) {
    content = now;
  }

  long id() {
    return id;
  }

  /** Whether the store had it before this batch. */
  boolean isStored() {
    return stored;
  }

  /** As the store has it. */
  Optional<Standing> before() {
    return before;
  }

  Optional<Standing> standing() {
    return standing;
  }

  /** What the batch does to it, as those see it who see whole batches. */
  Optional<Outcome> change() {
    return change;
  }

  /** The last revision of the batch that became the state. */
  Optional<R> state() {
    return state;
  }

  /** The last of them that is open, which alone has traits and the like. */
  Optional<R> open() {
    return open;
  }

  boolean isMoved() {
    return moved;
  }

  Content content() {
    return content;
  }

  int revisions() {
    return revisions;
  }
}
