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
  window.opened = [];
  window.begin = (finding, theme) => {
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
  private constructor(
    private readonly browser: Browser,
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
    return new PictureBrowser(browser, files);
  }

  /** A page with a picture of a finding, drawn as `window.drawn`; what went wrong is in `faults`. */
  async open(
    finding: unknown,
    { theme = 'light', width = 1280, height = 800, reducedMotion = false } = {},
  ): Promise<{ page: Page; faults: string[] }> {
    const page = await this.browser.newPage({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      const file = url.origin === ORIGIN ? this.files.get(url.pathname) : undefined;
      if (!file) {
        faults.push(`asked for ${url}`);
        return route.abort();
      }
      return route.fulfill({
        contentType: file.type,
        headers: { 'Content-Security-Policy': POLICY },
        body: file.body,
      });
    });
    await page.goto(`${ORIGIN}/`);
    await page.evaluate(([finding, theme]) => (window as any).begin(finding, theme), [
      finding,
      theme,
    ] as const);
    return { page, faults };
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }
}
