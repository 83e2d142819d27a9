// SPDX-License-Identifier: Apache-2.0
// What one revision says otherwise than another, by what it is about.

export interface Moved {
  name: string;
  from: string;
  to: string;
  why?: string;
}

export interface Difference<Aspect extends string = string> {
  aspect: Aspect;
  added: string[];
  removed: string[];
  moved: Moved[];
}

/** From identity to what people read. */
export type Named = Map<string, string>;

/** Something that was one thing and is another. */
export function value<Aspect extends string>(
  aspect: Aspect,
  name: string,
  [from, to]: [string, string],
  why?: string,
): Difference<Aspect> {
  return { aspect, added: [], removed: [], moved: from === to ? [] : [{ name, from, to, why }] };
}

/** Of which some have come, and some have gone. */
export function sets<Aspect extends string>(
  aspect: Aspect,
  [before, after]: [Named, Named],
): Difference<Aspect> {
  return { aspect, added: missing(after, before), removed: missing(before, after), moved: [] };
}

/** Without those that are none. */
export function real<Aspect extends string>(all: Difference<Aspect>[]): Difference<Aspect>[] {
  return all.filter(
    ({ added, removed, moved }) => added.length + removed.length + moved.length > 0,
  );
}

function missing(from: Named, other: Named): string[] {
  return [...from].filter(([key]) => !other.has(key)).map(([, name]) => name);
}
