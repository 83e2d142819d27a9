// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Size, SIZES, Visitor } from './visitor.ts';

/** The addresses of all pages; those of one thing lead to one that there is. */
async function addresses(visitor: Visitor): Promise<Record<string, string>> {
  const exposure = await first(visitor, '/api/exposures?limit=1');
  const resource = await first(visitor, '/api/resources?limit=1');
  const certificate = await first(visitor, '/api/certificates?state=either&limit=1');
  const inFull = `/exposures/${exposure}`;
  return {
    summary: '/',
    exposures: '/exposures',
    'exposures-by-account':
      '/exposures?by=cloud.account.uid&then=finding_info.related_events.traits.category',
    'exposures-list': '/exposures?by=none',
    exposure: inFull,
    'exposure-traits': `${inFull}?tab=traits`,
    'exposure-resources': `${inFull}?tab=resources`,
    'exposure-remediation': `${inFull}?tab=remediation`,
    'exposure-history': `${inFull}?tab=history`,
    'exposure-tickets': `${inFull}?tab=responses`,
    'exposure-ocsf': `${inFull}?tab=raw`,
    resources: '/resources',
    resource: `/resources/detail?uid=${resource}`,
    certificates: '/certificates',
    certificate: `/certificates/detail?uid=${certificate}`,
    rules: '/rules',
    health: '/health',
    'not-there': '/no/such/page',
  };
}

async function first(visitor: Visitor, path: string): Promise<string> {
  const { rows } = await visitor.ask<{ rows: { uid: string }[] }>(path);
  assert.ok(rows[0], `${path} has no rows`);
  return encodeURIComponent(rows[0].uid);
}

// Two at a time: while the one is on its way the other is looked at.
describe('every page', { concurrency: 2 }, () => {
  for (const size of Object.keys(SIZES) as Size[]) {
    describe(size, () => {
      let visitor: Visitor;
      before(async () => {
        visitor = await Visitor.come(size);
      });
      after(() => visitor.leave());

      test('is shown without a fault, a barrier or a part that is cut off', async (t) => {
        for (const [name, address] of Object.entries(await addresses(visitor))) {
          await t.test(name, async () => {
            visitor.faults.length = 0;
            await visitor.prefer('light');
            await visitor.open(address);
            await visitor.photograph(name, { whole: true });
            assert.deepEqual(await visitor.barriers(), []);
            assert.ok((await visitor.overflow()) <= 0, 'the page is wider than the window');

            await visitor.prefer('dark');
            await visitor.photograph(name, { whole: true });
            assert.deepEqual(await visitor.barriersOfColours(), []);
            assert.deepEqual(visitor.faults, []);
          });
        }
      });
    });
  }
});
