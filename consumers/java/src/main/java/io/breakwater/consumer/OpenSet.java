// SPDX-License-Identifier: Apache-2.0
package io.breakwater.consumer;

import java.util.Collection;
import java.util.TreeMap;

/**
 * What is open: the last revision of each exposure and certificate alert, in the order of the
 * shard, until one closes it.
 */
final class OpenSet {
  /** What a revision does. */
  enum Effect {
    OPENED,
    CHANGED,
    CLOSED,
    /** The revision that is held already: it was delivered twice. */
    DUPLICATE,
    /** It closes what is not held, as happens after a recovery of the job. */
    NOT_HELD
  }

  private final TreeMap<String, Revision> held = new TreeMap<>();

  Effect take(Revision revision) {
    if (revision.activity() == Activity.CLOSE) {
      return held.remove(revision.uid()) == null ? Effect.NOT_HELD : Effect.CLOSED;
    }
    var before = held.get(revision.uid());
    if (before != null && isSame(before, revision)) {
      return Effect.DUPLICATE;
    }
    held.put(revision.uid(), revision);
    return before == null ? Effect.OPENED : Effect.CHANGED;
  }

  /** What was only a replay until now and comes live says more than before: that it is so. */
  private static boolean isSame(Revision before, Revision revision) {
    return before.revisionUid().equals(revision.revisionUid())
        && (before.replay() == revision.replay() || revision.replay());
  }

  /** By uid. */
  Collection<Revision> revisions() {
    return held.values();
  }
}
