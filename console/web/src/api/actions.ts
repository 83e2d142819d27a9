// SPDX-License-Identifier: Apache-2.0
import { post } from './client.ts';

interface Of {
  exposure: string;
  /** The severity that the person saw. */
  seen: number;
  comment?: string;
}

/** What a person decides about an exposure; the server adds who and when. */
export type Action = Of &
  (
    | { action: 'status'; status_id: number }
    | { action: 'severity'; severity_id: number; comment: string }
    | { action: 'comment'; comment: string }
    | { action: 'suppress'; reason: string; until: string }
    | { action: 'unsuppress' }
    | { action: 'ticket' }
  );

export type ActionName = Action['action'];

/** @returns the action as it was written to the control stream; its answer is found by its uid. */
export function act(action: Action, csrf: string): Promise<{ uid: string }> {
  return post('/api/actions', action, csrf);
}
