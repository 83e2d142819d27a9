// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULE } from '../lib/paths';

/** What a job can be told and what it measures: the other side of this deployment. */
export interface Contract {
  readonly settings: readonly {
    readonly job: string;
    readonly group: string;
    readonly key: string;
    readonly required: boolean;
    readonly default: string | null;
    readonly unit: string;
    readonly range: string;
    readonly meaning: string;
  }[];
  readonly metrics: readonly {
    readonly job: string;
    readonly name: string;
    readonly kind: 'counter' | 'gauge';
    readonly unit: string;
    readonly meaning: string;
  }[];
}

/** What there is of one job. */
export function contract(name: string): Contract {
  const all = JSON.parse(readFileSync(join(MODULE, 'contract.json'), 'utf8')) as Contract;
  return {
    settings: all.settings.filter(({ job }) => job === name),
    metrics: all.metrics.filter(({ job }) => job === name),
  };
}
