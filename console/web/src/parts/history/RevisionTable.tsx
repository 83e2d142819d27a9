// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { Past } from '../../api/revisions.ts';
import { strings } from '../../strings.ts';
import { Empty } from '../Empty.tsx';
import { exactTime } from '../format.ts';
import { SeverityBadge } from '../SeverityBadge.tsx';
import { TimeAgo } from '../TimeAgo.tsx';

const words = strings.history;

/** All revisions, and what the index took each of them for. */
export function RevisionTable({ revisions }: { revisions: Past[] }) {
  return (
    <Table
      items={revisions}
      trackBy="sequence"
      contentDensity="compact"
      header={
        <Header variant="h2" counter={`(${revisions.length})`}>
          {words.revisions}
        </Header>
      }
      ariaLabels={{ tableLabel: words.revisions }}
      empty={<Empty title={words.noRevisions} />}
      columnDefinitions={[
        {
          id: 'when',
          header: words.when,
          isRowHeader: true,
          cell: ({ time }) => (
            <>
              {exactTime(time)}{' '}
              <span className="bw-quiet">
                (<TimeAgo time={time} />)
              </span>
            </>
          ),
        },
        { id: 'activity', header: words.activity, cell: ({ activity }) => activityName(activity) },
        {
          id: 'severity',
          header: words.severity,
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        {
          id: 'outcome',
          header: words.outcomes,
          cell: ({ outcome, replay }) => (
            <>
              {words.outcomeNames[outcome] ?? outcome}{' '}
              {replay && <Badge>{strings.exposures.replay}</Badge>}
            </>
          ),
        },
      ]}
    />
  );
}

export function activityName(activity: string): string {
  return words.activities[activity.toUpperCase()] ?? activity;
}
