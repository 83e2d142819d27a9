// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { SuppressionRule } from '../../api/rules.ts';
import { Empty } from '../../parts/Empty.tsx';
import { date } from '../../parts/format.ts';
import { useNow } from '../../parts/now.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';

const DAY = 24 * 60 * 60 * 1000;
const { suppressionColumns: names } = strings.rules;

/** Exposures to live with, as the file of suppressions has them. */
export function SuppressionTable({ suppressions }: { suppressions: SuppressionRule[] }) {
  const now = useNow();
  return (
    <Table
      items={suppressions}
      trackBy="id"
      wrapLines
      ariaLabels={{ tableLabel: strings.rules.tabs.suppressions }}
      empty={<Empty title={strings.rules.noSuppressions} hint={strings.rules.noSuppressionsHint} />}
      columnDefinitions={[
        { id: 'id', header: names.id, isRowHeader: true, cell: ({ id }) => id },
        { id: 'reason', header: names.reason, cell: ({ reason }) => reason },
        { id: 'owner', header: names.owner, cell: ({ owner }) => owner },
        {
          id: 'severity',
          header: names.severity,
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        {
          id: 'expires',
          header: names.expires,
          cell: ({ expires }) => <LastDay day={expires} over={now >= Date.parse(expires) + DAY} />,
        },
      ]}
    />
  );
}

function LastDay({ day, over }: { day: string; over: boolean }) {
  if (!over) return <>{date(day)}</>;
  return (
    <StatusIndicator type="warning">
      {date(day)} ({strings.rules.ended})
    </StatusIndicator>
  );
}
