// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { on, visit } from './on-page.ts';

describe('certificates', () => {
  it('a group that is pressed is shown alone, and going back shows all', async () => {
    await on('/certificates', {}, async (page) => {
      const rows = page.locator('.bw-timeline-row');
      await rows.nth(2).waitFor();

      await page.getByRole('button', { name: /^Unannounced/ }).click();
      await rows.nth(1).waitFor({ state: 'detached' });
      assert.match(page.url(), /only=unannounced/);

      await page.goBack();
      await rows.nth(2).waitFor();
    });
  });

  it('keys go about in the calendar, over the end of a month, and the day is in the address', async () => {
    await on('/certificates?view=calendar&day=2026-05-31', {}, async (page) => {
      const chosen = page.locator('[role=gridcell][aria-selected=true] button');
      await chosen.press('ArrowRight');
      await page.getByRole('grid', { name: 'June 2026' }).waitFor();
      await page.waitForURL('**day=2026-06-01');
      await page.waitForFunction(() => document.activeElement?.textContent?.includes('1 Jun 2026'));

      await page.keyboard.press('PageUp');
      await page.getByRole('grid', { name: 'May 2026' }).waitFor();
    });
  });

  it('a week is shown with what expires in it, and the next one after it', async () => {
    await on('/certificates?view=calendar&day=2026-06-03', {}, async (page) => {
      await page.getByRole('button', { name: 'Week', exact: true }).click();
      const week = page.getByRole('grid', { name: /^1\s*–\s*7 June 2026$/ });
      await week.getByText('shop-1.example.com').waitFor();
      assert.match(page.url(), /scale=week/);

      await page.getByRole('button', { name: 'Next week' }).click();
      await page.getByRole('grid', { name: /^8\s*–\s*14 June 2026$/ }).waitFor();
    });
  });

  it('two revisions of an alert are compared', async () => {
    await on(
      `/certificates/detail?uid=${(0xce00_0001).toString(16).padStart(32, '0')}`,
      {},
      async (page) => {
        const changes = page.locator('.bw-diff');

        await changes.getByText('Confidence: High → Low').waitFor();
      },
    );
  });

  it('the list of a day leads to the certificate', async () => {
    await on('/certificates?view=calendar&day=2026-06-03', {}, async (page) => {
      await page.locator('.bw-day-list a').click();

      await page.locator('h1').getByText('shop-1.example.com').waitFor();
      await page.getByText('What to do', { exact: true }).waitFor();
    });
  });

  it('what is shown is saved for other calendars', async () => {
    await on('/certificates', {}, async (page) => {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'iCalendar' }).click();

      const file = await readFile(await (await saved).path(), 'utf8');
      assert.equal(file.match(/BEGIN:VEVENT/g)?.length, 3);
    });
  });

  it('one that is not there says so', async () => {
    const { page, leave } = await visit('/certificates/detail?uid=none');

    await page.getByText('There is no such certificate').waitFor();
    await leave();
  });
});
