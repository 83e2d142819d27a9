// SPDX-License-Identifier: Apache-2.0
import { type Query, useQuery } from './use-query.ts';

export interface StreamHealth {
  stream: string;
  read: number;
  /** What became of what was read: together as many as were read. */
  outcomes: Partial<Record<string, number>>;
  recordsPerSecond: number;
  /** Null while the stream is read for the first time, and where it is not read. */
  lagSeconds: number | null;
  /** Why it cannot be read, as a sentence. */
  problem: string | null;
}

export interface LetterCount {
  stream: string;
  reason: string;
  count: number;
}

export interface Health {
  streams: StreamHealth[];
  letters: LetterCount[];
  /** What the index itself could not read, of any stream. */
  unreadable: LetterCount[];
  store: { kind: string; bytes: number };
  since: string;
}

const EVERY = 5000;

/** Asked for again and again: streams move on also where nothing changes by them. */
export function useHealth(): Query<Health> {
  return useQuery('/api/health', { refreshInterval: EVERY });
}
