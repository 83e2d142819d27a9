// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  type Browser,
  chromium,
  type ConsoleMessage,
  type Page,
  type Request,
} from 'playwright-core';

export interface Visit {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Chromium on the console of a server. */
export class ConsoleBrowser {
  /** Pages that somebody has left: to go on with one takes half of what a new one takes. */
  readonly #left: Page[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  static async start(): Promise<ConsoleBrowser> {
    const { BREAKWATER_CHROMIUM: program, BREAKWATER_CONSOLE: address } = process.env;
    if (!program || !address) {
      throw new Error('Set BREAKWATER_CHROMIUM and BREAKWATER_CONSOLE, as the Java test does.');
    }
    const browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    return new ConsoleBrowser(browser, address);
  }

  /** A page as a new visitor sees it, and whatever goes wrong on it. */
  async visit(
    path: string,
    { width = 1440, height = 900, theme = 'light' }: Visit = {},
  ): Promise<{ page: Page; faults: string[]; leave: () => Promise<void> }> {
    const page = this.#left.pop() ?? (await this.#newPage());
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    // Visitors come one after the other, not at once: the server's clock stands still by itself.
    console.log('a minute passes');
    const faults: string[] = [];
    const ignore = this.#mind(page, faults);
    await page.goto(this.address + path);
    await page.locator('h1').waitFor();
    const leave = async () => {
      ignore();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.evaluate(() => localStorage.clear());
      this.#left.push(page);
    };
    return { page, faults, leave };
  }

  async end(): Promise<void> {
    await this.browser.close();
  }

  async #newPage(): Promise<Page> {
    const context = await this.browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    return page;
  }

  /** Collects what goes wrong on a page, until the function that it gives is called. */
  #mind(page: Page, faults: string[]): () => void {
    const failed = (error: Error) => faults.push(error.message);
    const said = (message: ConsoleMessage) => {
      if (message.type() === 'error') faults.push(message.text());
    };
    const asked = (request: Request) => {
      if (!request.url().startsWith(this.address) && !request.url().startsWith('data:')) {
        faults.push(`asked for ${request.url()}`);
      }
    };
    page.on('pageerror', failed).on('console', said).on('request', asked);
    return () => page.off('pageerror', failed).off('console', said).off('request', asked);
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
