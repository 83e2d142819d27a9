// SPDX-License-Identifier: Apache-2.0
// The page: a first bundle, one for each page that is opened later, one stylesheet, and index.html
// which names them. Names carry the hash of the content, so that they can be cached for ever.
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeLicences } from './licences.mjs';
import { writeStylesheet } from './stylesheet.mjs';

const ENTRY = 'src/app/main.tsx';

export async function buildPage(from, into) {
  const assets = join(into, 'assets');
  const [scripts, stylesheet] = await Promise.all([
    bundleScripts(from, assets),
    writeStylesheet(from, ENTRY, assets),
  ]);
  const template = await readFile(join(from, 'src/app/index.html'), 'utf8');
  const html = template
    .replace('{{script}}', `/assets/${scripts.entry}`)
    .replace('{{stylesheet}}', `/assets/${stylesheet.name}`)
    .replace('{{icon}}', `/assets/${scripts.icon}`);
  await writeFile(join(into, 'index.html'), html);
  await writeLicences(from, [...scripts.inputs, ...stylesheet.inputs], join(into, 'licences.txt'));
}

async function bundleScripts(from, assets) {
  const { metafile } = await build({
    ...settings(from),
    entryPoints: { app: ENTRY },
    outdir: assets,
    publicPath: '/assets',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    metafile: true,
    loader: { ...settings(from).loader, '.css': 'empty' },
  });
  const outputs = Object.entries(metafile.outputs);
  const named = (found) => basename(outputs.find(found)[0]);
  return {
    inputs: Object.keys(metafile.inputs),
    entry: named(([, output]) => output.entryPoint === ENTRY),
    icon: named(([, output]) =>
      Object.keys(output.inputs).some((input) => input.endsWith('/logo.svg')),
    ),
  };
}

// The page speaks English: the provider of texts could load other languages, which are not shipped.
const onlyEnglish = {
  name: 'only-english',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/messages\/all\./ }, ({ path }) => ({ path, external: true }));
  },
};

export function settings(from) {
  return {
    absWorkingDir: from,
    bundle: true,
    format: 'esm',
    minify: true,
    target: ['es2022'],
    jsx: 'automatic',
    assetNames: '[name]-[hash]',
    loader: { '.svg': 'file', '.woff2': 'file' },
    plugins: [onlyEnglish],
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  };
}
