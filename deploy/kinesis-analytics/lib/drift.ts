// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import { fileOf, synthesised } from './templates';

export interface Drift {
  readonly file: string;
  /** Where the two part. */
  readonly difference: string;
}

/** Committed templates that are not what the constructs make. */
export function drift(): Drift[] {
  return [...synthesised()].flatMap(([name, expected]) => {
    const file = fileOf(name);
    const difference = existsSync(file)
      ? firstDifference(readFileSync(file, 'utf8'), expected)
      : 'there is none';
    return difference === undefined ? [] : [{ file, difference }];
  });
}

/** In words; undefined where there is none. */
export function firstDifference(actual: string, expected: string): string | undefined {
  if (actual === expected) {
    return undefined;
  }
  const [is, should] = [actual.split('\n'), expected.split('\n')];
  const firstLine = should.findIndex((line, i) => line !== is[i]);
  const line = firstLine < 0 ? should.length : firstLine;
  const [before, after] = [is[line] ?? '', should[line] ?? ''];
  const firstColumn = [...after].findIndex((character, i) => character !== before[i]);
  const column = firstColumn < 0 ? after.length : firstColumn;
  return `line ${line + 1} has ${around(before, column)}, should have ${around(after, column)}`;
}

/** Enough of a line, which may hold a whole program, to find the place. */
function around(line: string, column: number): string {
  return JSON.stringify(line.slice(Math.max(0, column - 30), column + 50).trim());
}
