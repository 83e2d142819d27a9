// SPDX-License-Identifier: Apache-2.0

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `canAccess` as "can access". */
export function relationInWords(relation: string): string {
  return relation.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
