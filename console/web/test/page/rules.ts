// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { on } from './on-page.ts';

describe('rules', () => {
  it('a trait is found by its words and read beside the list', async () => {
    await on('/rules', {}, async (page) => {
      await page.getByLabel('Search traits').fill('metadata requests imds');
      await page.getByText('1 trait found').waitFor();

      await page.getByRole('button', { name: /metadata requests of IMDS/ }).press('Enter');

      await page.getByText('Require IMDSv2').waitFor();
      assert.match(page.url(), /q=metadata\+requests\+imds&show=/);
    });
  });

  it('what the job said to updates shows, the latest first, and a new answer by itself', async () => {
    await on('/rules?tab=updates', {}, async (page) => {
      const answers = page.getByRole('table', { name: 'Updates' }).getByRole('row');
      await answers.nth(1).getByText('Refused').waitFor();
      assert.match(
        await answers.nth(1).innerText(),
        /a\.yaml:3: no title\s+a\.yaml:9: no severity/,
      );
      await answers.nth(2).getByText('Accepted').waitFor();
      console.log('the job answers another update');

      await answers.nth(1).getByText('Says what holds already').waitFor();
      assert.equal(await answers.count(), 4);
    });
  });

  it('a type of resource leads to its traits', async () => {
    await on('/rules', {}, async (page) => {
      await page.getByRole('button', { name: /^S3 Bucket/ }).click();

      await page.getByRole('region', { name: 'S3 Bucket' }).waitFor();
      assert.equal(await page.locator('.bw-rule-of-type').count(), 1);
    });
  });
});
