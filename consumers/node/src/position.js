// SPDX-License-Identifier: Apache-2.0

/**
 * Where in a shard to go on, as text: `TRIM_HORIZON`, the oldest record that is still there;
 * `LATEST`, whatever comes from now on; `AT` and a time; `AFTER` and a sequence number; `END`, the
 * shard is closed and read.
 */
export const TRIM_HORIZON = 'TRIM_HORIZON';
export const LATEST = 'LATEST';
export const END = 'END';

export function positionAt(time) {
  return `AT ${time.toISOString()}`;
}

export function positionAfter(sequenceNumber) {
  return `AFTER ${sequenceNumber}`;
}

/**
 * @returns the position, if it is one that a checkpoint may have
 * @throws {RangeError}
 */
export function checkedPosition(text) {
  if (text === TRIM_HORIZON || text === END || /^AFTER .+$/.test(text) || isTime(text)) {
    return text;
  }
  throw new RangeError(`no position in a shard: ${text}`);
}

function isTime(text) {
  return /^AT .+$/.test(text) && !Number.isNaN(Date.parse(text.slice('AT '.length)));
}

/** What GetShardIterator wants to be asked for an iterator from here on. */
export function iteratorOf(position) {
  const [kind, detail] = position.split(' ');
  switch (kind) {
    case 'AT':
      return { ShardIteratorType: 'AT_TIMESTAMP', Timestamp: new Date(detail) };
    case 'AFTER':
      return { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber: detail };
    default:
      return { ShardIteratorType: kind };
  }
}
