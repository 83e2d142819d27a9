// SPDX-License-Identifier: Apache-2.0
// Fails where a template says what CloudFormation does not know.
import { basename } from 'node:path';
import { committed, fileOf, TEMPLATES } from '../lib/templates';
import { Validation } from '../lib/validation';

const validation = new Validation();
const faults = TEMPLATES.flatMap((name) =>
  validation.faults(committed(name)).map((fault) => `${basename(fileOf(name))}: ${fault}`),
);
faults.forEach((fault) => console.error(fault));
process.exit(faults.length === 0 ? 0 : 1);
