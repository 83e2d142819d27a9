// SPDX-License-Identifier: Apache-2.0

const NUMBER = new Intl.NumberFormat('en');

/** "1 exposure", "1,204 exposures". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(n)} ${n === 1 ? one : many}`;
}
