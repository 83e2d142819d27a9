// SPDX-License-Identifier: Apache-2.0
// Why some of what is shown could not be asked for anew.
import { useSyncExternalStore } from 'react';

interface Stale {
  why: string;
}

let known: readonly Stale[] = [];
const listeners = new Set<() => void>();

/** Tells that something shown is not the latest, until the function that it gives is called. */
export function tellStale(why: string): () => void {
  const stale = { why };
  change([...known, stale]);
  return () => change(known.filter((one) => one !== stale));
}

/** Why what is shown may be out of date; nothing while all of it is the latest. */
export function useStale(): string | undefined {
  return useSyncExternalStore(subscribe, () => known[0]?.why);
}

function change(to: readonly Stale[]): void {
  known = to;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
