// SPDX-License-Identifier: Apache-2.0
import type { CertificateRow } from '../../api/certificates.ts';
import { count } from '../../parts/format.ts';
import { Tiles, type Tone } from '../../parts/Tiles.tsx';
import { strings } from '../../strings.ts';
import { type Group, groups, groupsOf } from './standing.ts';

const TONES: Record<Group, Tone> = {
  over: 'critical',
  late: 'high',
  week: 'medium',
  month: 'low',
  unannounced: 'good',
};

interface GroupTilesProps {
  rows: readonly CertificateRow[];
  now: number;
  chosen?: Group;
  onChoose: (group: string) => void;
}

/** How many certificates are in each group; pressing one shows those alone. */
export function GroupTiles({ rows, now, chosen, onChoose }: GroupTilesProps) {
  const found = rows.flatMap((row) => groupsOf(row, now));
  const tiles = groups.map((group) => {
    const n = found.filter((one) => one === group).length;
    return {
      id: group,
      label: strings.certificates.groups[group],
      value: count(n),
      hint: strings.certificates.groupHints[group],
      tone: n === 0 ? ('quiet' as const) : TONES[group],
    };
  });
  return (
    <Tiles
      label={strings.certificates.groupsLabel}
      tiles={tiles}
      chosen={chosen}
      onPress={onChoose}
    />
  );
}
