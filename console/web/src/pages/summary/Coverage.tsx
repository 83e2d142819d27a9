// SPDX-License-Identifier: Apache-2.0
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
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

function HeardTable({ heard }: { heard: Heard[] }) {
  const { sources, rows, silent } = coverageTable(heard, useNow());
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      wrapLines
      items={rows}
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
