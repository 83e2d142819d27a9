// SPDX-License-Identifier: Apache-2.0
// Bundles the page into the directory that is given (default: where Maven takes resources from).
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const into = resolve(process.argv[2] ?? join(here, '../target/classes/web'));

const bundles = [
  // The picture alone, for reports that stand by themselves.
  { entryPoints: { 'attack-path': 'src/attack-path/standalone.ts' }, format: 'iife' },
];

await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
for (const bundle of bundles) {
  if (!Object.values(bundle.entryPoints).every((entry) => existsSync(join(here, entry)))) continue;
  await build({
    ...bundle,
    absWorkingDir: here,
    outdir: into,
    bundle: true,
    minify: true,
    target: ['es2022'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}
