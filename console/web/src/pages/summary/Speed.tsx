// SPDX-License-Identifier: Apache-2.0
import Tabs from '@cloudscape-design/components/tabs';
import Table from '@cloudscape-design/components/table';
import { exposureSeverities } from '../../api/severity.ts';
import { type Percentiles, useTook } from '../../api/summary.ts';
import { Answer } from '../../parts/Answer.tsx';
import { Empty } from '../../parts/Empty.tsx';
import { count, duration } from '../../parts/format.ts';
import { SeverityBadge } from '../../parts/SeverityBadge.tsx';
import { strings } from '../../strings.ts';
import { Widget } from './Widget.tsx';

const MEASURES = ['detect', 'dwell', 'close'] as const;

/** How long it takes until an exposure is seen, and until it is over. */
export function Speed() {
  const took = useTook('exposure', '30d');
  return (
    <Widget title={strings.summary.speed} description={strings.summary.speedDescription}>
      <Answer query={took}>
        {({ measures }) => (
          <Tabs
            ariaLabel={strings.summary.speed}
            tabs={MEASURES.map((measure) => ({
              id: measure,
              label: strings.summary.measures[measure],
              content: (
                <MeasureTable
                  hint={strings.summary.measureHints[measure]}
                  rows={worstFirst(measures[measure] ?? [])}
                />
              ),
            }))}
          />
        )}
      </Answer>
    </Widget>
  );
}

function MeasureTable({ hint, rows }: { hint: string; rows: Percentiles[] }) {
  return (
    <Table
      variant="embedded"
      contentDensity="compact"
      items={rows}
      trackBy="severity"
      ariaLabels={{ tableLabel: hint }}
      footer={<span className="bw-quiet">{hint}</span>}
      empty={<Empty title={strings.summary.noSpeed} />}
      columnDefinitions={[
        {
          id: 'severity',
          header: strings.summary.severity,
          isRowHeader: true,
          cell: ({ severity }) => <SeverityBadge severity={severity} />,
        },
        {
          id: 'half',
          header: strings.summary.half,
          cell: ({ p50Seconds }) => <span className="bw-numbers">{duration(p50Seconds)}</span>,
        },
        {
          id: 'most',
          header: strings.summary.most,
          cell: ({ p95Seconds }) => <span className="bw-numbers">{duration(p95Seconds)}</span>,
        },
        {
          id: 'count',
          header: strings.summary.exposures,
          cell: (row) => <span className="bw-numbers">{count(row.count)}</span>,
        },
      ]}
    />
  );
}

function worstFirst(rows: Percentiles[]): Percentiles[] {
  return exposureSeverities.flatMap((severity) => rows.filter((row) => row.severity === severity));
}
