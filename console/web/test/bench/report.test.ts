// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAnsweredInTime, isInTime, percentile, questionRows, row } from '../../bench/report.ts';
import type { Question } from '../../bench/visit.ts';

const opened = (interactive: number, questions: Question[] = []) => ({
  painted: 100,
  shown: 200,
  interactive,
  questions,
});

describe('how long pages take', () => {
  it('a percentile is a value that was seen, whatever the order', () => {
    const values = [40, 10, 30, 20];

    assert.equal(percentile(values, 0.5), 20);
    assert.equal(percentile(values, 0.95), 40);
    assert.equal(percentile([7], 0.5), 7);
  });

  it('one in twenty may take longer than the limit, two may not', () => {
    const quick = Array.from({ length: 19 }, () => opened(1500));

    assert.ok(isInTime([...quick, opened(9000)]));
    assert.ok(!isInTime([...quick.slice(1), opened(1501), opened(9000)]));
  });

  it('only a first visit is judged', () => {
    const slow = [opened(2000)];

    assert.match(row('summary', 'cold', slow), /2000 \/ 2000 {2}FAIL$/);
    assert.match(row('summary', 'warm', slow), /2000 \/ 2000$/);
    assert.match(row('summary', 'cold', [opened(900)]), /PASS$/);
  });

  it('each question of a page is judged by itself', () => {
    const openings = [
      opened(900, [
        { path: '/api/trend', took: 12 },
        { path: '/api/risks', took: 301 },
      ]),
      opened(900, [{ path: '/api/trend', took: 300 }]),
    ];

    const [risks, trend] = questionRows('summary', openings);

    assert.match(risks!, /\/api\/risks +301 \/ 301 {2}FAIL$/);
    assert.match(trend!, /\/api\/trend +12 \/ 300 {2}PASS$/);
    assert.ok(!isAnsweredInTime(openings));
    assert.ok(isAnsweredInTime(openings.slice(1)));
  });
});
