// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const MOST_SCRIPT = 450_000;

let built: string;
let html: string;

before(() => {
  built = mkdtempSync(join(tmpdir(), 'page-'));
  const program = fileURLToPath(new URL('../../build.mjs', import.meta.url));
  const ended = spawnSync(process.execPath, [program, built], { encoding: 'utf8' });
  assert.equal(ended.status, 0, ended.stderr);
  html = readFileSync(join(built, 'index.html'), 'utf8');
});

after(() => rmSync(built, { recursive: true }));

describe('the built page', () => {
  it('its first page, compressed, stays small', () => {
    const scripts = new Set<string>();
    addWithImports(only(/src="\/assets\/(app-[^"]+)"/), scripts);
    addWithImports(assets().find((name) => name.startsWith('SummaryPage-'))!, scripts);

    const size = [...scripts].reduce((sum, name) => sum + gzipSync(asset(name)).length, 0);

    assert.ok(size < MOST_SCRIPT, `${size} bytes`);
  });

  it('names carry the hash of their content', () => {
    for (const name of assets()) assert.match(name, /-[A-Z0-9]{8}\.\w+$/);
  });

  it('has no script and no style in the page itself', () => {
    assert.doesNotMatch(html, /<style|\sstyle=|<script(?![^>]*\ssrc=)/);
  });

  it('takes fonts and all else from its own server', () => {
    const css = asset(only(/href="\/assets\/(app-[^"]+\.css)"/));

    assert.doesNotMatch(css, /url\(["']?(https?:|\/\/|data:font)/);
    assert.doesNotMatch(html, /(src|href)="(https?:|\/\/)/);
    assert.match(css, /url\("font-[A-Z0-9]{8}\.woff2"\)/);
  });

  it('comes with the licences of what is in it', () => {
    const licences = readFileSync(join(built, 'licences.txt'), 'utf8');

    for (const name of ['react', '@cloudscape-design/components', '@dagrejs/dagre', 'swr']) {
      assert.ok(licences.includes(`==== ${name} `), name);
    }
    assert.match(licences, /SIL OPEN FONT LICENSE/);
  });
});

function assets(): string[] {
  return readdirSync(join(built, 'assets'));
}

function asset(name: string): string {
  return readFileSync(join(built, 'assets', name), 'utf8');
}

function only(pattern: RegExp): string {
  return pattern.exec(html)![1]!;
}

/** The script, and all that it cannot begin without. */
function addWithImports(name: string, scripts: Set<string>): void {
  if (scripts.has(name)) return;
  scripts.add(name);
  const text = asset(name);
  for (const [, imported] of text.matchAll(/(?:from|import)\s*"(?:\.\/|\/assets\/)([^"]+\.js)"/g)) {
    addWithImports(imported!, scripts);
  }
}
