// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CertificateRow } from '../../api/certificates.ts';
import { strings } from '../../strings.ts';
import './calendar.css';
import { addMonths, byDay, type Day, dayAfterKey, monthOf, timeOf, weeksOf } from './calendar.ts';
import { CalendarDay } from './CalendarDay.tsx';
import { DayList } from './DayList.tsx';
import { MonthStrip } from './MonthStrip.tsx';

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const LONG_WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

interface CalendarProps {
  rows: readonly CertificateRow[];
  today: Day;
  day: Day;
  onDay: (day: Day) => void;
}

/** A month, day by day, with what expires on each; arrow keys go about in it. */
export function Calendar({ rows, today, day, onDay }: CalendarProps) {
  const days = byDay(rows);
  const month = monthOf(day);
  const weeks = weeksOf(month);
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
    <div className="bw-calendar">
      <MonthStrip rows={rows} today={today} month={month} onDay={onDay} />
      <div className="bw-calendar-bar">
        <Button
          variant="icon"
          iconName="angle-left"
          ariaLabel={strings.certificates.previousMonth}
          onClick={() => onDay(addMonths(day, -1))}
        />
        <h3 aria-live="polite">{MONTH.format(timeOf(day))}</h3>
        <Button
          variant="icon"
          iconName="angle-right"
          ariaLabel={strings.certificates.nextMonth}
          onClick={() => onDay(addMonths(day, 1))}
        />
        <Button onClick={() => onDay(today)}>{strings.certificates.today}</Button>
      </div>
      <table ref={table} role="grid" aria-label={MONTH.format(timeOf(day))} onKeyDown={onKey}>
        <thead>
          <tr>
            {weeks[0]!.map((weekday) => (
              <th key={weekday} scope="col" abbr={LONG_WEEKDAY.format(timeOf(weekday))}>
                {WEEKDAY.format(timeOf(weekday))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((one) => (
                <CalendarDay
                  key={one}
                  day={one}
                  rows={days.get(one) ?? []}
                  today={one === today}
                  chosen={one === day}
                  outside={monthOf(one) !== month}
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
