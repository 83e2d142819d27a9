// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from 'react';

const STEP = 15_000;

let now = Date.now();
let timer: number | undefined;
const listeners = new Set<() => void>();

/** The time in milliseconds, which moves on every quarter of a minute. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= window.setInterval(() => {
    now = Date.now();
    listeners.forEach((told) => told());
  }, STEP);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.clearInterval(timer);
    timer = undefined;
  };
}
