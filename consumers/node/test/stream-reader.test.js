// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { TestingKinesis } from '../fixture/testing-kinesis.js';
import { LATEST, TRIM_HORIZON } from '../src/position.js';
import { ATTEMPTS, RecordsLost, StreamReader } from '../src/stream-reader.js';

const NOON = new Date('2026-01-01T12:00:00Z');
const ENOUGH_POLLS = 12;

let kinesis;
let read;
let now;

beforeEach(() => {
  kinesis = new TestingKinesis();
  read = [];
  now = NOON;
});

const remember = (data) => read.push(Buffer.from(data).toString());
const readerFrom = (position) => StreamReader.from(position, kinesis, 'exposures', remember, now);
const readerAfter = (last) => StreamReader.after(last, kinesis, 'exposures', remember, now);
const later = (millis) => new Date(NOON.getTime() + millis);

/** Often enough for all that these tests write; a minute goes by before each poll. */
async function readAll(reader) {
  for (let i = 0; i < ENOUGH_POLLS; i++) {
    now = new Date(now.getTime() + 60_000);
    await reader.poll(now);
  }
}

function failure(name, fault = 'client') {
  return Object.assign(new Error(name), { name, $fault: fault });
}

test('a shard is read in its order', async () => {
  kinesis.shard('s-0', [], ['a', 'b', 'c']);

  await readAll(await readerFrom(TRIM_HORIZON));

  assert.deepEqual(read, ['a', 'b', 'c']);
});

test('every page of shards is listed', async () => {
  kinesis.shard('s-0', [], ['a']);
  kinesis.shard('s-1', [], ['b']);
  kinesis.shard('s-2', [], ['c']);

  await readAll(await readerFrom(TRIM_HORIZON));

  assert.deepEqual(read.sort(), ['a', 'b', 'c']);
});

test('what a shard was split into is read after it', async () => {
  kinesis.shard('s-2', ['s-9'], ['late in one']);
  kinesis.shard('s-3', ['s-9'], ['late in the other']);
  kinesis.shard('s-9', [], ['early', 'earlier than the split'], true);

  await readAll(await readerFrom(TRIM_HORIZON));

  assert.deepEqual(read, ['early', 'earlier than the split', 'late in one', 'late in the other']);
});

test('what two shards were merged into is read after both', async () => {
  kinesis.shard('s-0', [], ['a1', 'a2', 'a3'], true);
  kinesis.shard('s-1', [], ['b1'], true);
  kinesis.shard('s-2', ['s-0', 's-1'], ['c']);

  await readAll(await readerFrom(TRIM_HORIZON));

  assert.equal(read.length, 5);
  assert.equal(read.at(-1), 'c');
});

test('shards that are born while it reads are read whole', async () => {
  const parent = kinesis.shard('s-0', [], ['a']);
  const reader = await readerFrom(LATEST);
  await readAll(reader);
  parent.records.push('b');
  parent.closed = true;
  kinesis.shard('s-1', ['s-0'], ['c']);

  await readAll(reader);

  assert.deepEqual(read, ['b', 'c']);
});

test('parents that are not listed any more are not waited for', async () => {
  kinesis.shard('s-1', ['s-0'], ['a']);

  await readAll(await readerFrom(TRIM_HORIZON));

  assert.deepEqual(read, ['a']);
});

test('beginning with the latest leaves closed shards out', async () => {
  kinesis.shard('s-0', [], ['a'], true);
  const open = kinesis.shard('s-1', ['s-0'], ['b']);
  const reader = await readerFrom(LATEST);
  await readAll(reader);
  open.records.push('c');

  await readAll(reader);

  assert.deepEqual(read, ['c']);
});

test('of the latest it keeps the time at which it was the latest', async () => {
  kinesis.shard('s-0', [], []);

  const reader = await readerFrom(LATEST);

  assert.deepEqual([...reader.position().shards], [['s-0', 'AT 2026-01-01T12:00:00.000Z']]);
});

test('another reader goes on where it stopped', async () => {
  const shard = kinesis.shard('s-0', [], ['a', 'b']);
  const first = await readerFrom(TRIM_HORIZON);
  await readAll(first);
  shard.records.push('c');
  shard.closed = true;
  kinesis.shard('s-1', ['s-0'], ['d']);

  await readAll(await readerAfter(first.position()));

  assert.deepEqual(read, ['a', 'b', 'c', 'd']);
});

test('what is read to its end is not read again', async () => {
  kinesis.shard('s-0', [], ['a'], true);
  kinesis.shard('s-1', ['s-0'], ['b']);
  const first = await readerFrom(TRIM_HORIZON);
  await readAll(first);

  await readAll(await readerAfter(first.position()));

  assert.deepEqual(read, ['a', 'b']);
  assert.deepEqual(
    [...first.position().shards],
    [
      ['s-0', 'END'],
      ['s-1', 'AFTER 0'],
    ],
  );
});

test('a reader that was away for longer than records are kept says so', async () => {
  kinesis.shard('s-0', [], ['a']);
  const first = await readerFrom(TRIM_HORIZON);
  await readAll(first);
  const lastPoll = now;
  now = new Date(now.getTime() + 25 * 3_600_000);

  await assert.rejects(readerAfter(first.position()), (e) => {
    assert.ok(e instanceof RecordsLost);
    assert.match(e.message, /^stream exposures keeps records for 24 hours/);
    return e.message.includes(`was last read up to ${lastPoll.toISOString()}`);
  });
});

test('a stream without new records is read up to now all the same', async () => {
  kinesis.shard('s-0', [], []);
  const reader = await readerFrom(TRIM_HORIZON);

  await readAll(reader);

  assert.deepEqual(reader.position().readTo, now);
});

test('it is read up to nowhere until each shard has been asked', async () => {
  kinesis.shard('s-0', [], []);

  const reader = await readerFrom(TRIM_HORIZON);

  assert.equal(reader.position().readTo, undefined);
  assert.equal(reader.isUpToDate(), false);
});

test('a shard is asked four times a second while it is behind and then once', async () => {
  kinesis.shard('s-0', [], ['a', 'b']);
  const reader = await readerFrom(TRIM_HORIZON);

  await reader.poll(NOON);
  await reader.poll(later(249));

  assert.deepEqual(read, ['a']);
  assert.equal(reader.nextPoll(), later(250).getTime());

  await reader.poll(later(250));

  assert.deepEqual(read, ['a', 'b']);
  assert.equal(reader.nextPoll(), later(1_250).getTime());
});

test('an iterator that has expired is replaced by one from the last record on', async () => {
  kinesis.shard('s-0', [], ['a', 'b']);
  const reader = await readerFrom(TRIM_HORIZON);
  await reader.poll(now);
  kinesis.failWith(failure('ExpiredIteratorException'));

  await readAll(reader);

  assert.deepEqual(read, ['a', 'b']);
  assert.deepEqual(kinesis.calls.slice(0, 4), [
    's-0 from TRIM_HORIZON',
    's-0@0',
    's-0@1',
    's-0 from AFTER_SEQUENCE_NUMBER',
  ]);
});

test('a shard that is asked too often is left alone for longer each time', async () => {
  kinesis.shard('s-0', [], ['a']);
  const reader = await readerFrom(TRIM_HORIZON);
  const tooOften = failure('ProvisionedThroughputExceededException');
  kinesis.failWith(tooOften, tooOften, tooOften);

  await reader.poll(NOON);
  assert.equal(reader.nextPoll(), later(1_000).getTime());
  await reader.poll(later(1_000));
  assert.equal(reader.nextPoll(), later(3_000).getTime());
  await reader.poll(later(3_000));
  assert.equal(reader.nextPoll(), later(7_000).getTime());
  await reader.poll(later(7_000));

  assert.deepEqual(read, ['a']);
  assert.equal(reader.nextPoll(), later(8_000).getTime());
});

test('a shard that is refused is not up to date', async () => {
  kinesis.shard('s-0', [], []);
  const reader = await readerFrom(TRIM_HORIZON);
  await readAll(reader);
  kinesis.failWith(failure('ProvisionedThroughputExceededException'));

  await reader.poll(new Date(now.getTime() + 60_000));

  assert.equal(reader.isUpToDate(), false);
});

test('a failure of the service may pass but not for ever', async () => {
  kinesis.shard('s-0', [], []);
  const reader = await readerFrom(TRIM_HORIZON);
  const internal = failure('InternalFailure', 'server');
  kinesis.failWith(...Array.from({ length: ATTEMPTS }, () => internal));

  await assert.rejects(readAll(reader), internal);
  assert.equal(kinesis.calls.length, ATTEMPTS);
});

test('a refusal that does not pass is not tried again', async () => {
  kinesis.shard('s-0', [], []);
  const reader = await readerFrom(TRIM_HORIZON);
  const refusal = failure('InvalidArgumentException');
  kinesis.failWith(refusal);

  await assert.rejects(reader.poll(now), refusal);
});

test('a fault of the program is not tried again', async () => {
  kinesis.shard('s-0', [], ['a']);
  const fault = new TypeError('a fault');
  const reader = await StreamReader.from(
    TRIM_HORIZON,
    kinesis,
    'exposures',
    () => {
      throw fault;
    },
    now,
  );

  await assert.rejects(reader.poll(now), fault);
});
