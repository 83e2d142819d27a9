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
  const at = should.findIndex((line, i) => line !== is[i]);
  const line = at < 0 ? should.length : at;
  return `line ${line + 1} is ${JSON.stringify(is[line] ?? '')}, should be ${JSON.stringify(should[line] ?? '')}`;
}
