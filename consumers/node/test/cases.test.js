// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Actions } from '../src/actions.js';
import { OpenSet } from '../src/open-set.js';
import { MalformedRecord, parseRevision } from '../src/revision.js';

// The reader in Java is tested by the same.
const { cases } = JSON.parse(readFileSync(new URL('../../cases.json', import.meta.url), 'utf8'));
const SOME_TIME = '2026-01-01T00:00:00Z';

for (const { name, steps, open: expected } of cases) {
  test(name, () => {
    const open = new OpenSet();
    const actions = new Actions();

    const outcomes = steps.map((step) => outcomeOf(step, open, actions));

    assert.deepEqual(outcomes, steps.map(expectedOf));
    const held = open.revisions().map(({ uid, revisionUid }) => [uid, revisionUid]);
    assert.deepEqual(held, Object.entries(expected));
  });
}

function expectedOf(step) {
  if (step.forgetBefore !== undefined) {
    return 'forgotten';
  }
  return step.malformed === undefined
    ? `${step.effect}, ${step.action ?? 'no action'}`
    : `malformed: ${step.malformed}`;
}

function outcomeOf(step, open, actions) {
  if (step.forgetBefore !== undefined) {
    actions.forgetBefore(new Date(step.forgetBefore));
    return 'forgotten';
  }
  try {
    const revision = parseRevision(bytesOf(step));
    const effect = open.take(revision);
    const action = actions.on(revision, new Date(step.arrived ?? SOME_TIME));
    return `${effect}, ${action ?? 'no action'}`;
  } catch (e) {
    if (e instanceof MalformedRecord) {
      return `malformed: ${e.message}`;
    }
    throw e;
  }
}

function bytesOf({ base64, text, record }) {
  return base64 === undefined
    ? Buffer.from(text ?? JSON.stringify(record))
    : Buffer.from(base64, 'base64');
}
