// SPDX-License-Identifier: Apache-2.0
// Colours of the page's own as a stylesheet: at run time they would be an inline style, which a strict
// content security policy refuses.
import { build } from 'esbuild';

const COLOURS = { primary: '#0a6f86' };

const SOURCE = `
  import { generateThemeStylesheet } from '@cloudscape-design/components/theming';
  export const css = (colours) =>
    generateThemeStylesheet({ theme: { tokens: {}, referenceTokens: { color: colours } } });
`;

export async function themeStylesheet(from) {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: from, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    loader: { '.css': 'empty' },
    logLevel: 'warning',
  });
  const module = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { css } = await import(module);
  return css(COLOURS);
}
