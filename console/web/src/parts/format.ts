// SPDX-License-Identifier: Apache-2.0

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const COUNT = new Intl.NumberFormat('en');
const EXACT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

/** A time of the API (ISO 8601) or of a finding (milliseconds). */
export type Time = string | number;

export function count(n: number): string {
  return COUNT.format(n);
}

/** "3 Nov 2026, 14:05:12 UTC" */
export function exactTime(time: Time): string {
  return `${EXACT.format(new Date(time))} UTC`;
}

export function date(time: Time): string {
  return DATE.format(new Date(time));
}

/** "5 min. ago", "in 3 days", seen from `now` in milliseconds. */
export function relativeTime(time: Time, now: number): string {
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  const size = Math.abs(seconds);
  if (size < MINUTE) return RELATIVE.format(seconds, 'second');
  if (size < HOUR) return RELATIVE.format(Math.trunc(seconds / MINUTE), 'minute');
  if (size < DAY) return RELATIVE.format(Math.trunc(seconds / HOUR), 'hour');
  if (size < 60 * DAY) return RELATIVE.format(Math.trunc(seconds / DAY), 'day');
  return RELATIVE.format(Math.trunc(seconds / (30 * DAY)), 'month');
}

/** "45 s", "12 min", "3 h 20 min", "5 d 4 h": the two largest parts. */
export function duration(seconds: number): string {
  if (seconds < MINUTE) return `${Math.round(seconds)} s`;
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} min`;
  if (seconds < DAY) return twoParts(seconds, HOUR, 'h', MINUTE, 'min');
  return twoParts(seconds, DAY, 'd', HOUR, 'h');
}

/** "EC2 Instance" of AWS::EC2::Instance; what is no CloudFormation type stays as it is. */
export function resourceType(type: string): string {
  return /^AWS::\w+::\w+$/.test(type) ? type.split('::').slice(1).join(' ') : type;
}

/** Cuts in the middle, where names and ARNs differ least. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = Math.floor((length - 1) / 2);
  return `${text.slice(0, length - 1 - end)}…${text.slice(text.length - end)}`;
}

/** What may be followed; others could be code. */
export function webAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) ? address : undefined;
}

function twoParts(seconds: number, large: number, l: string, small: number, s: string): string {
  const smalls = Math.round(seconds / small);
  const perLarge = large / small;
  const rest = smalls % perLarge;
  return `${COUNT.format(Math.floor(smalls / perLarge))} ${l}${rest === 0 ? '' : ` ${rest} ${s}`}`;
}
