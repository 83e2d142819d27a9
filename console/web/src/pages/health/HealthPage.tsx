// SPDX-License-Identifier: Apache-2.0
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Health, useHealth } from '../../api/health.ts';
import { Answer } from '../../parts/Answer.tsx';
import { byteCount } from '../../parts/bytes.ts';
import { count } from '../../parts/format.ts';
import { Page } from '../../parts/Page.tsx';
import { type Tile, Tiles } from '../../parts/Tiles.tsx';
import { TimeAgo } from '../../parts/TimeAgo.tsx';
import { strings } from '../../strings.ts';
import './health.css';
import { Letters } from './Letters.tsx';
import { problemsIn } from './streams.ts';
import { Streams } from './Streams.tsx';
import { UnreadableRecords } from './UnreadableRecords.tsx';

export default function HealthPage() {
  const health = useHealth();
  return (
    <Page title={strings.health.title} description={strings.health.description}>
      <Answer query={health}>
        {(data) => (
          <SpaceBetween size="l">
            <Tiles label={strings.health.tiles} tiles={tilesOf(data)} />
            <Streams streams={data.streams} />
            <Letters counts={data.letters} />
            {data.unreadable.length > 0 && <UnreadableRecords />}
            <p className="bw-quiet bw-health-since">
              {strings.health.since} <TimeAgo time={data.since} />
            </p>
          </SpaceBetween>
        )}
      </Answer>
    </Page>
  );
}

function tilesOf({ streams, letters, store }: Health): Tile[] {
  const words = strings.health;
  const problems = problemsIn(streams);
  const dead = total(letters.map((one) => one.count));
  return [
    {
      id: 'state',
      label: words.state,
      value: problems === 0 ? words.good : count(problems),
      hint: problems === 0 ? words.stateHint : words.problemsHint,
      tone: problems === 0 ? 'good' : 'high',
    },
    {
      id: 'read',
      label: words.read,
      value: count(total(streams.map(({ read }) => read))),
      hint: words.readHint,
      tone: 'quiet',
    },
    {
      id: 'per-second',
      label: words.perSecond,
      value: count(Math.round(total(streams.map((one) => one.recordsPerSecond)))),
      hint: words.perSecondHint,
      tone: 'quiet',
    },
    {
      id: 'letters',
      label: words.letters,
      value: count(dead),
      hint: words.lettersHint,
      tone: dead === 0 ? 'good' : 'medium',
    },
    {
      id: 'store',
      label: words.store,
      value: byteCount(store.bytes),
      hint: words.storeHint(store.kind),
      tone: 'quiet',
    },
  ];
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}
