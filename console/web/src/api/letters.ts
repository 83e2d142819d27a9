// SPDX-License-Identifier: Apache-2.0
import { post } from './client.ts';
import { query } from './query-string.ts';
import { type Query, useQuery } from './use-query.ts';

/** A record that could not be used. */
export interface Letter {
  stream: string;
  id: string;
  reason: string;
  detail: string;
  origin: string;
  /** Of the whole record, in bytes. */
  size: number;
}

export interface WholeLetter extends Letter {
  /** Whether all bytes of the record are here. */
  whole: boolean;
  rawBase64: string;
  /** Null where the bytes are no text. */
  text: string | null;
}

export interface LetterSearch {
  stream?: string;
  reason?: string;
  limit: number;
}

export interface Redriven {
  sent: number;
  refused: { id: string; why: string }[];
}

export function useLetters(
  search: LetterSearch,
): Query<{ letters: Letter[]; next: string | null }> {
  return useQuery('/api/letters' + query({ ...search }));
}

export function useLetter(stream: string, id: string): Query<WholeLetter> {
  return useQuery('/api/letters/detail' + query({ stream, id }), { keepPreviousData: false });
}

/** What the index itself could not read. */
export function useUnreadable(limit: number): Query<{ records: WholeLetter[] }> {
  return useQuery('/api/letters/unreadable' + query({ limit }));
}

export function redrive(letters: readonly Letter[], csrf: string): Promise<Redriven> {
  const named = letters.map(({ stream, id }) => ({ stream, id }));
  return post('/api/letters/redrive', { letters: named }, csrf);
}
