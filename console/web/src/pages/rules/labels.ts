// SPDX-License-Identifier: Apache-2.0
import { resourceType } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import type { Facet } from './traits.ts';

const { roles, origins, levels, readFrom } = strings.rules;

/** How the values of a facet read. */
export function facetLabel(facet: Facet): (value: string) => string {
  switch (facet) {
    case 'resourceType':
      return resourceType;
    case 'role':
      return (role) => roles[role] ?? role;
    case 'origin':
      return (origin) => origins[origin] ?? origin;
    case 'category':
      return String;
  }
}

/** A level, or what of a finding says it. */
export function levelLabel(level: string): string {
  return levels[level] ?? readFrom[level] ?? level;
}
