// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saidOf, unheld } from '../../src/actions/answers.ts';
import { standingOf } from '../../src/actions/pending.ts';
import type { ActionAnswer } from '../../src/api/exposures.ts';

const sent = { uid: 'one', action: 'suppress', known: 'as it was' } as const;

function answer(uid: string, outcome: string, detail = ''): ActionAnswer {
  return {
    uid,
    action: 'suppress',
    by: 'kim@example.com',
    at: '2026-11-28T09:00:00Z',
    outcome,
    detail,
  };
}

describe('an action that was sent', () => {
  it('waits for its own answer', () => {
    const others = [answer('two', 'applied'), answer('three', 'refused', 'it is over')];

    assert.deepEqual(standingOf(sent, 'as it was', others), { waiting: 'suppress' });
    assert.equal(standingOf(sent, 'as it was', [answer('one', 'applied')]), undefined);
    assert.equal(standingOf(sent, 'as it was', [answer('one', 'unchanged')]), undefined);
  });

  it('that does not hold says why, whatever else has happened to the exposure', () => {
    for (const outcome of ['refused', 'stale', 'unknown']) {
      const refused = answer('one', outcome, 'it is over');

      assert.deepEqual(standingOf(sent, 'as it was', [refused]), { unheld: refused });
      assert.deepEqual(standingOf(sent, 'something else', [refused]), { unheld: refused });
    }
  });

  it('waits no longer once the exposure has changed, where no answers are read', () => {
    assert.equal(standingOf(sent, 'something else', []), undefined);
  });
});

describe('what did not hold', () => {
  it('is what no answer says holds, once for each action', () => {
    const answers = [
      answer('one', 'refused', 'last said'),
      answer('two', 'stale', 'decided otherwise since'),
      answer('one', 'unknown', 'said first'),
      answer('two', 'applied'),
      answer('three', 'applied'),
    ];

    assert.deepEqual(
      unheld(answers).map(({ uid, detail }) => [uid, detail]),
      [['one', 'last said']],
    );
  });

  it('is said as a sentence, also where the job says what nobody knows yet', () => {
    assert.equal(
      saidOf(answer('one', 'stale', 'the exposure is Critical now, which is more severe')),
      '“Suppress” does not hold: the exposure is Critical now, which is more severe.',
    );
    assert.equal(
      saidOf({ ...answer('one', 'postponed', 'it is late'), action: 'hide' }),
      '“hide” postponed: it is late.',
    );
  });
});
