// SPDX-License-Identifier: Apache-2.0
import type { Opening } from './visit.ts';

/** A page of the console is to be usable this soon, in milliseconds. */
export const LIMIT = 1500;
/** The server is to have answered this soon, in milliseconds. */
export const ANSWER_LIMIT = 300;

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

export function questionsHeading(): string {
  return questionLine('page', 'question', 'answered', `limit ${ANSWER_LIMIT}`);
}

/** Of each question of a page a line, by path. */
export function questionRows(page: string, openings: readonly Opening[]): string[] {
  return [...timesOf(openings)].sort().map(([path, times]) => {
    const [half, most] = [0.5, 0.95].map((part) => Math.round(percentile(times, part)));
    return questionLine(page, path, `${half} / ${most}`, most! <= ANSWER_LIMIT ? 'PASS' : 'FAIL');
  });
}

/** Whether 95 % of the answers to each question came in time. */
export function isAnsweredInTime(openings: readonly Opening[]): boolean {
  return [...timesOf(openings).values()].every((times) => percentile(times, 0.95) <= ANSWER_LIMIT);
}

function timesOf(openings: readonly Opening[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { path, took } of openings.flatMap(({ questions }) => questions)) {
    times.set(path, [...(times.get(path) ?? []), took]);
  }
  return times;
}

function questionLine(page: string, path: string, took: string, verdict: string): string {
  return `${page.padEnd(14)}${path.padEnd(28)}${took.padStart(16)}  ${verdict}`;
}

function line(page: string, how: string, cells: readonly string[], verdict: string): string {
  const start = page.padEnd(14) + how.padEnd(6);
  return `${start}${cells.map((cell) => cell.padStart(16)).join('')}  ${verdict}`.trimEnd();
}
