// SPDX-License-Identifier: Apache-2.0
import { strings } from '../../strings.ts';

export const CHART_HEIGHT = 330;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const HOUR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** The colour of a severity, which follows the theme. */
export function severityColour(severity: string): string {
  return `var(--bw-${severity.toLowerCase()})`;
}

export function dayLabel(time: Date): string {
  return DAY.format(time);
}

export function hourLabel(time: Date): string {
  return `${HOUR.format(time)} UTC`;
}

/** From nothing to the largest sum, so that what is small looks small. */
export function countDomain(sums: number[]): [number, number] {
  return [0, Math.max(1, ...sums) * 1.1];
}

export const axes = { xTitle: strings.summary.time, yTitle: strings.summary.count };
