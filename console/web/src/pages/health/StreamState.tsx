// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StreamHealth } from '../../api/health.ts';
import { duration } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { stateOf } from './streams.ts';

/** Whether a stream is read, and how far behind the index is. */
export function StreamState({ stream, ready }: { stream: StreamHealth; ready: boolean }) {
  const words = strings.health;
  switch (stateOf(stream, ready)) {
    case 'problem':
      return (
        <>
          <StatusIndicator type="error">{words.unreadable}</StatusIndicator>
          <div className="bw-quiet">{stream.problem}</div>
        </>
      );
    case 'up-to-date':
      return <StatusIndicator type="success">{words.upToDate}</StatusIndicator>;
    case 'behind':
      return (
        <StatusIndicator type="warning">
          {words.behind(duration(stream.lagSeconds ?? 0))}
        </StatusIndicator>
      );
    case 'catching-up':
      return <StatusIndicator type="in-progress">{words.catchingUp}</StatusIndicator>;
    case 'not-read':
      return (
        <span title={words.notReadHint}>
          <StatusIndicator type="stopped">{words.notRead}</StatusIndicator>
        </span>
      );
  }
}
