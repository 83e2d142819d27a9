// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import type { TableProps } from '@cloudscape-design/components/table';
import type { ExposureRow } from '../../api/exposures.ts';
import { resourceType } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/OutsideLink.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { Status } from '../../parts/Status.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import { ExposureLink } from './ExposureLink.tsx';

const names = strings.exposures.columns;

export type ColumnName = keyof typeof names;

type Column = TableProps.ColumnDefinition<ExposureRow> & { id: ColumnName };

/** All columns that a list of exposures can have, in their usual order. */
export const columns: Column[] = [
  {
    id: 'severity',
    header: names.severity,
    width: 110,
    cell: ({ severity }) => <SeverityBadge severity={severity} />,
  },
  {
    id: 'resource',
    header: names.resource,
    width: 240,
    isRowHeader: true,
    cell: (row) => (
      <>
        <ExposureLink uid={row.uid}>{row.resource.name}</ExposureLink>
        <div className="bw-quiet">{resourceType(row.resource.type)}</div>
      </>
    ),
  },
  { id: 'title', header: names.title, width: 380, cell: ({ title }) => title },
  {
    id: 'status',
    header: names.status,
    width: 150,
    cell: ({ status, replay }) => (
      <>
        <Status status={status} /> {replay && <ReplayBadge />}
      </>
    ),
  },
  {
    id: 'account',
    header: names.account,
    width: 135,
    cell: ({ account }) => <span className="bw-numbers">{account}</span>,
  },
  { id: 'region', header: names.region, width: 130, cell: ({ region }) => region },
  {
    id: 'traits',
    header: names.traits,
    width: 260,
    cell: ({ traits }) => [...new Set(traits.map(({ category }) => category))].join(', '),
  },
  { id: 'owner', header: names.owner, width: 120, cell: ({ owner }) => owner || '–' },
  {
    id: 'opened',
    header: names.opened,
    width: 130,
    cell: ({ opened }) => <TimeAgo time={opened} />,
  },
  {
    id: 'changed',
    header: names.changed,
    width: 130,
    cell: ({ changed }) => <TimeAgo time={changed} />,
  },
  {
    id: 'ticket',
    header: names.ticket,
    width: 130,
    cell: ({ ticket }) => (ticket ? <OutsideLink href={ticket.url}>{ticket.id}</OutsideLink> : '–'),
  },
  { id: 'type', header: names.type, width: 320, cell: ({ type }) => type },
];

function ReplayBadge() {
  return (
    <span title={strings.exposures.replayHint}>
      <Badge>{strings.exposures.replay}</Badge>
    </span>
  );
}
