// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from './visitor.ts';

interface Changes {
  change: number;
}

test('what changes is shown without loading the page anew', async () => {
  const visitor = await Visitor.come();
  try {
    const { page } = visitor;
    await visitor.open('/');
    await page.getByText('Live', { exact: true }).locator('visible=true').first().waitFor();
    await page.evaluate(() => ((window as any).sameDocument = true));
    const before = (await visitor.ask<Changes>('/api/about')).change;
    const asked = page.waitForRequest((request) => request.url().includes('/api/risks'));
    await page.waitForFunction(
      async (seen) => (await (await fetch('/api/about')).json()).change > seen,
      before,
      { polling: 1000 },
    );
    await asked;
    assert.ok(await page.evaluate(() => (window as any).sameDocument));
    assert.deepEqual(visitor.faults, []);
  } finally {
    await visitor.leave();
  }
});
