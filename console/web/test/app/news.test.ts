// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change } from '../../src/api/live.ts';
import { withChanges } from '../../src/app/news.ts';

const change = (uid: string, changes: Partial<Change> = {}): Change => ({
  change: 1,
  kind: 'exposure',
  what: 'created',
  uid,
  title: 'Potential Data Theft: S3 bucket is public',
  severity: 'Critical',
  account: '111122223333',
  at: '2026-11-03T12:00:00Z',
  ...changes,
});

const uids = (news: Change[]) => news.map(({ uid }) => uid);

describe('news', () => {
  it('are critical exposures that opened, and nothing else', () => {
    const news = withChanges(
      [],
      [
        change('a'),
        change('b', { severity: 'High' }),
        change('c', { what: 'updated' }),
        change('d', { kind: 'certificate' }),
      ],
    );

    assert.deepEqual(uids(news), ['a']);
  });

  it('one that is told twice counts once', () => {
    assert.deepEqual(uids(withChanges([change('a')], [change('a'), change('b')])), ['a', 'b']);
  });

  it('one that has closed again is no news any more', () => {
    assert.deepEqual(uids(withChanges([change('a')], [change('a', { what: 'closed' })])), []);
  });
});
