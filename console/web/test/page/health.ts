// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { on } from './on-page.ts';

describe('health', () => {
  it('what became of what was read adds up', async () => {
    await on('/health', {}, async (page) => {
      const exposures = page.locator('.bw-stream').first();
      await exposures.getByText('Adds up').waitFor();

      assert.equal(await page.getByText('not accounted for').count(), 0);
    });
  });

  it('says that this server cannot send letters again, where it was given no stream', async () => {
    await on('/health', {}, async (page) => {
      await page.getByText('This server was given no stream to send them to again.').waitFor();
    });
  });

  it('a dead letter opens with its bytes, as text and as hex', async () => {
    await on('/health', {}, async (page) => {
      await page.locator('table a').first().click();
      const bytes = page.getByLabel('The bytes of the record');
      await bytes.waitFor();

      await page.getByRole('button', { name: 'Hex' }).click();

      await bytes.getByText('000000').waitFor();
    });
  });
});
