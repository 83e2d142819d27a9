// SPDX-License-Identifier: Apache-2.0
import type { StreamHealth } from '../../api/health.ts';

export interface Share {
  outcome: string;
  count: number;
  /** Of all that was read, in percent. */
  percent: number;
}

/** The order in which a record's ways are told: what is usual first. */
const ORDER = [
  'opened',
  'changed',
  'closed',
  'reported',
  'answered',
  'letter',
  'duplicate',
  'older',
  'replay-apart',
  'not-held',
  'repeated',
  'broken',
];

/** Lag up to this long is none that anybody would see. */
const UNSEEN_LAG = 10;

/** What became of what was read, without what happened to none. */
export function sharesOf({ outcomes }: StreamHealth): Share[] {
  const given = Object.entries(outcomes).flatMap(([outcome, count]) =>
    count ? [{ outcome, count }] : [],
  );
  const all = given.reduce((sum, { count }) => sum + count, 0);
  return given
    .map((one) => ({ ...one, percent: (one.count / all) * 100 }))
    .sort((a, b) => rank(a.outcome) - rank(b.outcome));
}

/** How many records were read of which nobody says what became; below 0 where it is more than were read. */
export function unaccounted(stream: StreamHealth): number {
  return stream.read - sharesOf(stream).reduce((sum, { count }) => sum + count, 0);
}

export type StreamState = 'problem' | 'up-to-date' | 'behind' | 'catching-up' | 'not-read';

export function stateOf(stream: StreamHealth, ready: boolean): StreamState {
  if (stream.problem !== null) return 'problem';
  if (stream.lagSeconds !== null) {
    return stream.lagSeconds <= UNSEEN_LAG ? 'up-to-date' : 'behind';
  }
  return ready && stream.read === 0 ? 'not-read' : 'catching-up';
}

/** Streams that cannot be read, and such whose numbers do not add up. */
export function problemsIn(streams: readonly StreamHealth[]): number {
  return streams.filter((stream) => stream.problem !== null || unaccounted(stream) !== 0).length;
}

function rank(outcome: string): number {
  const known = ORDER.indexOf(outcome);
  return known < 0 ? ORDER.length : known;
}
