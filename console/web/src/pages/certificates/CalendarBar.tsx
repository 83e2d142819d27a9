// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import { Choice } from '../../parts/Choice.tsx';
import { strings } from '../../strings.ts';
import { type Day, type Scale, turned } from './calendar.ts';

const words = strings.certificates;

interface CalendarBarProps {
  title: string;
  today: Day;
  day: Day;
  scale: Scale;
  onDay: (day: Day) => void;
  onScale: (scale: Scale) => void;
}

/** Which days the calendar shows, and how to others. */
export function CalendarBar({ title, today, day, scale, onDay, onScale }: CalendarBarProps) {
  return (
    <div className="bw-calendar-bar">
      <Button
        variant="icon"
        iconName="angle-left"
        ariaLabel={words.previous[scale]}
        onClick={() => onDay(turned(day, scale, -1))}
      />
      <h3 aria-live="polite">{title}</h3>
      <Button
        variant="icon"
        iconName="angle-right"
        ariaLabel={words.next[scale]}
        onClick={() => onDay(turned(day, scale, 1))}
      />
      <Button onClick={() => onDay(today)}>{words.today}</Button>
      <Choice label={words.scale} options={words.scales} chosen={scale} onChoose={onScale} />
    </div>
  );
}
