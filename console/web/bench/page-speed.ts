// SPDX-License-Identifier: Apache-2.0
// How long people wait for the pages of a console that runs: docs/console-index.md says how to read it.
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { type BenchPage, pagesOf } from './pages.ts';
import {
  heading,
  isAnsweredInTime,
  isInTime,
  questionRows,
  questionsHeading,
  row,
} from './report.ts';
import { open, type Opening } from './visit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '10' }, page: { type: 'string', multiple: true } },
});
const [address] = positionals;
const times = Number(values.times);
if (!address || !(times >= 1)) {
  console.error('usage: npm run bench:page -- http://127.0.0.1:8080 [--times 10] [--page NAME]...');
  process.exit(2);
}
const server = address.replace(/\/$/, '');

async function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1440, height: 900 } });
}

/** Each time as a new visitor, whose browser holds nothing of the console yet. */
async function cold(browser: Browser, page: BenchPage): Promise<Opening> {
  const context = await newContext(browser);
  try {
    return await open(context, server, page);
  } finally {
    await context.close();
  }
}

/** Again and again as one visitor, who has opened the page before. */
async function warm(browser: Browser, page: BenchPage): Promise<Opening[]> {
  const context = await newContext(browser);
  try {
    await open(context, server, page);
    return await repeated(() => open(context, server, page));
  } finally {
    await context.close();
  }
}

async function repeated(act: () => Promise<Opening>): Promise<Opening[]> {
  const openings = [];
  for (let time = 0; time < times; time++) openings.push(await act());
  return openings;
}

const browser = await chromium.launch({
  executablePath: process.env.BREAKWATER_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const chosen = (await pagesOf(server)).filter(
    ({ name }) => values.page === undefined || values.page.includes(name),
  );
  const questions = [questionsHeading()];
  console.log(heading());
  for (const page of chosen) {
    const first = await repeated(() => cold(browser, page));
    console.log(row(page.name, 'cold', first));
    console.log(row(page.name, 'warm', await warm(browser, page)));
    questions.push(...questionRows(page.name, first));
    if (!isInTime(first) || !isAnsweredInTime(first)) process.exitCode = 1;
  }
  console.log(`\n${questions.join('\n')}`);
} finally {
  await browser.close();
}
