// SPDX-License-Identifier: Apache-2.0
import { post } from './client.ts';

/** What a person decides about an exposure; the server adds who and when. */
export type Action =
  | { action: 'status'; exposure: string; seen: number; status_id: number }
  | { action: 'severity'; exposure: string; seen: number; severity_id: number; comment: string }
  | { action: 'comment'; exposure: string; comment: string }
  | { action: 'suppress'; exposure: string; reason: string; until: string }
  | { action: 'unsuppress'; exposure: string; comment: string }
  | { action: 'ticket'; exposure: string };

export type ActionName = Action['action'];

export function act(action: Action, csrf: string): Promise<unknown> {
  return post('/api/actions', action, csrf);
}
