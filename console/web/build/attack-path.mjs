// SPDX-License-Identifier: Apache-2.0
// The picture of the attack path alone, for reports that stand by themselves.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ENTRY = 'src/attack-path/standalone.ts';

export async function buildAttackPath(from, into) {
  if (!existsSync(join(from, ENTRY))) return;
  await build({
    entryPoints: { 'attack-path': ENTRY },
    format: 'iife',
    absWorkingDir: from,
    outdir: into,
    bundle: true,
    minify: true,
    target: ['es2022'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}
