// SPDX-License-Identifier: Apache-2.0
import type { ExposureRow } from '../../api/exposures.ts';
import { severityId } from '../../api/severity.ts';

export interface Involvement {
  role: string;
  exposure: ExposureRow;
}

export interface OfRole {
  role: string;
  exposures: ExposureRow[];
}

/** From what is worst for a resource: to be exposed, to be on the way, to be within reach. */
const WORST_FIRST = ['Target', 'Related', 'Affected'];

/** Exposures by what the resource is in them; open ones first, of these the most severe. */
export function byRole(involvements: readonly Involvement[]): OfRole[] {
  const roles = new Map<string, ExposureRow[]>();
  for (const { role, exposure } of involvements) {
    roles.set(role, [...(roles.get(role) ?? []), exposure]);
  }
  return [...roles]
    .map(([role, exposures]) => ({ role, exposures: exposures.sort(byUrgency) }))
    .sort((a, b) => rank(a.role) - rank(b.role));
}

function rank(role: string): number {
  const known = WORST_FIRST.indexOf(role);
  return known < 0 ? WORST_FIRST.length : known;
}

function byUrgency(a: ExposureRow, b: ExposureRow): number {
  return (
    Number(b.open) - Number(a.open) ||
    severityId(b.severity) - severityId(a.severity) ||
    b.changed.localeCompare(a.changed)
  );
}
