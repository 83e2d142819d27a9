// SPDX-License-Identifier: Apache-2.0
import { useCollection } from '@cloudscape-design/collection-hooks';
import Link from '@cloudscape-design/components/link';
import Pagination from '@cloudscape-design/components/pagination';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import { all, equals, field } from '../../api/filter.ts';
import { type Heard, useCoverage } from '../../api/summary.ts';
import { paths } from '../../app/paths.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { useNow } from '../../parts/now.ts';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import { type CoverageCell, type CoverageRow, coverageTable } from './coverage.ts';
import { Widget } from './Widget.tsx';

/** Which accounts are heard of by which sources, and which of them have gone silent. */
export function Coverage() {
  const coverage = useCoverage();
  return (
    <Widget title={strings.summary.coverage} description={strings.summary.coverageDescription}>
      <Answer query={coverage}>{({ heard }) => <HeardTable heard={heard} />}</Answer>
    </Widget>
  );
}

const PAGE = 10;

function HeardTable({ heard }: { heard: Heard[] }) {
  const now = useNow();
  const { sources, rows, silent } = useMemo(() => coverageTable(heard, now), [heard, now]);
  const { items, collectionProps, paginationProps } = useCollection(rows, {
    pagination: { pageSize: PAGE },
  });
  return (
    <Table
      {...collectionProps}
      variant="embedded"
      contentDensity="compact"
      wrapLines
      items={items}
      pagination={rows.length > PAGE && <Pagination {...paginationProps} />}
      trackBy="account"
      ariaLabels={{ tableLabel: strings.summary.coverage }}
      empty={<Empty title={strings.summary.noCoverage} />}
      footer={
        silent > 0 && (
          <StatusIndicator type="warning">{strings.summary.silent(silent)}</StatusIndicator>
        )
      }
      columnDefinitions={[
        {
          id: 'account',
          header: strings.summary.account,
          isRowHeader: true,
          cell: ({ account }: CoverageRow) => (
            <Link href={paths.exposures({ filter: equals(field.account, account) })}>
              <span className="bw-numbers">{account}</span>
            </Link>
          ),
        },
        ...sources.map((source) => ({
          id: source,
          header: source,
          cell: ({ account, bySource }: CoverageRow) => (
            <LastHeard account={account} source={source} cell={bySource.get(source)} />
          ),
        })),
      ]}
    />
  );
}

function LastHeard(props: { account: string; source: string; cell: CoverageCell | undefined }) {
  const { account, source, cell } = props;
  if (!cell) return <span className="bw-quiet">{strings.summary.notHeard}</span>;
  const filter = all(equals(field.account, account), equals(field.source, source));
  return (
    <span title={strings.summary.heard(source, cell.regions.join(', '))}>
      <StatusIndicator type={cell.silent ? 'warning' : 'success'} wrapText={false}>
        <Link variant="secondary" href={paths.exposures({ filter })}>
          <TimeAgo time={cell.last} />
        </Link>
      </StatusIndicator>
    </span>
  );
}
