// SPDX-License-Identifier: Apache-2.0
import { strings } from '../../strings.ts';
import { positionOf, type Span, ticks } from './timeline.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const LAST_LABEL = 96;
const MONTH_WIDTH = 7;
const WEEK_WIDTH = 5;
const QUARTER = 3;

/** Months, and weeks where there is room, above the bars. */
export function TimeAxis({ span }: { span: Span }) {
  const all = ticks(span).map((tick) => ({ ...tick, at: positionOf(tick.time, span) }));
  const months = all.filter(({ month }) => month);
  const hasRoom = (at: number) =>
    months.every((month) => at - month.at > MONTH_WIDTH || month.at - at > WEEK_WIDTH);
  return (
    <div className="bw-timeline-axis" aria-hidden="true">
      <div className="bw-timeline-name bw-quiet">{strings.certificates.columns.name}</div>
      <div className="bw-timeline-ticks">
        {all.map(({ time, month, at }) => (
          <span
            key={`${time} ${month}`}
            className={month ? monthClass(time, months.length) : 'bw-timeline-tick'}
            style={{ insetInlineStart: `${at}%` }}
          >
            {at < LAST_LABEL && (month ? monthLabel(time) : hasRoom(at) && DAY.format(time))}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The year stands where it begins. */
function monthLabel(time: number): string {
  const month = MONTH.format(time);
  const day = new Date(time);
  return day.getUTCMonth() === 0 ? `${month} ${day.getUTCFullYear()}` : month;
}

/** Of many months, phones have room for the quarters alone. */
function monthClass(time: number, months: number): string {
  const minor = months > QUARTER * 2 && new Date(time).getUTCMonth() % QUARTER !== 0;
  return `bw-timeline-tick bw-timeline-month ${minor ? 'bw-timeline-minor' : ''}`;
}
