// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';

/** The folder of this module: that of package.json, three above the compiled form of this file. */
export const MODULE = resolve(__dirname, '../../..');
