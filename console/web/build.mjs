// SPDX-License-Identifier: Apache-2.0
// Bundles the page into the directory that is given (default: where Maven takes resources from).
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAttackPath } from './build/attack-path.mjs';
import { buildPage } from './build/page.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const into = resolve(process.argv[2] ?? join(here, '../target/classes/web'));

await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
await Promise.all([buildPage(here, into), buildAttackPath(here, into)]);
