// SPDX-License-Identifier: Apache-2.0
// Installs the packages of package-lock.json in the current directory, unless exactly those are installed already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const INSTALLED = 'node_modules/.installed-from';

const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.version)
  .digest('hex');
const installed = existsSync(INSTALLED) ? readFileSync(INSTALLED, 'utf8') : '';

if (installed !== wanted) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exit(1);
  }
  writeFileSync(INSTALLED, wanted);
}
