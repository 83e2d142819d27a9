// SPDX-License-Identifier: Apache-2.0
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CertificateRow } from '../../api/certificates.ts';
import { strings } from '../../strings.ts';
import './calendar.css';
import {
  byDay,
  type Day,
  dayAfterKey,
  monthOf,
  type Scale,
  shownAround,
  timeOf,
} from './calendar.ts';
import { CalendarBar } from './CalendarBar.tsx';
import { CalendarDay } from './CalendarDay.tsx';
import { DayList } from './DayList.tsx';
import { MonthStrip } from './MonthStrip.tsx';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const DAYS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const LONG_WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

interface CalendarProps {
  rows: readonly CertificateRow[];
  today: Day;
  day: Day;
  scale: Scale;
  onDay: (day: Day) => void;
  onScale: (scale: Scale) => void;
}

/** A month or a week, day by day, with what expires on each; arrow keys go about in it. */
export function Calendar({ rows, today, day, scale, onDay, onScale }: CalendarProps) {
  const days = byDay(rows);
  const month = monthOf(day);
  const weeks = shownAround(day, scale);
  const title = titleOf(weeks, day, scale);
  const table = useRef<HTMLTableElement>(null);
  const follow = useRef(false);

  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [day]);

  const onKey = (event: KeyboardEvent) => {
    const to = dayAfterKey(day, event.key);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    follow.current = true;
    onDay(to);
  };

  return (
    <div className={`bw-calendar bw-calendar-${scale}`}>
      <MonthStrip rows={rows} today={today} month={month} onDay={onDay} />
      <CalendarBar {...{ title, today, day, scale, onDay, onScale }} />
      <table ref={table} role="grid" aria-label={title} onKeyDown={onKey}>
        <thead>
          <tr role="row">
            {weeks[0]!.map((weekday) => (
              <th
                key={weekday}
                role="columnheader"
                scope="col"
                abbr={LONG_WEEKDAY.format(timeOf(weekday))}
              >
                {WEEKDAY.format(timeOf(weekday))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]} role="row">
              {week.map((one) => (
                <CalendarDay
                  key={one}
                  day={one}
                  scale={scale}
                  rows={days.get(one) ?? []}
                  today={one === today}
                  chosen={one === day}
                  outside={scale === 'month' && monthOf(one) !== month}
                  onChoose={() => onDay(one)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="bw-quiet bw-calendar-hint">{strings.certificates.calendarHint}</p>
      <DayList day={day} rows={days.get(day) ?? []} />
    </div>
  );
}

function titleOf(weeks: Day[][], day: Day, scale: Scale): string {
  const [week] = weeks;
  return scale === 'month'
    ? MONTH.format(timeOf(day))
    : DAYS.formatRange(timeOf(week![0]!), timeOf(week![6]!));
}
