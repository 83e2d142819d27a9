// SPDX-License-Identifier: Apache-2.0
package io.breakwater.console.index.state;

import io.breakwater.console.index.Kind;
import io.breakwater.console.index.Outcome;
import io.breakwater.console.index.Sequence;
import io.breakwater.console.index.record.Revision;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The rules of reading, as {@code docs/siem.md} has them, and what is counted on the way.
 *
 * <pre>
 *            Create, Update              Close
 *   nothing ───────────────► open ─────────────────► closed
 *                            │  ▲  Create, Update      │
 *             Create, Update └──┘◄─────────────────────┘
 * </pre>
 *
 * A job that failed may write a run of revisions again. They are followed, and end where they
 * ended; in the counts an episode opens once all the same, and its close is taken back when the
 * episode goes on.
 */
public final class Lifecycle {
  private final Kind kind;
  private final Tally tally;

  public Lifecycle(Kind kind, Tally tally) {
    this.kind = kind;
    this.tally = tally;
  }

  /** What comes of the revision that stands at this place of its stream. */
  public Step take(Optional<Standing> before, Revision revision, Sequence sequence) {
    return before.isEmpty() ? first(revision, sequence) : next(before.get(), revision, sequence);
  }

  private Step first(Revision revision, Sequence sequence) {
    if (revision.closes()) {
      return new Step(Outcome.NOT_HELD, Optional.empty(), false);
    }
    open(revision, revision.time());
    return new Step(Outcome.OPENED, Optional.of(open(revision, sequence, revision.time())), true);
  }

  private Step next(Standing before, Revision revision, Sequence sequence) {
    if (sequence.compareTo(before.latest()) <= 0) {
      return isHeld(before, revision)
          ? unchanged(Outcome.DUPLICATE, before)
          : unchanged(Outcome.OLDER, before);
    }
    if (isHeld(before, revision)) {
      return unchanged(Outcome.DUPLICATE, before.upTo(sequence));
    }
    if (revision.closes() && !before.open()) {
      return unchanged(Outcome.NOT_HELD, before.upTo(sequence));
    }
    if (revision.replay() && !before.replay()) {
      return unchanged(Outcome.REPLAY_APART, before);
    }
    return revision.closes() ? close(before, revision, sequence) : goOn(before, revision, sequence);
  }

  /** What was only a replay until now and comes live says more than before: that it is so. */
  private static boolean isHeld(Standing before, Revision revision) {
    return !revision.closes()
        && before.open()
        && before.revisionUid().equals(revision.revisionUid())
        && (before.replay() == revision.replay() || revision.replay());
  }

  private static Step unchanged(Outcome outcome, Standing standing) {
    return new Step(outcome, Optional.of(standing), false);
  }

  private Step goOn(Standing before, Revision revision, Sequence sequence) {
    long changed = Math.max(revision.time(), before.changed());
    boolean sameEpisode = before.episode() == revision.episode();
    if (sameEpisode && !before.open()) {
      takeCloseBack(before);
    }
    if (sameEpisode) {
      tally.moved(kind, changed, before.severity(), revision.severity());
    } else {
      if (before.open()) {
        tally.closed(kind, changed, before.severity());
      }
      open(revision, changed);
    }
    var after = open(revision, sequence, changed);
    return new Step(
        before.open() ? Outcome.CHANGED : Outcome.OPENED, Optional.of(after), !sameEpisode);
  }

  private Step close(Standing before, Revision revision, Sequence sequence) {
    long changed = Math.max(revision.time(), before.changed());
    boolean measured = !before.replay() && !revision.replay();
    var after =
        measured ? OptionalLong.of(Math.max(0, changed - before.opened())) : OptionalLong.empty();
    tally.closed(kind, changed, before.severity());
    after.ifPresent(millis -> tally.took(kind, Measure.CLOSE, changed, before.severity(), millis));
    return new Step(
        Outcome.CLOSED,
        Optional.of(
            new Standing(
                revision.revisionUid(),
                false,
                revision.replay(),
                revision.episode(),
                before.severity(),
                sequence,
                sequence,
                changed,
                before.opened(),
                after)),
        false);
  }

  private void open(Revision revision, long when) {
    tally.opened(kind, when, revision.severity());
  }

  private void takeCloseBack(Standing before) {
    tally.closeTakenBack(kind, before.changed(), before.severity());
    before
        .closedAfter()
        .ifPresent(
            millis ->
                tally.tookNot(kind, Measure.CLOSE, before.changed(), before.severity(), millis));
  }

  private static Standing open(Revision revision, Sequence sequence, long changed) {
    return new Standing(
        revision.revisionUid(),
        true,
        revision.replay(),
        revision.episode(),
        revision.severity(),
        sequence,
        sequence,
        changed,
        revision.created(),
        OptionalLong.empty());
  }
}
