// SPDX-License-Identifier: Apache-2.0
import Badge from '@cloudscape-design/components/badge';
import Table from '@cloudscape-design/components/table';
import type { Past } from '../../api/exposures.ts';
import { strings } from '../../strings.ts';
import { exactTime } from '../../parts/format.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';

/** What was said before, the latest first. */
export function Revisions({ revisions }: { revisions: Past[] }) {
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      items={revisions}
      trackBy="sequence"
      ariaLabels={{ tableLabel: strings.certificate.history }}
      columnDefinitions={[
        {
          id: 'time',
          header: strings.certificate.time,
          width: 240,
          cell: ({ time }) => exactTime(time),
        },
        {
          id: 'activity',
          header: strings.certificate.activity,
          isRowHeader: true,
          cell: ({ activity, replay }) => (
            <>
              {strings.certificate.activities[activity.toLowerCase()] ?? activity}{' '}
              {replay && <Badge>{strings.certificates.replay}</Badge>}
            </>
          ),
        },
        {
          id: 'severity',
          header: strings.certificate.names.severity,
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
      ]}
    />
  );
}
