// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { ConsoleBrowser, settled, type Visit } from './console-browser.ts';

let browser: ConsoleBrowser;

before(async () => {
  browser = await ConsoleBrowser.start();
});

after(() => browser.end());

export function visit(path: string): ReturnType<ConsoleBrowser['visit']> {
  return browser.visit(path);
}

/** Does something on a page, and fails when anything went wrong on it. */
export async function on(
  path: string,
  how: Visit,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, faults, leave } = await browser.visit(path, how);
  try {
    await settled(page);
    await act(page);
    assert.deepEqual(faults, []);
  } finally {
    await leave();
  }
}
