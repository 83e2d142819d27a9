// SPDX-License-Identifier: Apache-2.0
// The licences of all packages of which something is in the bundles, as they ask for.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(?:.*\/)?(node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const TEXT = /^(licen[cs]e|notice|third-party)/i;

/** Writes them into one file, in the order of the names. `inputs` are files that were bundled. */
export async function writeLicences(from, inputs, file) {
  const found = inputs.map((input) => PACKAGE.exec(input)?.[1]).filter(Boolean);
  const packages = [...new Set(found)].sort();
  const texts = await Promise.all(packages.map((path) => licenceOf(join(from, path))));
  await writeFile(file, texts.join('\n'));
}

async function licenceOf(directory) {
  const { name, version, license } = JSON.parse(
    await readFile(join(directory, 'package.json'), 'utf8'),
  );
  const files = (await readdir(directory)).filter((one) => TEXT.test(one)).sort();
  const texts = await Promise.all(files.map((one) => readFile(join(directory, one), 'utf8')));
  return [`==== ${name} ${version} (${license})`, ...texts].join('\n\n');
}
