// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

export interface Visit {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Chromium on the console of a server. */
export class ConsoleBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  static async start(): Promise<ConsoleBrowser> {
    const { BREAKWATER_CHROMIUM: program, BREAKWATER_CONSOLE: address } = process.env;
    if (!program || !address) {
      throw new Error('Set BREAKWATER_CHROMIUM and BREAKWATER_CONSOLE, as the Java test does.');
    }
    const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
    return new ConsoleBrowser(browser, address);
  }

  /** A page as a new visitor sees it, and whatever goes wrong on it. */
  async visit(
    path: string,
    { width = 1440, height = 900, theme = 'light' }: Visit = {},
  ): Promise<{ page: Page; faults: string[]; leave: () => Promise<void> }> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    // Visitors come one after the other, not at once: the server's clock stands still by itself.
    console.log('a minute passes');
    const page = await context.newPage();
    const faults = this.#faultsOf(page);
    page.setDefaultTimeout(10_000);
    await page.goto(this.address + path);
    await page.locator('h1').waitFor();
    return { page, faults, leave: () => context.close() };
  }

  async end(): Promise<void> {
    await this.browser.close();
  }

  #faultsOf(page: Page): string[] {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.address) && !request.url().startsWith('data:')) {
        faults.push(`asked for ${request.url()}`);
      }
    });
    return faults;
  }
}

/** What is shown once no answer is awaited any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[class*="awsui_status-loading"]') === null,
  );
}

/** What axe finds, of these rules or of all. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(async (chosen) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(chosen ? { runOnly: chosen } : {});
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
    );
  }, rules);
}
