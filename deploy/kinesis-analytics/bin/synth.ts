// SPDX-License-Identifier: Apache-2.0
// Writes the templates.
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileOf, synthesised } from '../lib/templates';

for (const [name, text] of synthesised()) {
  writeFileSync(fileOf(name), text);
  console.log(`${basename(fileOf(name))}: ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
}
