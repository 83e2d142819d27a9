// SPDX-License-Identifier: Apache-2.0
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Actions } from './actions.js';
import { OpenSet } from './open-set.js';
import { checkedPosition } from './position.js';
import { parseRevision } from './revision.js';

/** A file in the directory that this program did not write. */
export class UnreadableState extends Error {}

/**
 * What outlives the process: what is open, what was acted on, and how far the streams are read.
 *
 * Each file is replaced as a whole, and the checkpoint last. So it never runs ahead of what it
 * belongs to: a process that was killed reads some records a second time, which changes nothing.
 * For one process at a time.
 */
export class StateDirectory {
  #openSet;
  #actions;
  #checkpoint;

  constructor(directory) {
    this.#openSet = join(directory, 'open.ndjson');
    this.#actions = join(directory, 'actions.ndjson');
    this.#checkpoint = join(directory, 'checkpoint.json');
  }

  /** Makes it where it is not there. */
  static async at(directory) {
    await mkdir(directory, { recursive: true });
    return new StateDirectory(directory);
  }

  async openSet() {
    const open = new OpenSet();
    await eachLine(this.#openSet, (line) => open.take(parseRevision(line)));
    return open;
  }

  async actions() {
    const actions = new Actions();
    await eachLine(this.#actions, (line) => {
      const { uid, ...told } = JSON.parse(line);
      const actedOn = Object.entries(told.actedOn).map(([revision, past]) => [
        revision,
        { episode: past.episode, arrived: timeIn(past.arrived) },
      ]);
      actions.restore(uid, { ...told, actedOn: new Map(actedOn) });
    });
    return actions;
  }

  /**
   * How far each stream is read, by name; none that was never read.
   *
   * @returns {Promise<Map<string, import('./stream-reader.js').StreamPosition>>}
   */
  async checkpoint() {
    const text = await textOf(this.#checkpoint);
    if (text === '') {
      return new Map();
    }
    return readable(this.#checkpoint, () => {
      const streams = Object.entries(JSON.parse(text));
      return new Map(streams.map(([stream, position]) => [stream, positionIn(position)]));
    });
  }

  async save(open, actions, positions) {
    await replace(
      this.#openSet,
      open.revisions().map((revision) => revision.json),
    );
    await replace(
      this.#actions,
      actions
        .told()
        .map(([uid, { open: isOpen, episode, actedOn }]) =>
          JSON.stringify({ uid, open: isOpen, episode, actedOn: Object.fromEntries(actedOn) }),
        ),
    );
    const streams = [...positions].map(([stream, { readTo, shards }]) => [
      stream,
      { readTo, shards: Object.fromEntries(shards) },
    ]);
    await replace(this.#checkpoint, [JSON.stringify(Object.fromEntries(streams), null, 2)]);
  }
}

function positionIn({ readTo, shards }) {
  const positions = Object.entries(shards).map(([shard, text]) => [shard, checkedPosition(text)]);
  return {
    readTo: readTo === undefined ? undefined : timeIn(readTo),
    shards: new Map(positions),
  };
}

function timeIn(text) {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) {
    throw new RangeError(`no time: ${text}`);
  }
  return time;
}

/** @returns the empty text where there is no file */
async function textOf(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (e) {
    if (e.code === 'ENOENT') {
      return '';
    }
    throw e;
  }
}

async function eachLine(file, take) {
  const lines = (await textOf(file)).split('\n').filter((line) => line !== '');
  readable(file, () => lines.forEach(take));
}

function readable(file, read) {
  try {
    return read();
  } catch (e) {
    throw new UnreadableState(
      `${file} is not what this program wrote (${e.message}); start over with another directory`,
    );
  }
}

/** At once and for good, or not at all. */
async function replace(file, lines) {
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w');
  try {
    await handle.writeFile(lines.map((line) => `${line}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}
