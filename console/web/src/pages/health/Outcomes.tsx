// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { StreamHealth } from '../../api/health.ts';
import { count } from '../../parts/format.ts';
import { strings } from '../../strings.ts';
import { sharesOf, unaccounted } from './streams.ts';

/** What became of the records of a stream, and whether that is all of them. */
export function Outcomes({ stream }: { stream: StreamHealth }) {
  const shares = sharesOf(stream);
  const missing = unaccounted(stream);
  if (shares.length === 0 && missing === 0) {
    return <div className="bw-outcomes bw-quiet">{strings.health.nothingRead}</div>;
  }
  return (
    <div className="bw-outcomes">
      <div className="bw-outcomes-bar" aria-hidden="true">
        {shares.map(({ outcome, percent }) => (
          <span
            key={outcome}
            className={`bw-outcome-${outcome}`}
            style={{ inlineSize: `${percent}%` }}
          />
        ))}
      </div>
      <ul>
        {shares.map(({ outcome, count: n }) => (
          <li key={outcome}>
            <span className={`bw-outcomes-key bw-outcome-${outcome}`} />
            {strings.health.outcomes[outcome] ?? outcome}{' '}
            <span className="bw-numbers">{count(n)}</span>
          </li>
        ))}
        <li>
          {missing === 0 ? (
            <StatusIndicator type="success">{strings.health.addsUp}</StatusIndicator>
          ) : (
            <StatusIndicator type="warning">{strings.health.doesNotAddUp(missing)}</StatusIndicator>
          )}
        </li>
      </ul>
    </div>
  );
}
