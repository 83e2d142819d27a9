// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { RunOnly } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export type Theme = 'light' | 'dark';

export const SIZES = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

export type Size = keyof typeof SIZES;

const BASE = required('BREAKWATER_CONSOLE');
const SCREENSHOTS = required('BREAKWATER_SCREENSHOTS');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const PATIENCE = 30_000;

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits until something is so; otherwise says what is the matter. */
export async function until(so: () => Promise<boolean>, otherwise: () => string): Promise<void> {
  for (const end = Date.now() + PATIENCE; !(await so()); ) {
    if (Date.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Somebody who looks at the console in a browser, and minds everything that goes wrong there. */
export class Visitor {
  readonly faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly size: Size,
    private theme: Theme,
  ) {}

  static async come(size: Size = 'wide'): Promise<Visitor> {
    const browser = await chromium.launch({
      executablePath: required('BREAKWATER_CHROMIUM'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const context = await browser.newContext({
      viewport: SIZES[size],
      colorScheme: 'light',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const visitor = new Visitor(browser, context, page, size, 'light');
    visitor.#mind();
    return visitor;
  }

  #mind(): void {
    const { page, faults } = this;
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        faults.push(`${message.type()}: ${message.text()}`);
      }
    });
    page.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${BASE}/`) && !/^(data|blob):/.test(url)) {
        faults.push(`asked another host: ${url}`);
      }
    });
  }

  /** Opens an address of the console, and waits until all that is on it has come. */
  async open(path: string): Promise<void> {
    await this.page.goto(BASE + path);
    await this.settled();
  }

  /** Until there is a page, and nothing on it is loading. */
  async settled(): Promise<void> {
    await this.page.locator('main h1').first().waitFor();
    await this.page.waitForFunction(
      () => !document.querySelector('[class*="awsui_status-loading"], [aria-busy="true"]'),
    );
  }

  /** Changes the theme of the page as it is. */
  async prefer(theme: Theme): Promise<void> {
    this.theme = theme;
    await this.page.emulateMedia({ colorScheme: theme });
    await this.page.waitForFunction(
      (dark) => document.body.classList.contains('awsui-dark-mode') === dark,
      theme === 'dark',
    );
  }

  /** What axe finds, a line each; nothing is what is wanted. */
  barriers(): Promise<string[]> {
    return this.#found({ type: 'tag', values: RULES });
  }

  /** What axe finds that another theme can break. */
  barriersOfColours(): Promise<string[]> {
    return this.#found({ type: 'rule', values: RULES_OF_COLOURS });
  }

  async #found(runOnly: RunOnly): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate(async (runOnly) => {
      const found = await (window as any).axe.run(document, { runOnly });
      return found.violations.flatMap((violation: any) =>
        violation.nodes.map(
          (node: any) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`,
        ),
      );
    }, runOnly);
  }

  /** How much wider than the window the page is: it should not be. */
  async overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** Leaves a picture of what is to be seen; `whole` for all of a long page. */
  async photograph(name: string, { whole = false } = {}): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({
      path: join(SCREENSHOTS, `${name}-${this.size}-${this.theme}.png`),
      fullPage: whole,
    });
  }

  /** What the server says. */
  async ask<T>(path: string): Promise<T> {
    const answer = await this.context.request.get(BASE + path);
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }
}
