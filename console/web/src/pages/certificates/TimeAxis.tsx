// SPDX-License-Identifier: Apache-2.0
import { strings } from '../../strings.ts';
import { positionOf, type Span, ticks } from './timeline.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const LAST_LABEL = 96;
const MONTH_WIDTH = 7;
const WEEK_WIDTH = 5;

/** Months, and weeks where there is room, above the bars. */
export function TimeAxis({ span }: { span: Span }) {
  const all = ticks(span).map((tick) => ({ ...tick, at: positionOf(tick.time, span) }));
  const months = all.filter(({ month }) => month);
  const hasRoom = (at: number) =>
    at < LAST_LABEL && months.every((m) => at - m.at > MONTH_WIDTH || m.at - at > WEEK_WIDTH);
  return (
    <div className="bw-timeline-axis" aria-hidden="true">
      <div className="bw-timeline-name bw-quiet">{strings.certificates.columns.name}</div>
      <div className="bw-timeline-ticks">
        {all.map(({ time, month, at }) => (
          <span
            key={`${time} ${month}`}
            className={month ? 'bw-timeline-tick bw-timeline-month' : 'bw-timeline-tick'}
            style={{ insetInlineStart: `${at}%` }}
          >
            {month ? at < LAST_LABEL && MONTH.format(time) : hasRoom(at) && DAY.format(time)}
          </span>
        ))}
      </div>
    </div>
  );
}
