// SPDX-License-Identifier: Apache-2.0

/**
 * What people were told of one exposure.
 *
 * @typedef {object} Told
 * @property {boolean} open whether it is open for all they know
 * @property {number} episode the one they were last told of
 * @property {Map<string, {episode: number, arrived: Date}>} actedOn by uid of the revision
 */

/**
 * On which revisions to act, which is to say notify, page or open a ticket: each once, and never on
 * a replay.
 *
 * This is apart from what is open: that goes back and forth with the stream when the job repeats a
 * run of revisions after a recovery, and people must not.
 */
export class Actions {
  /** @type {Map<string, Told>} */
  #told = new Map();

  /**
   * What to tell people now.
   *
   * @param {import('./revision.js').Revision} revision
   * @param {Date} arrived when the record came to the stream
   * @returns {'created' | 'updated' | 'closed' | undefined} undefined for nothing
   */
  on(revision, arrived) {
    if (revision.replay) {
      return undefined;
    }
    const told = this.#told.get(revision.uid) ?? { open: false, episode: 0, actedOn: new Map() };
    const open = told.open && told.episode === revision.episode;
    if (revision.activity === 'close') {
      if (!open) {
        return undefined;
      }
      told.open = false;
      return 'closed';
    }
    if (told.actedOn.has(revision.revisionUid)) {
      return undefined;
    }
    told.open = true;
    told.episode = revision.episode;
    told.actedOn.set(revision.revisionUid, { episode: revision.episode, arrived });
    this.#told.set(revision.uid, told);
    return open ? 'updated' : 'created';
  }

  /**
   * Keeps the memory in bounds. No recovery reaches back for longer than the stream does, so that
   * what is over for longer can be forgotten.
   *
   * @param {Date} horizon revisions of episodes that are over are forgotten if they came before it
   */
  forgetBefore(horizon) {
    for (const [uid, told] of this.#told) {
      for (const [revision, past] of told.actedOn) {
        const goesOn = told.open && past.episode === told.episode;
        if (!goesOn && past.arrived < horizon) {
          told.actedOn.delete(revision);
        }
      }
      if (!told.open && told.actedOn.size === 0) {
        this.#told.delete(uid);
      }
    }
  }

  /** By uid of the exposure. */
  told() {
    return [...this.#told].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Takes up again what was told before. */
  restore(uid, told) {
    this.#told.set(uid, told);
  }
}
