// SPDX-License-Identifier: Apache-2.0
import { useCollection } from '@cloudscape-design/collection-hooks';
import Badge from '@cloudscape-design/components/badge';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { CertificateRow } from '../../api/certificates.ts';
import { severityId } from '../../api/severity.ts';
import { paths } from '../../app/paths.ts';
import { date } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/OutsideLink.tsx';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';
import { End } from './End.tsx';
import { CertificateState } from './CertificateState.tsx';
import { endOf } from './standing.ts';

const PAGE = 50;
const { columns: names, origins } = strings.certificates;

export function CertificateList({ rows, now }: { rows: CertificateRow[]; now: number }) {
  const { items, collectionProps, paginationProps } = useCollection(rows, {
    sorting: { defaultState: { sortingColumn: { sortingComparator: byEnd } } },
    pagination: { pageSize: PAGE },
  });
  return (
    <Table
      {...collectionProps}
      variant="embedded"
      items={items}
      trackBy="uid"
      wrapLines
      contentDensity="compact"
      ariaLabels={{ tableLabel: strings.certificates.title }}
      columnDefinitions={columnsAt(now)}
      pagination={rows.length > PAGE && <Pagination {...paginationProps} />}
    />
  );
}

function byEnd(a: CertificateRow, b: CertificateRow): number {
  const [first, second] = [endOf(a) ?? Infinity, endOf(b) ?? Infinity];
  return first === second ? a.uid.localeCompare(b.uid) : first - second;
}

function columnsAt(now: number): TableProps.ColumnDefinition<CertificateRow>[] {
  return [
    {
      id: 'name',
      header: names.name,
      isRowHeader: true,
      minWidth: 200,
      sortingField: 'commonName',
      cell: (row) => (
        <>
          <Link href={paths.certificate(row.uid)}>{row.commonName || row.arn}</Link>
          {row.replay && (
            <span title={strings.certificates.replayHint}>
              {' '}
              <Badge>{strings.certificates.replay}</Badge>
            </span>
          )}
        </>
      ),
    },
    {
      id: 'expires',
      header: names.expires,
      minWidth: 130,
      sortingComparator: byEnd,
      cell: (row) => (
        <>
          {row.expires === null ? strings.certificates.unknownEnd : date(row.expires)}
          <div className="bw-quiet">{row.expires !== null && <End row={row} now={now} />}</div>
        </>
      ),
    },
    {
      id: 'severity',
      header: names.severity,
      minWidth: 110,
      sortingComparator: (a, b) => severityId(a.severity) - severityId(b.severity),
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    {
      id: 'state',
      header: names.state,
      minWidth: 180,
      sortingField: 'state',
      cell: ({ state }) => <CertificateState state={state} />,
    },
    {
      id: 'origin',
      header: names.origin,
      minWidth: 130,
      sortingField: 'origin',
      cell: ({ origin }) => origins[origin] ?? origin,
    },
    {
      id: 'account',
      header: names.account,
      minWidth: 140,
      sortingField: 'account',
      cell: ({ account }) => <span className="bw-numbers">{account}</span>,
    },
    {
      id: 'region',
      header: names.region,
      minWidth: 130,
      sortingField: 'region',
      cell: ({ region }) => region,
    },
    {
      id: 'inUse',
      header: names.inUse,
      cell: ({ inUse }) => (inUse ? strings.certificates.yes : strings.certificates.no),
    },
    {
      id: 'ticket',
      header: names.ticket,
      cell: ({ ticket }) =>
        ticket ? <OutsideLink href={ticket.url}>{ticket.id}</OutsideLink> : '–',
    },
  ];
}
