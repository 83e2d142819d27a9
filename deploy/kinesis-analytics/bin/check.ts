// SPDX-License-Identifier: Apache-2.0
// Fails where a committed template is not the one that the constructs make.
import { basename } from 'node:path';
import { drift } from '../lib/drift';

const drifted = drift();
for (const { file, difference } of drifted) {
  console.error(`${basename(file)} is not what the constructs make: ${difference}`);
}
if (drifted.length > 0) {
  console.error('Write it anew with: npm run synth');
  process.exit(1);
}
