// SPDX-License-Identifier: Apache-2.0
import type { FindingTrait, RelatedEvent } from '../../api/finding.ts';

export function contributingOf(traits: readonly FindingTrait[]): FindingTrait[] {
  return traits.filter(isContributing);
}

export function contextualOf(traits: readonly FindingTrait[]): FindingTrait[] {
  return traits.filter((trait) => !isContributing(trait));
}

export function isContributing(trait: FindingTrait): boolean {
  return trait.type === 'Contributing Trait';
}

/** Traits by category, in the order in which the categories come first. */
export function byCategory(traits: readonly FindingTrait[]): [string, FindingTrait[]][] {
  const categories = new Map<string, FindingTrait[]>();
  for (const trait of traits) {
    categories.set(trait.category, [...(categories.get(trait.category) ?? []), trait]);
  }
  return [...categories];
}

/** The findings that give a trait. */
export function givenBy(trait: string, events: readonly RelatedEvent[]): RelatedEvent[] {
  return events.filter(({ traits }) => traits.some(({ uid }) => uid === trait));
}
