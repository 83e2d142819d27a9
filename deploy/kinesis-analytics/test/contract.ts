// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULE } from '../lib/paths';

/** What the job can be told and what it measures: the other side of this deployment. */
export interface Contract {
  readonly settings: readonly {
    readonly group: string;
    readonly key: string;
    readonly required: boolean;
    readonly default: string | null;
    readonly unit: string;
    readonly range: string;
    readonly meaning: string;
  }[];
  readonly metrics: readonly {
    readonly name: string;
    readonly kind: 'counter' | 'gauge';
    readonly unit: string;
    readonly meaning: string;
  }[];
}

export function contract(): Contract {
  return JSON.parse(readFileSync(join(MODULE, 'contract.json'), 'utf8')) as Contract;
}
