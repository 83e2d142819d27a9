// SPDX-License-Identifier: Apache-2.0
// The picture of the attack path alone, for reports that stand by themselves.
import { build } from 'esbuild';

export async function buildAttackPath(from, into) {
  await build({
    entryPoints: { 'attack-path': 'src/attack-path/standalone.ts' },
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
