// SPDX-License-Identifier: Apache-2.0
import { describe, it } from 'node:test';
import { on, visit } from './on-page.ts';

describe('resources', () => {
  it('one leads to the exposures that involve it, and from there to the exposure', async () => {
    await on('/resources', {}, async (page) => {
      await page.locator('table a').first().click();
      await page.getByText('Exposed itself').waitFor();

      await page.locator('table a').first().click();

      await page.locator('h1').getByText('Potential').waitFor();
    });
  });

  it('a search that finds nothing says how to go on', async () => {
    await on('/resources', {}, async (page) => {
      await page.getByLabel('Search resources').fill('there is no such thing');
      await page.getByRole('button', { name: 'Show all' }).click();

      await page.locator('table a').first().waitFor();
    });
  });

  it('one that is not there says so', async () => {
    const { page, leave } = await visit('/resources/detail?uid=none');

    await page.getByText('No exposure involves such a resource').waitFor();
    await leave();
  });
});
