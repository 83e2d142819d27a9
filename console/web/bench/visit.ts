// SPDX-License-Identifier: Apache-2.0
import type { BrowserContext } from 'playwright-core';
import type { BenchPage } from './pages.ts';
import { type Seen, watch } from './watch.ts';

/** What the page asked the server, without the values, and the milliseconds until all of the answer was there. */
export interface Question {
  path: string;
  took: number;
}

/** Milliseconds since the address was entered. */
export interface Opening {
  painted: number;
  shown: number;
  interactive: number;
  questions: Question[];
}

const PATIENCE = 60_000;
/** How long a page has to be at rest, in milliseconds. */
const REST = 200;

/** It runs in the page. The stream of changes does not end, so it is not among them. */
function questions(): Question[] {
  return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .filter(
      ({ name, responseEnd }) => new URL(name).pathname.startsWith('/api/') && responseEnd > 0,
    )
    .map(({ name, requestStart, responseEnd }) => ({
      path: new URL(name).pathname,
      took: responseEnd - requestStart,
    }));
}

/** Opens a page, waits until it is at rest, and clicks. */
export async function open(
  context: BrowserContext,
  console: string,
  { address, content }: BenchPage,
): Promise<Opening> {
  const page = await context.newPage();
  try {
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch, { content, rest: REST });
    await page.goto(console + address);
    await page.waitForFunction(() => window.seen?.rested !== undefined);
    await page.getByRole('button', { name: 'Appearance' }).locator('visible=true').click();
    await page.waitForFunction(() => window.seen?.answer !== undefined);
    const seen = (await page.evaluate(() => window.seen)) as Required<Seen>;
    return {
      painted: seen.painted,
      shown: seen.shown,
      interactive: seen.rested + seen.answer,
      questions: await page.evaluate(questions),
    };
  } finally {
    await page.close();
  }
}
