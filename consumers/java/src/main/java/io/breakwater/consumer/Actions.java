// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * On which revisions to act, which is to say notify, page or open a ticket: each once, and never on
 * a replay.
 *
 * <p>This is apart from what is {@linkplain OpenSet open}: that goes back and forth with the stream
 * when the job repeats a run of revisions after a recovery, and people must not.
 */
final class Actions {
  /** What people are told. */
  enum Action {
    CREATED,
    UPDATED,
    CLOSED
  }

  private final SortedMap<String, Told> told = new TreeMap<>();

  /**
   * What to tell people now; empty for nothing.
   *
   * @param arrived when the record came to the stream
   */
  Optional<Action> on(Revision revision, Instant arrived) {
    if (revision.replay()) {
      return Optional.empty();
    }
    var before = told.getOrDefault(revision.uid(), Told.NOTHING);
    boolean open = before.open() && before.episode() == revision.episode();
    if (revision.activity() == Activity.CLOSE) {
      if (!open) {
        return Optional.empty();
      }
      told.put(revision.uid(), before.closed());
      return Optional.of(Action.CLOSED);
    }
    if (before.actedOn().containsKey(revision.revisionUid())) {
      return Optional.empty();
    }
    told.put(revision.uid(), before.and(revision, arrived));
    return Optional.of(open ? Action.UPDATED : Action.CREATED);
  }

  /**
   * Keeps the memory in bounds. No recovery reaches back for longer than the stream does, so that
   * what is over for longer can be forgotten.
   *
   * @param horizon revisions of episodes that are over are forgotten if they came before it
   */
  void forgetBefore(Instant horizon) {
    told.replaceAll((uid, what) -> what.since(horizon));
    told.values().removeIf(what -> !what.open() && what.actedOn().isEmpty());
  }

  /** By uid of the exposure. */
  SortedMap<String, Told> told() {
    return Collections.unmodifiableSortedMap(told);
  }

  /** Takes up again what was told before. */
  void restore(String uid, Told what) {
    told.put(uid, what);
  }

  /**
   * What people were told of one exposure.
   *
   * @param open whether it is open for all they know
   * @param episode the one they were last told of
   * @param actedOn by uid of the revision
   */
  record Told(boolean open, int episode, SortedMap<String, ActedOn> actedOn) {
    static final Told NOTHING = new Told(false, 0, Collections.emptySortedMap());

    Told {
      actedOn = Collections.unmodifiableSortedMap(new TreeMap<>(actedOn));
    }

    private Told closed() {
      return new Told(false, episode, actedOn);
    }

    private Told and(Revision revision, Instant arrived) {
      var more = new TreeMap<>(actedOn);
      more.put(revision.revisionUid(), new ActedOn(revision.episode(), arrived));
      return new Told(true, revision.episode(), more);
    }

    private Told since(Instant horizon) {
      var less = new TreeMap<>(actedOn);
      less.values().removeIf(past -> !isGoingOn(past) && past.arrived().isBefore(horizon));
      return less.size() == actedOn.size() ? this : new Told(open, episode, less);
    }

    private boolean isGoingOn(ActedOn past) {
      return open && past.episode() == episode;
    }
  }

  /** When and in which episode a revision was acted on. */
  record ActedOn(int episode, Instant arrived) {}
}
