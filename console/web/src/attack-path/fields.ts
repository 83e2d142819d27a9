// SPDX-License-Identifier: Apache-2.0
// Reads fields of JSON that nobody has checked.

export type Fields = Record<string, unknown>;

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}

export function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

/** What XML cannot hold, and what turns the direction of the text around it. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

export function text(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value.replace(UNPRINTABLE, '\ufffd') : otherwise;
}

export function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((item) => typeof item === 'string').map((item) => text(item))
    : [];
}

export function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((item) => item === value) ?? otherwise;
}

export function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
