// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Actions } from '../src/actions.js';
import { OpenSet } from '../src/open-set.js';
import { END, TRIM_HORIZON, positionAfter, positionAt } from '../src/position.js';
import { parseRevision } from '../src/revision.js';
import { StateDirectory, UnreadableState } from '../src/state-directory.js';

const NOON = new Date('2026-01-01T12:00:00Z');

let temporary;
let path;
let directory;

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'breakwater-consumer-'));
  path = join(temporary, 'a', 'state');
  directory = await StateDirectory.at(path);
});

afterEach(() => rm(temporary, { recursive: true }));

function record(activity, uid, revision) {
  return JSON.stringify({
    activity_id: activity,
    metadata: { uid: revision },
    finding_info: { uid },
    unmapped: { replay: false, episode: { number: 1 } },
  });
}

test('a new one holds nothing', async () => {
  assert.deepEqual((await directory.openSet()).revisions(), []);
  assert.deepEqual((await directory.actions()).told(), []);
  assert.equal((await directory.checkpoint()).size, 0);
});

test('what is open is a record a line by uid', async () => {
  const open = new OpenSet();
  open.take(parseRevision(record(1, 'b', '2')));
  open.take(parseRevision(record(1, 'a', '1')));

  await directory.save(open, new Actions(), new Map());

  assert.equal(
    await readFile(join(path, 'open.ndjson'), 'utf8'),
    `${record(1, 'a', '1')}\n${record(1, 'b', '2')}\n`,
  );
});

test('all that is saved is there again', async () => {
  const open = new OpenSet();
  const actions = new Actions();
  const records = [record(1, 'a', '1'), record(2, 'a', '2'), record(3, 'a', '3')];
  for (const revision of [...records, record(1, 'b', '4')].map(parseRevision)) {
    open.take(revision);
    actions.on(revision, NOON);
  }
  const shards = new Map([
    ['s-0', END],
    ['s-1', positionAfter('4960')],
    ['s-2', TRIM_HORIZON],
    ['s-3', positionAt(NOON)],
  ]);
  const positions = new Map([
    ['exposures', { readTo: NOON, shards }],
    ['certificates', { readTo: undefined, shards: new Map() }],
  ]);

  await directory.save(open, actions, positions);

  const again = await StateDirectory.at(path);
  assert.deepEqual((await again.openSet()).revisions(), open.revisions());
  assert.deepEqual((await again.actions()).told(), actions.told());
  assert.deepEqual(await again.checkpoint(), positions);
});

test('nothing but the three files is left there', async () => {
  await directory.save(new OpenSet(), new Actions(), new Map());

  const files = await readdir(path);
  assert.deepEqual(files.sort(), ['actions.ndjson', 'checkpoint.json', 'open.ndjson']);
});

test('a file of somebody else is not taken for its own', async () => {
  await writeFile(join(path, 'checkpoint.json'), '{"exposures":{"shards":{"s":"7"}}}');

  await assert.rejects(directory.checkpoint(), (e) => {
    assert.ok(e instanceof UnreadableState);
    assert.match(e.message, /checkpoint\.json is not what this program wrote/);
    return e.message.includes('no position in a shard: 7');
  });
});
