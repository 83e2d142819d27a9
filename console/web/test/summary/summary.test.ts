// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverageTable } from '../../src/pages/summary/coverage.ts';
import { condensed, severitiesIn } from '../../src/pages/summary/trend.ts';

describe('the trend', () => {
  const points = [
    { from: '2026-11-01T00:00:00Z', open: { High: 3 }, opened: { High: 1 }, closed: {} },
    { from: '2026-11-01T01:00:00Z', open: { High: 5 }, opened: { High: 2 }, closed: { Low: 1 } },
    { from: '2026-11-01T02:00:00Z', open: { High: 4 }, opened: {}, closed: { High: 1 } },
  ];

  it('points that are put together keep what is open at their end, and add what came and went', () => {
    const [first, second, ...more] = condensed(points, 2);

    assert.deepEqual(first, {
      from: '2026-11-01T00:00:00Z',
      open: { High: 5 },
      opened: { High: 3 },
      closed: { Low: 1 },
    });
    assert.deepEqual(second, points[2]);
    assert.equal(more.length, 0);
  });

  it('few points stay as they are', () => {
    assert.deepEqual(condensed(points, 100), points);
  });

  it('only severities that were counted are drawn, the worst first', () => {
    assert.deepEqual(severitiesIn(points, 'opened', 'closed'), ['High', 'Low']);
  });
});

describe('coverage', () => {
  const now = Date.parse('2026-11-03T00:00:00Z');
  const heard = (account: string, region: string, source: string, last: string) => ({
    account,
    region,
    source,
    first: '2026-01-01T00:00:00Z',
    last,
  });

  it('a source of several Regions was heard of when the latest was', () => {
    const { rows } = coverageTable(
      [
        heard('111122223333', 'us-east-1', 'Inspector', '2026-11-02T20:00:00Z'),
        heard('111122223333', 'eu-west-1', 'Inspector', '2026-10-02T20:00:00Z'),
      ],
      now,
    );

    assert.deepEqual(rows[0]?.bySource.get('Inspector'), {
      last: '2026-11-02T20:00:00Z',
      regions: ['eu-west-1', 'us-east-1'],
      silent: false,
    });
  });

  it('what was not heard of for more than a day is silent', () => {
    const { silent, sources } = coverageTable(
      [
        heard('111122223333', 'us-east-1', 'Macie', '2026-11-01T23:59:59Z'),
        heard('111122223333', 'us-east-1', 'Inspector', '2026-11-02T00:00:01Z'),
      ],
      now,
    );

    assert.equal(silent, 1);
    assert.deepEqual(sources, ['Inspector', 'Macie']);
  });
});
