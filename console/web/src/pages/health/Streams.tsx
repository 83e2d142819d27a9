// SPDX-License-Identifier: Apache-2.0
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useAbout } from '../../api/about.ts';
import type { StreamHealth } from '../../api/health.ts';
import { strings } from '../../strings.ts';
import { Outcomes } from './Outcomes.tsx';
import { StreamState } from './StreamState.tsx';

const RATE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** How far each stream is read, and what became of what was read. */
export function Streams({ streams }: { streams: StreamHealth[] }) {
  const ready = useAbout().data?.ready ?? true;
  const words = strings.health;
  return (
    <Container
      header={
        <Header variant="h2" description={words.streamsDescription}>
          {words.streams}
        </Header>
      }
    >
      <ul className="bw-streams">
        {streams.map((stream) => (
          <li key={stream.stream} className="bw-stream">
            <h3>{words.names[stream.stream] ?? stream.stream}</h3>
            <div>
              <StreamState stream={stream} ready={ready} />
            </div>
            <div className="bw-numbers">
              {words.readOf(stream.read)}
              <div className="bw-quiet">{words.rate(RATE.format(stream.recordsPerSecond))}</div>
            </div>
            <Outcomes stream={stream} />
          </li>
        ))}
      </ul>
    </Container>
  );
}
