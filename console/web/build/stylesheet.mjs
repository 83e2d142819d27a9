// SPDX-License-Identifier: Apache-2.0
// One stylesheet for all pages: the order of rules does not depend on which page is opened first.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from './page.mjs';
import { themeStylesheet } from './theme.mjs';

/** Writes the stylesheet and the fonts it names; gives its name, and the files it is made of. */
export async function writeStylesheet(from, entry, assets) {
  const [{ outputFiles, metafile }, theme] = await Promise.all([
    build({
      ...settings(from),
      entryPoints: { app: entry },
      outdir: assets,
      write: false,
      metafile: true,
      loader: { ...settings(from).loader, '.svg': 'empty' },
    }),
    themeStylesheet(from),
  ]);
  const bundled = outputFiles.find((file) => file.path.endsWith('.css')).text;
  await mkdir(assets, { recursive: true });
  const css = (await fontsAsFiles(bundled, assets)) + theme;
  const name = `app-${hash(css)}.css`;
  await writeFile(join(assets, name), css);
  return { name, inputs: Object.keys(metafile.inputs) };
}

/** Fonts come inlined, which a strict content security policy refuses and every visit would pay for. */
async function fontsAsFiles(css, assets) {
  const fonts = new Map();
  const text = css.replace(/url\(["']?data:font\/woff2;base64,([^"')]+)["']?\)/g, (_, base64) => {
    const bytes = Buffer.from(base64, 'base64');
    const name = `font-${hash(bytes)}.woff2`;
    fonts.set(name, bytes);
    return `url("${name}")`;
  });
  await Promise.all([...fonts].map(([name, bytes]) => writeFile(join(assets, name), bytes)));
  return text;
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
}
