// SPDX-License-Identifier: Apache-2.0
// Actions that were sent and that no revision or report has shown the effect of yet.
import { useSyncExternalStore } from 'react';
import type { ActionName } from '../api/actions.ts';
import type { ExposureRow } from '../api/exposures.ts';

interface Sent {
  action: ActionName;
  /** What was known of the exposure when the action was sent. */
  known: string;
}

let pending: ReadonlyMap<string, Sent> = new Map();
const listeners = new Set<() => void>();

/** What is known of an exposure, such that it differs as soon as more is known. */
export function knownOf({ changed, status, severity, ticket }: ExposureRow): string {
  return [changed, status, severity, ticket?.id].join(' ');
}

export function setPending(uid: string, sent: Sent): void {
  change((map) => map.set(uid, sent));
}

/** The action that waits for a revision; none once the exposure has changed. */
export function usePending(uid: string, known: string): ActionName | undefined {
  const sent = useSyncExternalStore(subscribe, () => pending.get(uid));
  return sent?.known === known ? sent.action : undefined;
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
