// SPDX-License-Identifier: Apache-2.0
import { setTimeout as sleep } from 'node:timers/promises';
import { WHEN_UP_TO_DATE_MILLIS } from './stream-reader.js';

const SAVE_WHAT_CHANGED_MILLIS = 5_000;
const SAVE_HOW_FAR_MILLIS = 60_000;

/** As long as a stream keeps records by default in our template. */
const REMEMBER_ACTIONS_MILLIS = 7 * 24 * 3_600_000;

/** Reads streams and keeps what is open, until it is stopped or nothing comes any more. */
export class Consumer {
  #directory;
  #open;
  #actions;
  #intake;
  #readers;
  #stop = new AbortController();

  /** @param readers {Map<string, import('./stream-reader.js').StreamReader>} by stream */
  constructor(directory, open, actions, intake, readers) {
    this.#directory = directory;
    this.#open = open;
    this.#actions = actions;
    this.#intake = intake;
    this.#readers = readers;
  }

  /**
   * Saves what it came to in any case, also when it fails.
   *
   * @param {number | undefined} untilIdleMillis ends when nothing has come for so long; undefined
   *     for never
   */
  async run(untilIdleMillis) {
    try {
      await this.#follow(untilIdleMillis);
    } finally {
      await this.#save();
    }
  }

  async #follow(untilIdleMillis = Infinity) {
    let saved = Date.now();
    let busy = saved;
    let changed = false;
    while (!this.#stop.signal.aborted) {
      const now = Date.now();
      if ((await this.#poll(new Date(now))) > 0) {
        busy = now;
        changed = true;
      }
      if (![...this.#readers.values()].every((reader) => reader.isUpToDate())) {
        busy = now;
      }
      if (now - saved >= (changed ? SAVE_WHAT_CHANGED_MILLIS : SAVE_HOW_FAR_MILLIS)) {
        await this.#save();
        saved = now;
        changed = false;
      }
      if (now - busy >= untilIdleMillis) {
        return;
      }
      await this.#pause();
    }
  }

  async #poll(now) {
    let count = 0;
    for (const reader of this.#readers.values()) {
      count += await reader.poll(now);
    }
    return count;
  }

  async #pause() {
    const now = Date.now();
    const polls = [...this.#readers.values()].map((reader) => reader.nextPoll());
    const next = Math.min(...polls, now + WHEN_UP_TO_DATE_MILLIS);
    try {
      await sleep(Math.max(0, next - now), undefined, { signal: this.#stop.signal });
    } catch (e) {
      if (e.name !== 'AbortError') {
        throw e;
      }
    }
  }

  async #save() {
    if (this.#intake.latest !== undefined) {
      const latest = this.#intake.latest.getTime();
      this.#actions.forgetBefore(new Date(latest - REMEMBER_ACTIONS_MILLIS));
    }
    const positions = await this.#directory.checkpoint();
    for (const [stream, reader] of this.#readers) {
      positions.set(stream, reader.position());
    }
    await this.#directory.save(this.#open, this.#actions, positions);
  }

  /** Lets run come to its end. */
  stop() {
    this.#stop.abort();
  }
}
