// SPDX-License-Identifier: Apache-2.0

/**
 * What is open: the last revision of each exposure and certificate alert, in the order of the
 * shard, until one closes it.
 */
export class OpenSet {
  #held = new Map();

  /**
   * @param {import('./revision.js').Revision} revision
   * @returns {'opened' | 'changed' | 'closed' | 'duplicate' | 'not-held'} what it does: a duplicate
   *     is the revision that is held already, delivered twice; to close what is not held happens
   *     after a recovery of the job
   */
  take(revision) {
    if (revision.activity === 'close') {
      return this.#held.delete(revision.uid) ? 'closed' : 'not-held';
    }
    const before = this.#held.get(revision.uid);
    if (before !== undefined && isSame(before, revision)) {
      return 'duplicate';
    }
    this.#held.set(revision.uid, revision);
    return before === undefined ? 'opened' : 'changed';
  }

  get size() {
    return this.#held.size;
  }

  /** By uid. */
  revisions() {
    return [...this.#held.values()].sort((a, b) => (a.uid < b.uid ? -1 : 1));
  }
}

/** What was only a replay until now and comes live says more than before: that it is so. */
function isSame(before, revision) {
  return (
    before.revisionUid === revision.revisionUid &&
    (before.replay === revision.replay || revision.replay)
  );
}
