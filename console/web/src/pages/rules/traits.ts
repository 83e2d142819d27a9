// SPDX-License-Identifier: Apache-2.0
import type { TraitRule } from '../../api/rules.ts';

/** By what traits can be chosen. */
export const facets = ['resourceType', 'category', 'role', 'origin'] as const;

export type Facet = (typeof facets)[number];

export type Chosen = Record<Facet, string[]>;

/** What stands between the values of one facet in the address: no value has it. */
const BETWEEN = ',';

export function chosenIn(values: URLSearchParams): Chosen {
  const of = (facet: Facet) => (values.get(facet) ?? '').split(BETWEEN).filter(Boolean);
  return {
    resourceType: of('resourceType'),
    category: of('category'),
    role: of('role'),
    origin: of('origin'),
  };
}

export function inAddress(values: readonly string[]): string {
  return values.join(BETWEEN);
}

export function isAnythingChosen(chosen: Chosen, words: string): boolean {
  return words.trim() !== '' || facets.some((facet) => chosen[facet].length > 0);
}

export function traitKey({ resourceType, uid }: TraitRule): string {
  return `${resourceType}/${uid}`;
}

/** The traits that were chosen, by all facets but one where that is left out. */
export function traitsLike(
  traits: readonly TraitRule[],
  chosen: Chosen,
  words: string,
  leaveOut?: Facet,
): TraitRule[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const counting = facets.filter((facet) => facet !== leaveOut && chosen[facet].length > 0);
  return traits.filter(
    (trait) =>
      counting.every((facet) => chosen[facet].includes(trait[facet])) &&
      wanted.every((word) => textOf(trait).includes(word)),
  );
}

/** How many traits there are of each value, the most first. */
export function counts(
  traits: readonly TraitRule[],
  facet: Facet,
): { value: string; count: number }[] {
  return grouped(traits, facet)
    .map(({ value, traits: some }) => ({ value, count: some.length }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** Traits by one of their facets, in the order in which its values come. */
export function grouped(
  traits: readonly TraitRule[],
  facet: Facet,
): { value: string; traits: TraitRule[] }[] {
  const groups = new Map<string, TraitRule[]>();
  for (const trait of traits) {
    groups.set(trait[facet], [...(groups.get(trait[facet]) ?? []), trait]);
  }
  return [...groups].map(([value, some]) => ({ value, traits: some }));
}

/** The traits of the same id that other types of resources have. */
export function othersOf(traits: readonly TraitRule[], trait: TraitRule): TraitRule[] {
  return traits.filter(
    ({ uid, resourceType }) => uid === trait.uid && resourceType !== trait.resourceType,
  );
}

function textOf({ uid, title, indicators, remediation, resourceType }: TraitRule): string {
  return [uid, title, resourceType, remediation.text, ...indicators].join(' ').toLowerCase();
}
