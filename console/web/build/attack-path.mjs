// SPDX-License-Identifier: Apache-2.0
// The picture of the attack path alone, for reports that stand by themselves.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ENTRY = 'src/attack-path/standalone.ts';

export async function buildAttackPath(from, into) {
  const licence = await readFile(join(from, 'node_modules/@dagrejs/dagre/LICENSE'), 'utf8');
  const { outputFiles } = await build({
    entryPoints: { 'attack-path': ENTRY },
    format: 'iife',
    absWorkingDir: from,
    outdir: into,
    bundle: true,
    minify: true,
    write: false,
    target: ['es2022'],
    legalComments: 'none',
    // A report is handed on without the notices of the console.
    banner: { js: `/* Contains dagre. ${licence.trim()} */` },
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(({ path, text }) => writeFile(path, withoutControls(text))));
}

/** Strings of scripts may hold what a report, being XML as well, may not. */
function withoutControls(text) {
  return text.replace(
    /[\x00-\x08\x0b\x0c\x0e-\x1f]/g,
    (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
