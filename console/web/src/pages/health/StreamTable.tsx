// SPDX-License-Identifier: Apache-2.0
import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import { useAbout } from '../../api/about.ts';
import type { StreamHealth } from '../../api/health.ts';
import { count } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { Outcomes } from './Outcomes.tsx';
import { StreamState } from './StreamState.tsx';

const { columns: names } = strings.health;
const RATE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** How far each stream is read, and what became of what was read. */
export function StreamTable({ streams }: { streams: StreamHealth[] }) {
  const ready = useAbout().data?.ready ?? true;
  return (
    <Table
      items={streams}
      trackBy="stream"
      wrapLines
      header={
        <Header variant="h2" description={strings.health.streamsDescription}>
          {strings.health.streams}
        </Header>
      }
      ariaLabels={{ tableLabel: strings.health.streams }}
      columnDefinitions={[
        {
          id: 'stream',
          header: names.stream,
          isRowHeader: true,
          minWidth: 150,
          width: 200,
          cell: ({ stream }) => strings.health.names[stream] ?? stream,
        },
        {
          id: 'state',
          header: names.state,
          minWidth: 150,
          width: 200,
          cell: (stream) => <StreamState stream={stream} ready={ready} />,
        },
        {
          id: 'read',
          header: names.read,
          width: 100,
          cell: ({ read }) => <span className="bw-numbers">{count(read)}</span>,
        },
        {
          id: 'outcomes',
          header: names.outcomes,
          minWidth: 320,
          cell: (stream) => <Outcomes stream={stream} />,
        },
        {
          id: 'perSecond',
          header: names.perSecond,
          width: 120,
          cell: ({ recordsPerSecond }) => (
            <span className="bw-numbers">{RATE.format(recordsPerSecond)}</span>
          ),
        },
      ]}
    />
  );
}
