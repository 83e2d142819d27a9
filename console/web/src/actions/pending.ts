// SPDX-License-Identifier: Apache-2.0
// Actions that were sent, until it is known what became of them.
import { useSyncExternalStore } from 'react';
import type { ActionName } from '../api/actions.ts';
import type { ActionAnswer, ExposureRow } from '../api/exposures.ts';
import { holds, unheld } from './answers.ts';

interface Sent {
  /** Of the action, by which the job answers it. */
  uid: string;
  action: ActionName;
  /** What was known of the exposure when the action was sent. */
  known: string;
}

/** What is there to say of an action that was sent. */
export type Standing = { waiting: ActionName } | { unheld: ActionAnswer };

let pending: ReadonlyMap<string, Sent> = new Map();
const listeners = new Set<() => void>();

/** What is known of an exposure, such that it differs as soon as more is known. */
export function knownOf({ changed, status, severity, ticket }: ExposureRow): string {
  return [changed, status, severity, ticket?.id].join(' ');
}

export function setPending(exposure: string, sent: Sent): void {
  change((map) => map.set(exposure, sent));
}

/** How the action stands that was last sent about an exposure; nothing once it holds. */
export function usePending(
  exposure: ExposureRow,
  answers: readonly ActionAnswer[],
): Standing | undefined {
  const sent = useSyncExternalStore(subscribe, () => pending.get(exposure.uid));
  return sent && standingOf(sent, knownOf(exposure), answers);
}

/**
 * The answer tells. Where the server is not given the answers, an exposure that has changed is taken
 * for one.
 */
export function standingOf(
  sent: Sent,
  known: string,
  answers: readonly ActionAnswer[],
): Standing | undefined {
  if (holds(sent.uid, answers)) return undefined;
  const failed = unheld(answers).find(({ uid }) => uid === sent.uid);
  if (failed) return { unheld: failed };
  return known === sent.known ? { waiting: sent.action } : undefined;
}

function change(how: (map: Map<string, Sent>) => void): void {
  const changed = new Map(pending);
  how(changed);
  pending = changed;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
