// SPDX-License-Identifier: Apache-2.0
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const ORIGIN = 'http://picture.test';
const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No style attribute of HTML, no script but our own, nothing from anywhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'";

/** What a page that shows the picture does. */
const BEGIN = `
  window.begin = (finding, theme) => {
    window.opened = [];
    window.drawn?.destroy();
    document.documentElement.style.background = theme === 'dark' ? '#161d26' : '#ffffff';
    document.documentElement.style.color = theme === 'dark' ? '#ebebf0' : '#0f141a';
    window.drawn = attackPath.draw(
      document.getElementById('here'),
      attackPath.attackPathOf(finding),
      { theme, fileName: 'path', onOpen: (uid) => window.opened.push(uid) },
    );
  };
`;

export function chromiumPath(): string | undefined {
  return process.env['BREAKWATER_CHROMIUM'] ?? CANDIDATES.find((path) => existsSync(path));
}

/** Chromium with the bundle of the picture, which is served to pages without a network. */
export class PictureBrowser {
  private faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly files: Map<string, { type: string; body: string }>,
  ) {}

  static async start(): Promise<PictureBrowser> {
    const bundled = await build({
      entryPoints: {
        picture: fileURLToPath(new URL('../../src/attack-path/index.ts', import.meta.url)),
      },
      outdir: '/',
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'attackPath',
    });
    const files = new Map(
      bundled.outputFiles.map(({ path, text }) => [
        path,
        { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', body: text },
      ]),
    );
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    files.set('/axe.js', { type: 'text/javascript', body: await readFile(axe, 'utf8') });
    files.set('/begin.js', { type: 'text/javascript', body: BEGIN });
    files.set('/', {
      type: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Attack path</title>
        <link rel="stylesheet" href="/picture.css"></head><body><main><h1>Attack path</h1>
        <div id="here"></div></main><script src="/picture.js"></script><script src="/begin.js"></script>
        <script src="/axe.js"></script>
        </body></html>`,
    });
    const browser = await chromium.launch({
      executablePath: chromiumPath() ?? CANDIDATES[0]!,
      args: ['--no-sandbox'],
    });
    const started = new PictureBrowser(browser, await browser.newPage(), files);
    await started.#serve();
    return started;
  }

  /** The page with a picture of a finding, `window.drawn`; what goes wrong on it is in `faults`. */
  async open(
    finding: unknown,
    { theme = 'light', width = 1280, height = 800, reducedMotion = false } = {},
  ): Promise<{ page: Page; faults: string[] }> {
    const { page } = this;
    this.faults = [];
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: reducedMotion ? 'reduce' : 'no-preference' });
    await page.evaluate(([finding, theme]) => (window as any).begin(finding, theme), [
      finding,
      theme,
    ] as const);
    return { page, faults: this.faults };
  }

  /** An SVG by itself, as a picture. */
  async photograph(picture: string, path: string): Promise<void> {
    const page = await this.browser.newPage();
    await page.setContent(picture);
    await page.locator('svg').screenshot({ path });
    await page.close();
  }

  async #serve(): Promise<void> {
    const { page } = this;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.faults.push(message.text());
      }
    });
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      const file = url.origin === ORIGIN ? this.files.get(url.pathname) : undefined;
      if (!file) {
        this.faults.push(`asked for ${url}`);
        return route.abort();
      }
      return route.fulfill({
        contentType: file.type,
        headers: { 'Content-Security-Policy': POLICY },
        body: file.body,
      });
    });
    await page.goto(`${ORIGIN}/`);
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}
