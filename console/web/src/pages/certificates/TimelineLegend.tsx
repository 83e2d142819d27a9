// SPDX-License-Identifier: Apache-2.0
import { strings } from '../../strings.ts';
import type { Threshold } from './timeline.ts';

/** What the colours of the bars mean. */
export function TimelineLegend({ thresholds }: { thresholds: readonly Threshold[] }) {
  const leastSevereFirst = [...thresholds].sort((a, b) => b.days - a.days);
  return (
    <ul className="bw-timeline-legend" aria-label={strings.certificates.legend}>
      {leastSevereFirst.map(({ days, severity }) => (
        <li key={severity}>
          <span className={`bw-timeline-key bw-${severity.toLowerCase()}`} />
          {strings.certificates.legendDays(severity, days)}
        </li>
      ))}
      <li>
        <span className="bw-timeline-key bw-timeline-key-renewal" />
        {strings.certificates.legendRenewal}
      </li>
      <li>
        <span className="bw-timeline-key bw-timeline-key-silent" />
        {strings.certificates.legendSilent}
      </li>
      <li>
        <span className="bw-timeline-key bw-timeline-key-now" />
        {strings.certificates.today}
      </li>
    </ul>
  );
}
