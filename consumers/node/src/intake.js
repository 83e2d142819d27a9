// SPDX-License-Identifier: Apache-2.0
import { MalformedRecord, parseRevision } from './revision.js';

/**
 * What becomes of a record: it changes what is open, and people may have to hear of it. One that is
 * malformed is counted and told, and changes nothing.
 */
export class Intake {
  #open;
  #actions;
  #out;
  #errors;
  #effects = new Map();
  #malformed = 0;

  /** When the latest record came; undefined when there was none. */
  latest = undefined;

  /**
   * @param {import('./open-set.js').OpenSet} open
   * @param {import('./actions.js').Actions} actions
   * @param {(line: string) => void} out takes a line for each revision to act on: in its place
   *     stands what notifies, pages or opens tickets
   * @param {(line: string) => void} errors takes a line for each record that is malformed
   */
  constructor(open, actions, out, errors) {
    this.#open = open;
    this.#actions = actions;
    this.#out = out;
    this.#errors = errors;
  }

  /**
   * @param {Uint8Array} data
   * @param {Date} arrived when the record came to the stream
   * @param {string} place stream, shard and sequence number, for people
   */
  take(data, arrived, place) {
    if (this.latest === undefined || arrived > this.latest) {
      this.latest = arrived;
    }
    try {
      const revision = parseRevision(data);
      const effect = this.#open.take(revision);
      this.#effects.set(effect, this.#count(effect) + 1);
      const action = this.#actions.on(revision, arrived);
      if (action !== undefined) {
        this.#act(action, revision);
      }
    } catch (e) {
      if (!(e instanceof MalformedRecord)) {
        throw e;
      }
      this.#malformed++;
      this.#errors(`malformed record at ${place}: ${e.message}`);
    }
  }

  /** Whoever acts on it for good should do so once for each uid, revision and action, too. */
  #act(action, { uid, revisionUid, episode, severity, title }) {
    this.#out(JSON.stringify({ action, uid, revision: revisionUid, episode, severity, title }));
  }

  #count(effect) {
    return this.#effects.get(effect) ?? 0;
  }

  /** What came of all records, in a sentence. */
  summary() {
    const revisions = [...this.#effects.values()].reduce((sum, count) => sum + count, 0);
    return (
      `read ${revisions + this.#malformed} records: ${this.#count('opened')} opened, ` +
      `${this.#count('changed')} changed, ${this.#count('closed')} closed, ` +
      `${this.#count('duplicate')} duplicates, ${this.#count('not-held')} closes of what was ` +
      `not held, ${this.#malformed} malformed; ${this.#open.size} are open`
    );
  }
}
