// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StreamHealth } from '../../src/api/health.ts';
import { problemsIn, sharesOf, stateOf, unaccounted } from '../../src/pages/health/streams.ts';
import { byteCount, bytesOf, hexLines } from '../../src/parts/bytes.ts';

function stream(some: Partial<StreamHealth>): StreamHealth {
  return {
    stream: 'exposures',
    read: 10,
    outcomes: { closed: 2, opened: 5, changed: 3 },
    recordsPerSecond: 0,
    lagSeconds: 0.2,
    problem: null,
    ...some,
  };
}

describe('what became of what was read', () => {
  it('adds up, in the order of a life', () => {
    const all = stream({});

    assert.deepEqual(sharesOf(all), [
      { outcome: 'opened', count: 5, percent: 50 },
      { outcome: 'changed', count: 3, percent: 30 },
      { outcome: 'closed', count: 2, percent: 20 },
    ]);
    assert.equal(unaccounted(all), 0);
  });

  it('what is missing is told, and what is too much', () => {
    assert.equal(unaccounted(stream({ read: 12 })), 2);
    assert.equal(unaccounted(stream({ read: 9 })), -1);
    assert.equal(unaccounted(stream({ read: 0, outcomes: {} })), 0);
  });

  it('an outcome that is new is shown last', () => {
    const shares = sharesOf(stream({ outcomes: { unheard: 1, broken: 1 } }));

    assert.deepEqual(
      shares.map(({ outcome }) => outcome),
      ['broken', 'unheard'],
    );
  });

  it('a stream that cannot be read is a problem, and one that does not add up', () => {
    const streams = [stream({}), stream({ problem: 'It is gone.' }), stream({ read: 11 })];

    assert.equal(problemsIn(streams), 2);
  });
});

describe('the state of a stream', () => {
  it('follows from its problem, then its lag, then whether anything comes at all', () => {
    const states = [
      stateOf(stream({ problem: 'It is gone.' }), true),
      stateOf(stream({}), true),
      stateOf(stream({ lagSeconds: 60 }), true),
      stateOf(stream({ lagSeconds: null }), true),
      stateOf(stream({ lagSeconds: null, read: 0 }), false),
      stateOf(stream({ lagSeconds: null, read: 0 }), true),
    ];

    assert.deepEqual(states, [
      'problem',
      'up-to-date',
      'behind',
      'catching-up',
      'catching-up',
      'not-read',
    ]);
  });
});

describe('bytes', () => {
  it('are sixteen in a line, in two halves, with a dot for what has no sign', () => {
    const bytes = bytesOf(btoa('{"a":\u0000\u00ff"0123456789"}'));

    assert.deepEqual(hexLines(bytes), [
      {
        at: '000000',
        hex: '7b 22 61 22 3a 00 ff 22  30 31 32 33 34 35 36 37',
        text: '{"a":.."01234567',
      },
      { at: '000010', hex: '38 39 22 7d', text: '89"}' },
    ]);
    assert.deepEqual(hexLines(new Uint8Array()), []);
  });

  it('are counted in the unit that fits', () => {
    assert.deepEqual([0, 254, 1024, 1_992_294, 250 * 1024 ** 3].map(byteCount), [
      '0 B',
      '254 B',
      '1.0 KB',
      '1.9 MB',
      '250 GB',
    ]);
  });
});
