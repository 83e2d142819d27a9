// SPDX-License-Identifier: Apache-2.0
import { DAY } from './standing.ts';

/** What of time is drawn, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** Within so many days of its end a certificate has that severity. */
export interface Threshold {
  days: number;
  severity: string;
}

export interface Segment extends Span {
  severity: string;
}

export interface Placed {
  /** In percent of the whole width. */
  left: number;
  width: number;
}

export interface Tick {
  time: number;
  /** At a month's beginning rather than at a week's. */
  month: boolean;
}

const BEHIND = 0.1;
const WEEKS_UP_TO = 120 * DAY;

/** From a little before now until so many days after it. */
export function spanAhead(now: number, days: number): Span {
  return { from: now - days * BEHIND * DAY, to: now + days * DAY };
}

export function positionOf(time: number, span: Span): number {
  return ((time - span.from) / (span.to - span.from)) * 100;
}

/** Where something lies that may be partly outside; undefined where it is so wholly. */
export function place({ from, to }: Span, span: Span): Placed | undefined {
  const left = Math.max(from, span.from);
  const right = Math.min(to, span.to);
  if (right <= left) return undefined;
  return {
    left: positionOf(left, span),
    width: positionOf(right, span) - positionOf(left, span),
  };
}

/** The last days before the end, by the severity that each has: the least severe first. */
export function countdown(end: number, thresholds: readonly Threshold[]): Segment[] {
  const nearestFirst = [...thresholds].sort((a, b) => a.days - b.days);
  return nearestFirst
    .map(({ days, severity }, i) => ({
      from: end - days * DAY,
      to: end - (nearestFirst[i - 1]?.days ?? 0) * DAY,
      severity,
    }))
    .reverse();
}

/** Beginnings of months, and of weeks where there is room for them. */
export function ticks({ from, to }: Span): Tick[] {
  return [
    ...months(from, to).map((time) => ({ time, month: true })),
    ...(to - from <= WEEKS_UP_TO ? mondays(from, to) : []).map((time) => ({ time, month: false })),
  ].sort((a, b) => a.time - b.time);
}

function months(from: number, to: number): number[] {
  const first = new Date(from);
  const found: number[] = [];
  for (let month = first.getUTCMonth() + 1; ; month++) {
    const time = Date.UTC(first.getUTCFullYear(), month, 1);
    if (time > to) return found;
    found.push(time);
  }
}

function mondays(from: number, to: number): number[] {
  const day = Math.ceil(from / DAY);
  // 1 January 1970 was a Thursday.
  const first = day + ((11 - (day % 7)) % 7);
  const found: number[] = [];
  for (let monday = first; monday * DAY <= to; monday += 7) found.push(monday * DAY);
  return found;
}
