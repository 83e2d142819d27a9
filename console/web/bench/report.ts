// SPDX-License-Identifier: Apache-2.0
import type { Opening } from './visit.ts';

/** A page of the console is to be usable this soon, in milliseconds. */
export const LIMIT = 1500;

const COLUMNS = ['painted', 'shown', 'interactive'] as const;

/** The smallest of the values that at least this part of them does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new Error('there is no percentile of nothing');
  return value;
}

/** Whether 95 % of the openings were interactive in time. */
export function isInTime(openings: readonly Opening[]): boolean {
  return (
    percentile(
      openings.map(({ interactive }) => interactive),
      0.95,
    ) <= LIMIT
  );
}

export function heading(): string {
  return line('page', '', COLUMNS, `limit ${LIMIT}`);
}

/** A line of the table: half of the openings took at most the first time, 95 % the second. */
export function row(page: string, how: 'cold' | 'warm', openings: readonly Opening[]): string {
  const cells = COLUMNS.map((column) => {
    const values = openings.map((opening) => opening[column]);
    return `${Math.round(percentile(values, 0.5))} / ${Math.round(percentile(values, 0.95))}`;
  });
  const verdict = how === 'warm' ? '' : isInTime(openings) ? 'PASS' : 'FAIL';
  return line(page, how, cells, verdict);
}

function line(page: string, how: string, cells: readonly string[], verdict: string): string {
  const start = page.padEnd(14) + how.padEnd(6);
  return `${start}${cells.map((cell) => cell.padStart(16)).join('')}  ${verdict}`.trimEnd();
}
