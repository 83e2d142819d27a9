// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until, Visitor } from './visitor.ts';

/** Whether two counts come to be the same, while what is counted changes now and then. */
async function agree(one: () => Promise<number>, other: () => Promise<number>): Promise<void> {
  let counts: number[] = [];
  await until(
    async () => {
      counts = [await one(), await other()];
      return counts[0] === counts[1];
    },
    () => `they are never the same: ${counts.join(' and ')}`,
  );
}

describe('the exposures', () => {
  let visitor: Visitor;
  before(async () => {
    visitor = await Visitor.come();
  });
  beforeEach(() => {
    visitor.faults.length = 0;
  });
  after(() => visitor.leave());

  const counted = async () => {
    const heading = await visitor.page.getByRole('heading', { level: 1 }).innerText();
    return Number(/\((\d+)\)/.exec(heading)?.[1]);
  };

  const firstGroup = () =>
    visitor.page.getByRole('button', { name: /critical of/, expanded: false }).first();

  const total = async (query: string) =>
    (await visitor.ask<{ total: number }>(`/api/exposures?limit=1${query}`)).total;

  const severity = (value: string) =>
    `&filter=${encodeURIComponent(
      JSON.stringify({ field: 'severity', operator: 'equals', value }),
    )}`;

  test('a quick filter narrows what is shown, and stands in the address', async () => {
    const { page } = visitor;
    await visitor.open('/exposures');
    await page.getByRole('checkbox', { name: /^Critical/ }).check();
    await page.waitForURL(/filter=/);
    await visitor.settled();
    await agree(counted, () => total(severity('Critical')));

    const shared = page.url();
    await page.getByRole('checkbox', { name: /^Critical/ }).uncheck();
    await page.waitForURL((url) => !url.search.includes('filter='));
    await page.goto(shared);
    await visitor.settled();
    assert.ok(await page.getByRole('checkbox', { name: /^Critical/ }).isChecked());
    assert.deepEqual(visitor.faults, []);
  });

  test('words are searched for from every page', async () => {
    const { page } = visitor;
    await visitor.open('/health');
    await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('bucket');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/exposures\?.*q=bucket/);
    await visitor.settled();
    await agree(counted, () => total('&q=bucket'));
    assert.deepEqual(visitor.faults, []);
  });

  test('a group opens, an exposure beside it, and then in full', async () => {
    const { page } = visitor;
    await visitor.open('/exposures');
    await firstGroup().click();
    await page.getByRole('table').first().waitFor();
    await page.locator('main table tbody a').first().click();
    await page
      .getByRole('button', { name: 'Open in full' })
      .or(page.getByRole('link', { name: 'Open in full' }))
      .waitFor();
    await visitor.settled();
    await visitor.photograph('exposure-beside-the-list');
    assert.deepEqual(await visitor.barriers(), []);
    await page.getByText('Open in full').click();
    await page.waitForURL(/\/exposures\/exposure-/);
    await visitor.settled();
    await page.getByRole('heading', { name: 'Why this severity' }).waitFor();
    assert.deepEqual(visitor.faults, []);
  });

  test('what is chosen can be taken away as CSV and as OCSF', async () => {
    const { page } = visitor;
    await visitor.open(`/exposures?${severity('Critical').slice(1)}`);
    const lines = async (item: RegExp) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item }).click(),
      ]);
      return (await readFile(await download.path(), 'utf8')).trimEnd().split(/\r?\n/).length;
    };
    const critical = () => total(severity('Critical'));
    await agree(() => lines(/OCSF/), critical);
    await agree(async () => (await lines(/CSV/)) - 1, critical);
    assert.deepEqual(visitor.faults, []);
  });

  test('a view can be named, and comes back', async () => {
    const { page } = visitor;
    await visitor.open('/exposures?by=cloud.region');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: /Save this view/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('By region');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await visitor.open('/exposures');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'By region' }).click();
    await page.waitForURL(/by=cloud.region/);
    assert.deepEqual(visitor.faults, []);
  });

  test('everything can be reached with the keyboard', async () => {
    const { page } = visitor;
    await visitor.open('/exposures');
    await firstGroup().focus();
    await page.keyboard.press('Enter');
    await page.locator('main table tbody a').first().focus();
    await page.keyboard.press('Enter');
    await page.getByText('Open in full').waitFor();
    assert.deepEqual(visitor.faults, []);
  });
});
