// SPDX-License-Identifier: Apache-2.0
// The pages as people see them, over a server that PageInBrowserTest has filled.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import './certificates.ts';
import { violations } from './console-browser.ts';
import './health.ts';
import { on, visit } from './on-page.ts';
import './resources.ts';
import './rules.ts';

const EXPOSURE = '/exposures/exposure-00000000000000000000000000000001';

const CERTIFICATE = `/certificates/detail?uid=${(0xce00_0001).toString(16).padStart(32, '0')}`;

const PAGES: Record<string, string> = {
  '/': 'Summary',
  '/exposures': 'Exposures',
  '/exposures?by=none': 'Exposures',
  [EXPOSURE]: 'Potential Remote Execution',
  [`${EXPOSURE}?tab=traits`]: 'Potential Remote Execution',
  [`${EXPOSURE}?tab=remediation`]: 'Potential Remote Execution',
  [`${EXPOSURE}?tab=history`]: 'Potential Remote Execution',
  [`${EXPOSURE}?tab=raw`]: 'Potential Remote Execution',
  '/resources': 'Resources',
  '/certificates': 'Certificates',
  '/certificates?view=calendar': 'Certificates',
  '/certificates?view=calendar&day=2026-06-03&scale=week': 'Certificates',
  '/certificates?view=list': 'Certificates',
  [CERTIFICATE]: 'shop-1.example.com',
  '/rules': 'Rules',
  '/rules?q=bucket': 'Rules',
  '/rules?tab=severity': 'Rules',
  '/rules?tab=suppressions': 'Rules',
  '/rules?tab=updates': 'Rules',
  '/health': 'Health',
  '/nowhere': 'This page does not exist',
};

/** What another theme can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

// Two at a time: while one is on its way the other is looked at.
describe('every page', { concurrency: 2 }, () => {
  for (const [path, title] of Object.entries(PAGES)) {
    it(`${path} can be used by everybody, in light and dark, and on a small phone`, async () => {
      await on(path, {}, async (page) => {
        assert.match(await page.locator('h1').innerText(), new RegExp(title));
        assert.deepEqual(await violations(page), []);

        await page.emulateMedia({ colorScheme: 'dark' });
        await page.locator('body.awsui-dark-mode').waitFor();
        assert.deepEqual(await violations(page, OF_COLOURS), []);

        await page.setViewportSize({ width: 360, height: 740 });
        await page.getByRole('button', { name: 'Open navigation' }).waitFor();
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(wider <= 0, `it is wider by ${wider} pixels`);
        assert.deepEqual(await violations(page), []);
      });
    });
  }
});

describe('exposures', () => {
  it('a group opens by keyboard, and an exposure in it beside the list', async () => {
    await on('/exposures', {}, async (page) => {
      await page.locator('.bw-groups [role=button]').first().press('Enter');
      await page.locator('.bw-groups table a').first().press('Enter');

      await page.getByRole('link', { name: 'Open in full' }).waitFor();
      assert.match(page.url(), /show=exposure-/);
    });
  });

  it('whoever closes an exposure beside the list is where they have opened it', async () => {
    await on('/exposures?by=none', {}, async (page) => {
      const link = page.locator('.bw-exposures table a').first();
      await link.press('Enter');
      await page.locator('.bw-preview:focus').waitFor();

      await page.getByRole('button', { name: 'Close panel' }).press('Enter');

      await page.waitForURL((address) => !address.search.includes('show'));
      assert.ok(await link.evaluate((element) => element === document.activeElement));
    });
  });

  it('what is shown beside the list is there again after loading anew', async () => {
    await on('/exposures', {}, async (page) => {
      await page.locator('.bw-groups [role=button]').first().click();
      await page.locator('.bw-groups table a').first().click();
      await page.getByRole('link', { name: 'Open in full' }).waitFor();

      await page.reload();

      await page.getByRole('link', { name: 'Open in full' }).waitFor();
    });
  });

  it('a quick filter narrows what is shown, and going back widens it', async () => {
    await on('/exposures', {}, async (page) => {
      const heading = page.locator('h1');
      await heading.getByText('(3)').waitFor();

      await page.locator('.bw-facet').getByText('Critical').click();
      await heading.getByText('(1)').waitFor();

      await page.goBack();
      await heading.getByText('(3)').waitFor();
    });
  });

  it('a search from anywhere shows what has all words', async () => {
    await on('/', {}, async (page) => {
      const search = page.getByPlaceholder('Title, resource, account, CVE').locator('visible=true');
      await search.fill('hostile');
      await search.press('Enter');

      await page.locator('h1').getByText('(1)').waitFor();
      assert.match(page.url(), /\/exposures\?q=hostile$/);
    });
  });

  it('a filter is typed, value by value', async () => {
    await on('/exposures', {}, async (page) => {
      const filter = page.getByLabel('Filter exposures');
      await filter.click();
      await page.getByRole('option', { name: 'Severity', exact: true }).click();
      await page.getByRole('option', { name: /^Severity = Equals/ }).click();
      await page.getByRole('option', { name: 'High' }).click();

      await page.locator('h1').getByText('(1)').waitFor();
      const asked = new URL(page.url()).searchParams.get('filter');
      assert.deepEqual(JSON.parse(asked ?? ''), {
        field: 'severity',
        operator: 'equals',
        value: 'High',
      });
    });
  });

  it('a view that was saved is there again', async () => {
    await on('/exposures?by=severity', {}, async (page) => {
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: 'Save this view' }).click();
      await page.getByLabel('Name').fill('By severity');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('link', { name: 'Summary', exact: true }).click();
      await page.getByRole('link', { name: 'Exposures', exact: true }).click();

      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: 'By severity' }).click();

      await page.waitForURL('**/exposures?by=severity');
    });
  });

  it('what is chosen is saved as a file', async () => {
    await on('/exposures?state=either', {}, async (page) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const saved = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: /^CSV/ }).click();

      assert.match((await saved).suggestedFilename(), /\.csv$/);
    });
  });

  it('text that looks like a page of its own is only text', async () => {
    await on('/exposures?by=none&q=hostile', {}, async (page) => {
      await page.locator('table a').first().click();
      await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();

      assert.equal(await page.locator('img[src="x"]').count(), 0);
    });
  });
});

describe('an exposure', () => {
  it('marks the cell of the matrix that it is in', async () => {
    await on(EXPOSURE, {}, async (page) => {
      const marked = page.locator('.bw-matrix-marked');

      assert.equal(await marked.count(), 1);
      assert.match(await marked.innerText(), /^Critical/);
    });
  });

  it('what is not there says so', async () => {
    const { page, leave } = await visit('/exposures/exposure-ffffffffffffffffffffffffffffffff');

    await page.getByText('There is no such exposure').waitFor();
    await leave();
  });
});

describe('actions', () => {
  it('one is sent with what was filled in, and waits until the job has answered', async () => {
    await on(EXPOSURE, {}, async (page) => {
      await mayAct(page);
      const sent: unknown[] = [];
      await page.route('**/api/actions', async (route) => {
        sent.push(route.request().postDataJSON());
        await route.fulfill({ status: 202, json: { uid: 'action-6' } });
      });

      await page.getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: 'Suppress' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: 'Suppress' }).click();
      await form.getByText('Give a reason.').waitFor();
      await form.getByLabel('Reason').fill('Behind a wall until January');
      await form.getByLabel('Until').first().fill('2099/01/31');
      assert.deepEqual(await violations(page), []);
      await form.getByRole('button', { name: 'Suppress' }).click();

      const waiting = page.locator('.bw-standing').getByText('waiting for the job');
      await waiting.waitFor();
      assert.deepEqual(sent, [
        {
          action: 'suppress',
          exposure: 'exposure-00000000000000000000000000000001',
          seen: 5,
          reason: 'Behind a wall until January',
          until: '2099-01-31T23:59:59Z',
        },
      ]);
      console.log('the job applies the action');
      await waiting.waitFor({ state: 'detached' });
    });
  });

  it('one that the job refuses waits no longer, and is told with the reason', async () => {
    await on(EXPOSURE, {}, async (page) => {
      await mayAct(page);
      await page.route('**/api/actions', (route) =>
        route.fulfill({ status: 202, json: { uid: 'action-7' } }),
      );
      const why = '“Suppress” was refused: its time is yet to come.';

      await page.getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: 'Comment' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Comment').fill('Somebody looks into it');
      await form.getByRole('button', { name: 'Comment' }).click();
      const bar = page.locator('.bw-standing');
      await bar.getByText('waiting for the job').waitFor();
      console.log('the job refuses the action');

      await bar.getByText(why).waitFor();
      assert.equal(await bar.getByText('waiting for the job').count(), 0);
      await page.locator('.bw-decisions').getByText(why).waitFor();
      assert.deepEqual(await violations(page), []);
      await page.reload();
      await page.locator('.bw-decisions').getByText(why).waitFor();
    });
  });

  it('what the server refuses is told in the form, which stays', async () => {
    const { page, leave } = await visit(EXPOSURE);
    await mayAct(page);
    await page.route('**/api/actions', (route) =>
      route.fulfill({
        status: 409,
        json: { error: { code: 'changed', message: 'It is more severe by now.' } },
      }),
    );

    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Change status' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Change status' }).click();

    await form.getByText('It is more severe by now.').waitFor();
    await leave();
  });

  it('are not offered where there is no control stream, and it is said why', async () => {
    await on(EXPOSURE, {}, async (page) => {
      await page.getByRole('button', { name: 'Actions' }).hover();

      await page.getByText('This server has no control stream').locator('visible=true').waitFor();
    });
  });
});

/** Lets the page believe that its server has a control stream. */
async function mayAct(page: Page): Promise<void> {
  await page.route('**/api/about', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), role: 'operator', actions: true } });
  });
  await page.reload();
  await page.locator('.bw-standing').waitFor();
}

describe('without a server', () => {
  it('what cannot be loaded says so, and is there once it is tried again', async () => {
    const { page, leave } = await visit('/exposures');
    await page.route('**/api/resources*', (route) => route.abort());
    await page.getByRole('link', { name: 'Summary', exact: true }).click();
    await page.getByText('The server cannot be reached.').waitFor();

    await page.unroute('**/api/resources*');
    await page.getByRole('button', { name: 'Try again' }).click();

    await page.getByText('i-00000000000000001').first().waitFor();
    await leave();
  });
});

describe('the frame', () => {
  it('a picture takes the theme that is chosen', async () => {
    await on(EXPOSURE, { theme: 'light' }, async (page) => {
      const light = await page.locator('.ap-node').first().innerHTML();

      await page.getByRole('button', { name: 'Appearance' }).locator('visible=true').click();
      await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();

      await page.waitForFunction(
        (before) => document.querySelector('.ap-node')?.innerHTML !== before,
        light,
      );
    });
  });

  it('a theme that was chosen is kept', async () => {
    await on('/', { theme: 'light' }, async (page) => {
      await page.getByRole('button', { name: 'Appearance' }).locator('visible=true').click();
      await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
      await page.reload();

      await page.locator('body.awsui-dark-mode').waitFor();
    });
  });

  it('what has come to another page has its heading read', async () => {
    await on('/', {}, async (page) => {
      await page.getByRole('link', { name: 'Exposures', exact: true }).click();
      await page.locator('h1').getByText('Exposures').waitFor();

      await page.waitForFunction(() => document.activeElement?.querySelector('h1') !== null);
      assert.equal(await page.title(), 'Exposures – Breakwater');
    });
  });

  it('a new critical exposure shows without loading anew', async () => {
    await on('/', {}, async (page) => {
      await page.getByRole('link', { name: 'Live' }).locator('visible=true').waitFor();
      console.log('bring a new critical exposure');

      await page.getByText('1 new critical exposure').locator('visible=true').waitFor();
      await page.getByRole('link', { name: /severity Critical: 2$/ }).waitFor();
    });
  });

  it('what is pressed while a notice comes is where it was when the button is released', async () => {
    await on(EXPOSURE, {}, async (page) => {
      await mayAct(page);
      await page.getByRole('link', { name: 'Live' }).locator('visible=true').waitFor();
      await page.getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: 'Change status' }).hover();
      await page.mouse.down();
      console.log('bring another critical exposure');
      await page.getByText('1 new critical exposure').locator('visible=true').waitFor();
      await page.mouse.up();

      await page.getByRole('dialog').waitFor();
    });
  });
});

describe('while the server is away', () => {
  it('what is shown stays where it is, and it is said that it may be out of date', async () => {
    const { page, leave } = await visit('/');
    await page.getByRole('link', { name: 'Live' }).locator('visible=true').waitFor();
    const risk = page.locator('.bw-risks li').first();
    const before = await risk.boundingBox();
    await page.route('**/api/**', (route) => route.abort());
    console.log('bring a third critical exposure');
    const told = page.getByText('What is shown may be out of date: The server cannot be reached.');
    await told.waitFor();
    assert.deepEqual(await risk.boundingBox(), before);

    await page.unroute('**/api/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await told.waitFor({ state: 'detached' });
    await leave();
  });
});
