// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { chromiumPath, PictureBrowser } from './browser.ts';
import {
  ALONE,
  edge,
  finding,
  FORTY,
  GROUP,
  INSTANCE,
  NETWORK,
  node,
  PROFILE,
  SIX,
} from './findings.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../../target/screenshots', import.meta.url));
const BUCKETS = 'group/AWS::S3::Bucket';

function nodeOf(page: Page, uid: string) {
  return page.locator(`[data-node="${uid}"]`);
}

function buttonOf(page: Page, uid: string) {
  return nodeOf(page, uid).locator('.ap-press');
}

function edgeOf(page: Page, uid: string) {
  return page.locator(`[data-edge="${uid}"]`);
}

function reasonOf(page: Page, uid: string) {
  return page.locator(`[data-reason="${uid}"]`);
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(
    () =>
      document.activeElement?.closest('[data-node]')?.getAttribute('data-node') ??
      document.activeElement?.closest('[data-frame]')?.getAttribute('data-frame') ??
      null,
  );
}

async function hasClass(page: Page, selector: string, name: string): Promise<boolean> {
  return page.locator(selector).evaluate((element, name) => element.classList.contains(name), name);
}

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = await (window as any).axe.run();
    return found.violations.map(
      (one: any) => `${one.id}: ${one.nodes.map((where: any) => where.target).join('; ')}`,
    );
  });
}

async function inView(page: Page, uid: string): Promise<boolean> {
  const area = await page.locator('.ap-surface').boundingBox();
  const box = await nodeOf(page, uid).boundingBox();
  return (
    area !== null &&
    box !== null &&
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}

describe(
  'the picture',
  { skip: chromiumPath() === undefined && 'no Chromium is installed (see BREAKWATER_CHROMIUM)' },
  () => {
    let browser: PictureBrowser;

    before(async () => {
      await mkdir(SCREENSHOTS, { recursive: true });
      browser = await PictureBrowser.start();
    });
    after(() => browser?.stop());

    const paths = { one: ALONE, six: SIX, forty: FORTY };
    for (const [name, path] of Object.entries(paths)) {
      for (const theme of ['light', 'dark']) {
        test(`is accessible and keeps to the policy of the page: ${name}, ${theme}`, async () => {
          const { page, faults } = await browser.open(path, { theme });

          await page.screenshot({
            path: `${SCREENSHOTS}/attack-path-${name}-${theme}.png`,
            fullPage: true,
          });

          assert.deepEqual(await violations(page), []);
          assert.deepEqual(faults, []);
        });
      }
    }

    test('arrow keys walk along the edges and keep what has the focus in view', async () => {
      const { page } = await browser.open(FORTY, { width: 900 });

      await buttonOf(page, INSTANCE).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await focused(page), 'internet');
      await page.keyboard.press('Home');
      assert.equal(await focused(page), INSTANCE);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const below = await focused(page);
      assert.notEqual(below, INSTANCE);
      assert.ok(await inView(page, below!));
    });

    test('a network path expands by the keyboard, and is put together again', async () => {
      const { page } = await browser.open(SIX);

      await buttonOf(page, NETWORK).focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('[data-node*="#"]').count(), 4);
      assert.equal(await focused(page), NETWORK, 'the frame has the focus');
      await page.screenshot({
        path: `${SCREENSHOTS}/attack-path-six-expanded.png`,
        fullPage: true,
      });
      assert.deepEqual(await violations(page), []);

      await page.keyboard.press('Enter');
      assert.equal(await page.locator('[data-node*="#"]').count(), 0);
      assert.equal(await focused(page), NETWORK);
    });

    test('a group expands from the list, which keeps the focus', async () => {
      const { page } = await browser.open(FORTY);

      await page.getByRole('button', { name: 'Show 12 S3 buckets' }).click();

      assert.equal(await nodeOf(page, BUCKETS).count(), 0);
      assert.equal(await page.locator('[data-node^="arn:aws:s3:::"]').count(), 12);
      assert.equal(
        await page.evaluate(() => document.activeElement?.textContent),
        'Hide 12 S3 buckets',
      );
      await page.getByRole('button', { name: 'Show all of it' }).click();
      await page.screenshot({
        path: `${SCREENSHOTS}/attack-path-forty-expanded.png`,
        fullPage: true,
      });
    });

    test('an edge tells its reason when it is pointed at, and its item in the list is marked', async () => {
      const { page } = await browser.open(SIX);
      const uid = `${INSTANCE} protectedBy ${GROUP}`;

      await edgeOf(page, uid).locator('text').hover();

      const tooltip = page.getByRole('tooltip');
      await tooltip.waitFor();
      assert.match((await tooltip.textContent()) ?? '', /is protected by sg-0aa11bb22cc33dd44/);
      assert.ok(await hasClass(page, `[data-reason="${uid}"]`, 'ap-hot'));
      assert.ok(await hasClass(page, `[data-node="${PROFILE}"]`, 'ap-faint'));
      await page.screenshot({ path: `${SCREENSHOTS}/attack-path-six-pointed.png`, fullPage: true });
    });

    test('an item of the list that has the focus marks its edge; Escape ends that', async () => {
      const { page } = await browser.open(SIX);
      const uid = `${INSTANCE} hasProfile ${PROFILE}`;

      await reasonOf(page, uid).focus();
      assert.ok(await hasClass(page, `[data-edge="${uid}"]`, 'ap-hot'));
      await page.keyboard.press('Enter');
      assert.equal(await reasonOf(page, uid).getAttribute('aria-pressed'), 'true');

      await page.keyboard.press('Escape');
      assert.ok(!(await hasClass(page, `[data-edge="${uid}"]`, 'ap-hot')));
      assert.equal(await reasonOf(page, uid).getAttribute('aria-pressed'), 'false');
    });

    test('a resource that is chosen shows its traits, and can be opened', async () => {
      const { page } = await browser.open(SIX);

      await nodeOf(page, GROUP).click();
      const details = page.getByRole('region', { name: 'Chosen' });
      assert.match((await details.textContent()) ?? '', /lets the whole internet in/);
      await details.getByRole('button', { name: /Open resource/ }).click();

      assert.deepEqual(await page.evaluate(() => (window as any).opened), [GROUP]);
      await page.screenshot({ path: `${SCREENSHOTS}/attack-path-six-chosen.png`, fullPage: true });
      assert.deepEqual(await violations(page), []);
    });

    test('nodes and the whole are dragged, and a drag chooses nothing', async () => {
      const { page } = await browser.open(SIX);
      const drag = async (from: { x: number; y: number }, dx: number, dy: number) => {
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(from.x + dx / 2, from.y + dy / 2);
        await page.mouse.move(from.x + dx, from.y + dy);
        await page.mouse.up();
      };
      const placeOf = async (uid: string) => (await nodeOf(page, uid).boundingBox())!;

      const instance = await placeOf(INSTANCE);
      const group = await placeOf(GROUP);
      await drag({ x: group.x + 60, y: group.y + 25 }, 0, 60);
      assert.ok(Math.abs((await placeOf(GROUP)).y - group.y - 60) < 2);
      assert.ok(Math.abs((await placeOf(INSTANCE)).y - instance.y) < 2);
      assert.equal(await page.getByRole('region', { name: 'Chosen' }).count(), 0);

      const area = (await page.locator('.ap-surface').boundingBox())!;
      await drag({ x: area.x + 20, y: area.y + 20 }, 0, 40);
      assert.ok(Math.abs((await placeOf(INSTANCE)).y - instance.y - 40) < 2);
    });

    test('the wheel zooms with Ctrl only', async () => {
      const { page } = await browser.open(SIX);
      const width = async () => (await nodeOf(page, INSTANCE).boundingBox())!.width;
      const before = await width();
      await nodeOf(page, INSTANCE).hover();

      await page.mouse.wheel(0, -20);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      assert.equal(await width(), before);

      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -20);
      await page.keyboard.up('Control');
      await page.waitForFunction(
        ([uid, before]) =>
          document.querySelector(`[data-node="${uid}"]`)!.getBoundingClientRect().width > before,
        [INSTANCE, before] as const,
      );
    });

    test('two fingers zoom', async () => {
      const { page } = await browser.open(SIX);
      const before = (await nodeOf(page, INSTANCE).boundingBox())!.width;
      const area = (await page.locator('.ap-surface').boundingBox())!;
      const x = area.x + area.width / 2;
      const y = area.y + 40;
      const session = await page.context().newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints:
            type === 'touchEnd'
              ? []
              : [
                  { x: x - apart, y, id: 1 },
                  { x: x + apart, y, id: 2 },
                ],
        });

      await touch('touchStart', 40);
      await touch('touchMove', 60);
      await touch('touchMove', 80);
      await touch('touchEnd', 0);

      await page.waitForFunction(
        ([uid, before]) =>
          document.querySelector(`[data-node="${uid}"]`)!.getBoundingClientRect().width >
          before * 1.4,
        [INSTANCE, before] as const,
      );
    });

    test('the SVG stands alone and the PNG is twice as large', async () => {
      const { page, faults } = await browser.open(SIX, { theme: 'dark' });

      const { picture, width, png } = await page.evaluate(async () => {
        const drawn = (window as any).drawn;
        const picture: string = drawn.toSvg();
        const parsed = new DOMParser().parseFromString(picture, 'image/svg+xml');
        const blob: Blob = await drawn.toPng();
        const bitmap = await createImageBitmap(blob);
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
        const [r, g, b] = canvas.getContext('2d')!.getImageData(4, 4, 1, 1).data;
        return {
          picture,
          width: Number(parsed.documentElement.getAttribute('width')),
          png: { width: bitmap.width, corner: [r, g, b] },
        };
      });

      assert.doesNotMatch(picture, /class=|style=|href|url\(/);
      assert.match(picture, /font-family=/);
      assert.match(picture, /Choke point: what helps most/);
      assert.equal(png.width, 2 * width);
      assert.deepEqual(png.corner, [0x16, 0x1d, 0x26]);
      assert.deepEqual(faults, []);

      await browser.photograph(picture, `${SCREENSHOTS}/attack-path-export.png`);
    });

    test('files are saved by the name that they are given', async () => {
      const { page } = await browser.open(SIX);

      for (const ending of ['SVG', 'PNG']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `Save as ${ending}` }).click(),
        ]);
        assert.equal(download.suggestedFilename(), `path.${ending.toLowerCase()}`);
      }
    });

    test('it is shown on the full screen, and goes on in its place', async () => {
      const { page } = await browser.open(SIX);
      const full = page.getByRole('button', { name: 'Full screen' });

      await full.click();
      await page.waitForFunction(() => document.fullscreenElement?.classList.contains('ap'));
      await page.getByRole('button', { name: 'Full screen', pressed: true }).waitFor();
      await page.screenshot({ path: `${SCREENSHOTS}/attack-path-full-screen.png` });

      await full.click();
      await page.waitForFunction(() => document.fullscreenElement === null);
    });

    test('another theme keeps places, and an end leaves nothing', async () => {
      const { page } = await browser.open(SIX);
      const before = await nodeOf(page, GROUP).getAttribute('transform');

      await page.evaluate(() => (window as any).drawn.setTheme('dark'));
      assert.equal(await nodeOf(page, GROUP).getAttribute('transform'), before);
      assert.equal(await page.locator('.ap').getAttribute('data-theme'), 'dark');

      await page.evaluate(() => (window as any).drawn.destroy());
      assert.equal(await page.locator('#here').evaluate((here) => here.childNodes.length), 0);
    });

    test('what a finding says is text, whatever it says', async () => {
      const evil = '<img src=x onerror="window.broken=1">"\'</svg><script>window.broken=1</script>';
      const other = `${evil}2`;
      const { page, faults } = await browser.open(
        finding({
          nodes: [
            node(evil, evil, 'primary', { name: evil, traits: [evil] }),
            node(other, evil, 'network-path', {
              name: evil,
              steps: [{ uid: other, type: evil, configuration: evil }],
            }),
          ],
          edges: [edge(evil, evil, other, evil, { rests_on: { product: evil } })],
        }),
      );

      await page.locator('.ap-node').first().click();
      await page.locator('.ap-toggle').first().click();
      await page.locator('.ap-node').last().hover();
      const picture = await page.evaluate(() => (window as any).drawn.toSvg() as string);

      assert.equal(await page.locator('.ap img, .ap script').count(), 0);
      assert.equal(await page.evaluate(() => (window as any).broken), undefined);
      assert.doesNotMatch(picture, /<img|<script/);
      assert.ok((await page.locator('.ap-reason').first().textContent())?.includes(evil));
      assert.deepEqual(faults, []);
    });

    test('nothing moves for those who want no motion', async () => {
      for (const reducedMotion of [false, true]) {
        const { page } = await browser.open(SIX, { reducedMotion });
        const duration = await page
          .locator('.ap-node')
          .first()
          .evaluate((element) => getComputedStyle(element).transitionDuration);
        assert.equal(duration, reducedMotion ? '0s' : '0.12s');
      }
    });

    test('on a narrow screen the list is below the picture', async () => {
      const { page } = await browser.open(SIX, { width: 420, height: 900 });

      const picture = (await page.locator('.ap-picture').boundingBox())!;
      const side = (await page.locator('.ap-side').boundingBox())!;
      assert.ok(side.y >= picture.y + picture.height);
      await page.screenshot({ path: `${SCREENSHOTS}/attack-path-narrow.png`, fullPage: true });
    });
  },
);
