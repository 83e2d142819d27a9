// SPDX-License-Identifier: Apache-2.0
import {
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListShardsCommand,
} from '@aws-sdk/client-kinesis';
import { END, LATEST, TRIM_HORIZON, iteratorOf, positionAfter, positionAt } from './position.js';

/** Of the five calls a second that a shard answers, one is left to others at the least. */
export const WHILE_BEHIND_MILLIS = 250;
export const WHEN_UP_TO_DATE_MILLIS = 1_000;
const LONGEST_BACK_OFF_MILLIS = 30_000;

/** Calls for one shard that fail one after the other, the last two minutes apart. */
export const ATTEMPTS = 10;

const HOUR_MILLIS = 3_600_000;

const TOO_OFTEN = new Set([
  'ProvisionedThroughputExceededException',
  'LimitExceededException',
  'KMSThrottlingException',
]);

/** The stream has dropped records that were not read: what is held does not follow from it. */
export class RecordsLost extends Error {}

/**
 * How far a stream is read.
 *
 * @typedef {object} StreamPosition
 * @property {Date | undefined} readTo every record that came before it is read; undefined as long
 *     as a shard was not asked
 * @property {Map<string, string>} shards by their id; those that are not there yet were born later
 *     and are read whole
 */

/**
 * Reads one stream, each shard in its order, and no shard before those that it came from by a split
 * or a merge: so the records of one partition key come in the order in which they were written.
 *
 * The shards are asked in turn, one call at a time. That is plenty for streams of findings, which
 * are slow.
 */
export class StreamReader {
  #client;
  #stream;
  #take;
  #shards = new Map();
  #readTo;
  #begun;

  constructor(client, stream, take, now) {
    this.#client = client;
    this.#stream = stream;
    this.#take = take;
    this.#begun = now;
  }

  /**
   * Begins with all the shards that the stream has.
   *
   * @param {string} position see position.js
   * @param {import('@aws-sdk/client-kinesis').KinesisClient} client
   * @param {string} stream
   * @param {(data: Uint8Array, arrived: Date, place: string) => void} take what is read
   * @param {Date} now
   */
  static async from(position, client, stream, take, now) {
    const reader = new StreamReader(client, stream, take, now);
    await reader.#listShards(new Map(), position);
    return reader;
  }

  /**
   * Goes on where an earlier reader stopped.
   *
   * @param {StreamPosition} last
   * @throws {RecordsLost} when the stream has dropped records since
   */
  static async after(last, client, stream, take, now) {
    const reader = new StreamReader(client, stream, take, now);
    reader.#readTo = last.readTo;
    await reader.#checkThatNothingIsLost(now);
    await reader.#listShards(last.shards, TRIM_HORIZON);
    return reader;
  }

  async #checkThatNothingIsLost(now) {
    if (this.#readTo === undefined) {
      return;
    }
    const { StreamDescriptionSummary: summary } = await this.#client.send(
      new DescribeStreamSummaryCommand({ StreamName: this.#stream }),
    );
    const hours = summary.RetentionPeriodHours;
    if (now - this.#readTo > hours * HOUR_MILLIS) {
      throw new RecordsLost(
        `stream ${this.#stream} keeps records for ${hours} hours and was last read up to ` +
          `${this.#readTo.toISOString()}: what came in between is lost, and the open set may be ` +
          'wrong',
      );
    }
  }

  async #listShards(known, unknown) {
    let request = { StreamName: this.#stream };
    do {
      const answer = await this.#client.send(new ListShardsCommand(request));
      for (const listed of answer.Shards) {
        const isClosed = listed.SequenceNumberRange?.EndingSequenceNumber !== undefined;
        const begin = unknown === LATEST && isClosed ? END : unknown;
        const parents = [listed.ParentShardId, listed.AdjacentParentShardId].filter(Boolean);
        this.#add(listed.ShardId, parents, known.get(listed.ShardId) ?? begin);
      }
      request = answer.NextToken ? { NextToken: answer.NextToken } : undefined;
    } while (request);
  }

  #add(id, parents, position) {
    if (!this.#shards.has(id)) {
      this.#shards.set(id, {
        id,
        parents,
        position,
        iterator: undefined,
        due: 0,
        readTo: undefined,
        behind: false,
        failures: 0,
      });
    }
  }

  /**
   * Asks every shard whose turn it is.
   *
   * @param {Date} now
   * @returns {Promise<number>} how many records came
   */
  async poll(now) {
    let count = 0;
    for (const shard of [...this.#shards.values()]) {
      if (this.#isReadable(shard) && shard.due <= now.getTime()) {
        count += await this.#pollShard(shard, now.getTime());
      }
    }
    return count;
  }

  /** Parents that the stream does not list any more are over for longer than it keeps records. */
  #isReadable(shard) {
    return (
      shard.position !== END &&
      shard.parents.every((parent) => (this.#shards.get(parent)?.position ?? END) === END)
    );
  }

  async #pollShard(shard, now) {
    try {
      if (shard.iterator === undefined) {
        const iterator = new GetShardIteratorCommand({
          StreamName: this.#stream,
          ShardId: shard.id,
          ...iteratorOf(shard.position),
        });
        shard.iterator = (await this.#client.send(iterator)).ShardIterator;
      }
      const answer = await this.#client.send(
        new GetRecordsCommand({ ShardIterator: shard.iterator }),
      );
      this.#taken(answer, shard, now);
      return answer.Records.length;
    } catch (e) {
      if (e.name === 'ExpiredIteratorException') {
        shard.iterator = undefined;
        return 0;
      }
      shard.failures++;
      shard.behind = true;
      if (!mayPass(e) || shard.failures === ATTEMPTS) {
        throw e;
      }
      shard.due = now + backOffAfter(shard.failures);
      return 0;
    }
  }

  #taken(answer, shard, now) {
    for (const record of answer.Records) {
      this.#take(
        record.Data,
        record.ApproximateArrivalTimestamp,
        `${this.#stream} ${shard.id} ${record.SequenceNumber}`,
      );
      shard.position = positionAfter(record.SequenceNumber);
    }
    shard.failures = 0;
    shard.readTo = now - answer.MillisBehindLatest;
    shard.behind = answer.MillisBehindLatest > 0;
    shard.due = now + (shard.behind ? WHILE_BEHIND_MILLIS : WHEN_UP_TO_DATE_MILLIS);
    shard.iterator = answer.NextShardIterator ?? undefined;
    if (shard.iterator === undefined) {
      shard.position = END;
      for (const child of answer.ChildShards ?? []) {
        this.#add(child.ShardId, child.ParentShards, TRIM_HORIZON);
      }
    }
  }

  #readable() {
    return [...this.#shards.values()].filter((shard) => this.#isReadable(shard));
  }

  /** When a shard's turn comes next, in milliseconds since 1970. */
  nextPoll() {
    return Math.min(...this.#readable().map((shard) => shard.due));
  }

  /** Whether every shard has been asked, and had nothing more. */
  isUpToDate() {
    return this.#readable().every((shard) => shard.readTo !== undefined && !shard.behind);
  }

  /**
   * How far it is read now. Of the latest it keeps the time at which it was the latest: after a
   * restart, later is not late enough.
   *
   * @returns {StreamPosition}
   */
  position() {
    const asked = this.#readable().map((shard) => shard.readTo);
    if (asked.length > 0 && !asked.includes(undefined)) {
      this.#readTo = new Date(Math.min(...asked));
    }
    const shards = [...this.#shards.values()].map(({ id, position }) => [
      id,
      position === LATEST ? positionAt(this.#begun) : position,
    ]);
    return { readTo: this.#readTo, shards: new Map(shards) };
  }
}

/** Neither a refusal of the service for good, nor a fault of this program. */
function mayPass(e) {
  if (TOO_OFTEN.has(e.name) || e.$fault === 'server' || e.$retryable !== undefined) {
    return true;
  }
  return e.$fault === undefined && e.code !== undefined;
}

function backOffAfter(failures) {
  return Math.min(LONGEST_BACK_OFF_MILLIS, WHEN_UP_TO_DATE_MILLIS * 2 ** (failures - 1));
}
