// SPDX-License-Identifier: Apache-2.0
import type { Heard } from '../../api/summary.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What one account was last told by one source, in all of its Regions. */
export interface CoverageCell {
  last: string;
  regions: string[];
  silent: boolean;
}

export interface CoverageRow {
  account: string;
  bySource: Map<string, CoverageCell>;
}

export interface CoverageTable {
  sources: string[];
  rows: CoverageRow[];
  silent: number;
}

/** Accounts by sources, those with the most silent ones first. A source that has been heard of for an account, and not for a day, is silent. */
export function coverageTable(heard: readonly Heard[], now: number): CoverageTable {
  const sources = [...new Set(heard.map(({ source }) => source))].sort();
  const rows = new Map<string, CoverageRow>();
  for (const { account, region, source, last } of heard) {
    const row = rows.get(account) ?? { account, bySource: new Map<string, CoverageCell>() };
    rows.set(account, row);
    const known = row.bySource.get(source);
    const latest = known && known.last > last ? known.last : last;
    row.bySource.set(source, {
      last: latest,
      regions: [...new Set([...(known?.regions ?? []), region])].sort(),
      silent: now - new Date(latest).getTime() > DAY,
    });
  }
  const sorted = [...rows.values()].sort(
    (a, b) => silences(b) - silences(a) || a.account.localeCompare(b.account),
  );
  const silent = sorted.reduce((sum, row) => sum + silences(row), 0);
  return { sources, rows: sorted, silent };
}

function silences({ bySource }: CoverageRow): number {
  return [...bySource.values()].filter(({ silent }) => silent).length;
}
